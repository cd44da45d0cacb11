import { stopsText } from "../consequence.ts";
import { clause, failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const invalidId: Rule = {
  name: "invalid-id",
  severity: "error",
  effect: "fails",
  summary: "an id that Airflow refuses, or the reserved task name `all`",
  explains:
    "Ids of DAGs and tasks may hold letters, digits, dashes, dots and underscores, at most 250 of them; ids of task groups no dots, and at most 200. A task cannot be named `all`, which in `external_dependencies` means the whole DAG. Anything else raises, and ends the whole entry point.",
  source: "airflow/utils/helpers.py, validate_key, validate_group_key; gusty/parsing/__init__.py, parse",
  wrong: {
    shows: "dags/bakery/bake bread.yml",
    files: { "dags/bakery/bake bread.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n" },
  },
  right: {
    shows: "dags/bakery/bake_bread.yml",
    files: { "dags/bakery/bake_bread.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n" },
  },
  check: ({ project }) =>
    problemsOf(project, "invalid-id").map(({ problem, dag }) => {
      const what = { dag: "DAG", task: "task", group: "task group" }[problem.what];
      const { subject, stops } = failsWith(project, dag, problem.at);
      return findingOf(invalidId, {
        at: problem.at,
        message: `\`${problem.id}\` cannot be the id of a ${what}: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: problem.what === "task" ? "Rename the file." : "Rename the folder.",
        subject: problem.what === "task" ? { ...subject, task: problem.id } : subject,
        stops,
      });
    }),
};
