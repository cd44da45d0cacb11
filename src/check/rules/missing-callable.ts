import { nearest as nearestName } from "../../config/nearest.ts";
import type { Problem } from "../../model/problem.ts";
import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, inWords, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

type Missing = Extract<Problem, { kind: "missing-callable" }>;

const REASONS: Readonly<Record<Missing["because"], string>> = {
  absent: "the file defines no function of that name",
  nested: "that function stands inside another one or a class, so the module does not have it",
  async: "gusty does not find `async def`",
  class: "that is a class, and gusty looks for `def`",
  "not-a-name": "that is not the name of a function",
  imported: "the name is only imported or assigned, and gusty looks for `def`",
};

export const missingCallable: Rule = {
  name: "missing-callable",
  severity: "error",
  effect: "fails",
  summary: "`python_callable`, or an extra callable, that is no function of the file",
  explains:
    "gusty looks for `def NAME` in the same file, imports the file, and takes the function from the module. Where it finds none it stops with AssertionError or AttributeError, and every DAG of the entry point disappears.",
  source: "gusty/parsing/utils.py, get_callable_from_file",
  wrong: {
    shows: "dags/bakery/bake.py",
    files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake_bread\n# ---\n\n\ndef bake():\n    return 12\n" },
  },
  right: {
    shows: "dags/bakery/bake.py",
    files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake\n# ---\n\n\ndef bake():\n    return 12\n" },
  },
  check: ({ project }) =>
    problemsOf(project, "missing-callable").map(({ problem, dag }) => {
      const nearest = nearestName(problem.name, problem.functions);
      const known =
        problem.functions.length > 0 ? `Functions of this file: ${inWords(problem.functions.slice(0, 8))}.` : null;
      return findingOf(missingCallable, {
        at: problem.at,
        message: `\`${problem.key}\` names \`${problem.name}\`, but ${REASONS[problem.because]}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: nearest ? `Did you mean \`${nearest}\`?` : known,
        fix: nearest
          ? {
              description: `Replace \`${problem.name}\` by \`${nearest}\``,
              safe: false,
              edits: [{ at: problem.at, text: nearest }],
            }
          : null,
        ...failsWith(project, dag, problem.at),
      });
    }),
};
