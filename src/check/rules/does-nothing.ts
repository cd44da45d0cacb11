import type { Path } from "../../model/path.ts";
import type { Stmt } from "../../python/ast.ts";
import { readPython } from "../../python/read-python.ts";
import { findingOf, inWords } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const doesNothing: Rule = {
  name: "does-nothing",
  severity: "warning",
  effect: "surprises",
  summary: "a `.py` task file that only defines functions, and names no `python_callable`",
  explains:
    'Without `python_callable` the task runs the text of the file from top to bottom. Where that only imports and defines things, the task goes green and has done nothing. The same holds for what stands below `if __name__ == "__main__":`, since the text is run inside a module of gusty, which has another name.',
  source: "gusty/parsing/parsers.py, parse_py",
  wrong: {
    shows: "dags/bakery/bake.py",
    files: { "dags/bakery/bake.py": "# ---\n# retries: 2\n# ---\n\n\ndef bake():\n    print(12)\n" },
  },
  right: {
    shows: "dags/bakery/bake.py",
    files: {
      "dags/bakery/bake.py": "# ---\n# retries: 2\n# python_callable: bake\n# ---\n\n\ndef bake():\n    print(12)\n",
    },
  },
  check: ({ project }) =>
    project.dags.flatMap((dag) => {
      const ran = dag.tasks.flatMap((task) =>
        task.arguments.flatMap(({ key, value }) =>
          key === "python_callable" && value.t === "run-file" ? [{ task, file: value.file }] : [],
        ),
      );
      const seen = new Set<Path>();
      return ran.flatMap(({ task, file }) => {
        const text = project.texts.get(file);
        if (text === undefined || seen.has(file)) return [];
        seen.add(file);
        const module = readPython(text);
        const functions = module.unread.length > 0 ? null : onlyDefines(module.body);
        if (!functions) return [];
        const [first] = functions.names;
        const main = functions.main ? ' (what stands below `if __name__ == "__main__":` does not run)' : "";
        return [
          findingOf(doesNothing, {
            at: { file, start: functions.at.start, end: functions.at.end },
            message: `\`${task.id}\` does nothing and goes green: the file only defines ${inWords(functions.names.slice(0, 5))}${main}.`,
            advice:
              functions.names.length === 1
                ? `Name the function in the header: \`python_callable: ${first}\`.`
                : "Name the function to run in the header, with `python_callable:`.",
            subject: { dag: dag.id, task: task.id },
          }),
        ];
      });
    }),
};

interface Defined {
  readonly names: readonly string[];
  /** The name of the first definition's line. */
  readonly at: { readonly start: number; readonly end: number };
  readonly main: boolean;
}

/** The functions of a module that does nothing but import and define; `null` where it may do more, or defines none. */
function onlyDefines(body: readonly Stmt[]): Defined | null {
  const functions = body.flatMap((statement) => (statement.k === "function" ? [statement] : []));
  const [first] = functions;
  const main = body.some(isMainGuard);
  if (!first || !body.every((statement) => isDefinition(statement) || isMainGuard(statement))) return null;
  return { names: functions.map(({ name }) => name), at: { start: first.start, end: first.start }, main };
}

function isDefinition(statement: Stmt): boolean {
  switch (statement.k) {
    case "function":
      return statement.decorators.length === 0;
    case "class":
      return statement.decorators.length === 0 && statement.body.every(isDefinition);
    case "import":
    case "from":
    case "pass":
      return true;
    case "expression":
      return statement.value.k === "string";
    case "assignment":
      return statement.value === null || isLiteral(statement.value.k);
    default:
      return false;
  }
}

const isLiteral = (kind: string): boolean => ["none", "bool", "number", "string", "bytes"].includes(kind);

/** `if __name__ == "__main__":` without `else`. */
function isMainGuard(statement: Stmt): boolean {
  if (statement.k !== "if" || statement.otherwise.length > 0 || statement.branches.length !== 1) return false;
  const test = statement.branches[0]?.test;
  return (
    test?.k === "compare" &&
    test.first.k === "name" &&
    test.first.id === "__name__" &&
    test.rest.length === 1 &&
    test.rest[0]?.op === "==" &&
    test.rest[0].right.k === "string"
  );
}
