import type { Dag } from "../../model/dag.ts";
import type { Path } from "../../model/path.ts";
import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const pythonSyntax: Rule = {
  name: "python-syntax",
  severity: "error",
  effect: "fails",
  summary: "a `.py` task file that Python cannot parse",
  explains:
    "Where a `.py` task file names a `python_callable` or `extra_callables`, gusty parses the whole file when the DAG is built: a syntax error ends the whole entry point. Without them the text is run by the task only, so that the DAG is built and every run of the task fails: that is a warning. Said is only what no version of Python 3 takes.",
  source: "gusty/parsing/utils.py, get_callable_from_file; gusty/parsing/parsers.py, parse_py",
  wrong: {
    shows: "dags/bakery/bake.py",
    files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake\n# ---\n\n\ndef bake()\n    return 12\n" },
  },
  right: {
    shows: "dags/bakery/bake.py",
    files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake\n# ---\n\n\ndef bake():\n    return 12\n" },
  },
  check: ({ project }) =>
    problemsOf(project, "python-syntax").flatMap(({ problem, dag }) => {
      if (!problem.raises && !(dag && runsFile(dag, problem.at.file))) return [];
      const { subject, stops } = failsWith(project, dag, problem.at);
      const consequence = !problem.raises
        ? " The DAG is built, and the task fails whenever it runs."
        : dag
          ? ` ${stopsText(project, dag)}.`
          : "";
      return [
        findingOf(pythonSyntax, {
          at: problem.at,
          severity: problem.raises ? "error" : "warning",
          effect: problem.raises ? "fails" : "surprises",
          message: `Python cannot parse this file: ${problem.detail}.${consequence}`,
          advice: "`python -m py_compile` with this file says the same; a file that passes it is fine.",
          subject,
          stops: problem.raises ? stops : [],
        }),
      ];
    }),
};

/** True where a task of the DAG executes the text of the file. */
const runsFile = (dag: Dag, file: Path): boolean =>
  dag.tasks.some((task) => task.arguments.some(({ value }) => value.t === "run-file" && value.file === file));
