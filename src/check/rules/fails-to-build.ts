import { stopsText } from "../consequence.ts";
import { clause, failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const failsToBuild: Rule = {
  name: "fails-to-build",
  severity: "error",
  effect: "fails",
  summary: "gusty or Airflow raises for another cause that is written in the project's files",
  explains:
    "What makes gusty or Airflow raise while the DAG is built, and has no rule of its own: an operator without a package, a value that Airflow refuses, a YAML tag whose arguments cannot be right, a template in METADATA.yml that Jinja cannot render. One exception ends the import of the whole entry point.",
  source: "gusty/building.py",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: BashOperator\nbash_command: echo knead\n" },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n" },
  },
  check: ({ project }) =>
    problemsOf(project, "raises").map(({ problem, dag }) =>
      findingOf(failsToBuild, {
        at: problem.at,
        message: `This cannot be built: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: `Expected ${clause(problem.expected)}.`,
        ...failsWith(project, dag, problem.at),
      }),
    ),
};
