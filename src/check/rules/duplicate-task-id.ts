import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const duplicateTaskId: Rule = {
  name: "duplicate-task-id",
  severity: "error",
  effect: "fails",
  summary: "two tasks, or a task and a task group, with one id",
  explains:
    "A task's id is the name of its file, lower-cased and without the extension, so `load.yml` and `load.sql` are one id; folders do not help unless the group has a prefix or suffix. Airflow keeps tasks and task groups of a DAG in one namespace and raises DuplicateTaskIdFound, which ends the whole entry point.",
  source:
    "gusty/parsing/__init__.py, parse; airflow/models/dag.py, DAG.add_task; airflow/utils/task_group.py, TaskGroup",
  wrong: {
    shows: "dags/bakery/load.sql",
    files: {
      "dags/bakery/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
      "dags/bakery/load.sql":
        "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n---\n\nSELECT 1\n",
    },
  },
  right: {
    shows: "dags/bakery/load_flour.sql",
    files: {
      "dags/bakery/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
      "dags/bakery/load_flour.sql":
        "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n---\n\nSELECT 1\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "duplicate-id").map(({ problem, dag }) => {
      const what = problem.what === "group" ? "task group" : "task";
      const { subject, stops } = failsWith(project, dag, problem.at);
      return findingOf(duplicateTaskId, {
        at: problem.at,
        message: `The id \`${problem.id}\` of this ${what} is taken already by \`${problem.first.file}\`.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: "Rename one of the two, and what depends on it.",
        related: [{ at: problem.first, message: `the first \`${problem.id}\`` }],
        subject: { ...subject, ...(problem.what === "group" ? { group: problem.id } : { task: problem.id }) },
        stops,
      });
    }),
};
