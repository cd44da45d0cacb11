import type { Dag } from "../model/dag.ts";
import { baseName, type Path } from "../model/path.ts";
import type { Field, Value } from "../model/value.ts";
import { simpleExpression } from "./expression-code.ts";
import type { FileScope } from "./file-scope.ts";
import { brackets, type Code, flat, item, text } from "./layout.ts";
import { renamed } from "./rename.ts";
import { replaceFile } from "./tokens.ts";
import { keywordItems, pathCode, type ValueWriter, valueCode } from "./values.ts";

/** A constant of the generated file: `name = code`. `code` as text is kept as it is written in the repository. */
export interface Constant {
  readonly name: string;
  readonly code: Code | string;
}

/** Writes values, and keeps what the file must define before its DAG for them. */
export interface FileWriter extends ValueWriter {
  /** Source of a file of the repository, in which `__file__` still means that file. */
  inFile(source: string, file: Path): string;
  /** The name of the root's constant, or `null` where nothing needed it. */
  readonly rootName: string | null;
  /** Expressions of the repository that stay as they are written. */
  readonly expressions: readonly Constant[];
  /** Paths of files whose code names them in f-strings. */
  readonly files: readonly Constant[];
  /** Functions that several tasks share, and the ABSQL runner. */
  readonly shared: readonly Constant[];
}

/** How often each function is loaded, by file and name: gusty loads it once for all tasks of a file. */
function countCallables(dag: Dag): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const task of dag.tasks) {
    for (const { value } of task.arguments) {
      if (value.t !== "function") continue;
      const key = callableKey(value.file, value.name);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

const callableKey = (file: string, name: string): string => `${file}:${name}`;

const identifier = (words: string): string => words.replaceAll(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d|$)/, "_");

/** A writer for one file of the DAG. */
export function createWriter(
  dag: Dag,
  scope: FileScope,
  renames: ReadonlyMap<Path, ReadonlyMap<string, string>> = new Map(),
): FileWriter {
  const counts = countCallables(dag);
  const callables = new Map<string, Constant>();
  const expressions = new Map<string, Constant>();
  const shared: Constant[] = [];
  const files = new Map<Path, Constant>();
  let rootName: string | null = null;
  let runnerName: string | null = null;

  const load = (file: string, name: string): Code =>
    brackets(
      `${scope.helper("load_callable")}(`,
      [item(pathCode(file, writer)), item({ t: "string", text: name })],
      ")",
    );

  const writer: FileWriter = {
    scope,
    expressions: [],
    shared,
    files: [],
    rootName: null,
    root: () => {
      scope.member("pathlib", "Path");
      rootName ??= scope.name("ROOT");
      return rootName;
    },
    inFile: (source, file) => {
      const expression = (): string => `str(${flat(pathCode(file, writer)) ?? "None"})`;
      const constant = (): string => {
        const name =
          files.get(file)?.name ?? scope.name(`${identifier(baseName(file).replace(/\.py$/, "")).toUpperCase()}_FILE`);
        files.set(file, { name, code: expression() });
        return name;
      };
      const replaced = replaceFile(source, { expression, constant });
      if (replaced === null) scope.refuse(`an f-string in ${file} shows \`__file__\` itself`);
      return renamed(replaced ?? source, renames.get(file) ?? new Map());
    },
    expression: (value, key) => {
      const file = value.span?.file ?? value.needs[0]?.file ?? dag.site.declared.file;
      const source = writer.inFile(value.source, file);
      const simple = simpleExpression(source);
      if (simple !== null) return simple;
      const before = expressions.get(source);
      const constant = before ?? { name: scope.name(identifier(key).toUpperCase()), code: source };
      expressions.set(source, constant);
      return text(constant.name);
    },
    callable: (file, name) => {
      const key = callableKey(file, name);
      if ((counts.get(key) ?? 0) < 2) return load(file, name);
      const before = callables.get(key);
      if (before !== undefined) return text(before.name);
      const stem = baseName(file as Path).replace(/\.[^.]*$/, "");
      const constant = { name: scope.name(identifier(`${stem}_${name}`)), code: load(file, name) };
      callables.set(key, constant);
      shared.push(constant);
      return text(constant.name);
    },
    runner: () => {
      if (runnerName === null) {
        runnerName = scope.name("ABSQL_RUNNER");
        shared.push({ name: runnerName, code: runnerCode(dag, writer) });
      }
      return text(`${scope.member("copy", "copy")}(${runnerName})`);
    },
  };
  return Object.defineProperties(writer, {
    rootName: { get: () => rootName },
    expressions: { get: () => [...expressions.values()] },
    files: { get: () => [...files.values()] },
  });
}

const fieldsOf = (value: Value | undefined): (readonly [string, Value])[] =>
  value?.t === "map" ? value.v.flatMap(([key, part]) => (key.t === "str" ? [[key.v, part] as const] : [])) : [];

/** The runner with the names that gusty gives it (`gusty/utils/context.py`, `generate_runner_context`). */
function runnerCode(dag: Dag, writer: FileWriter): Code {
  const { scope } = writer;
  const argument = (key: string): Field | undefined => dag.site.arguments.find((field) => field.key === key);
  const constructors = argument("dag_constructors")?.value;
  const names = new Map<string, Code>([
    ["days_ago", text(scope.helper("days_ago"))],
    ["timedelta", text(scope.member("datetime", "timedelta"))],
    ["datetime", text(scope.member("datetime", "datetime"))],
  ]);
  if (constructors?.t === "list") {
    for (const part of constructors.v) {
      const code = valueCode(part, writer, "dag_constructors");
      const name = /(?:^|\.)([A-Za-z_]\w*)$/.exec(flat(code) ?? "")?.[1];
      if (name === undefined) scope.refuse("a function in `dag_constructors` has no name that is known without Python");
      else names.set(name, code);
    }
  }
  for (const [key, part] of [...fieldsOf(constructors), ...fieldsOf(argument("user_defined_macros")?.value)]) {
    names.set(key.replace(/^!+|!+$/g, ""), valueCode(part, writer, key));
  }
  return brackets(`${scope.member("absql", "Runner")}(`, keywordItems([...names]), ")");
}
