import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const overwrittenKey: Rule = {
  name: "overwritten-key",
  severity: "warning",
  effect: "dropped",
  summary: "`task_id`, `file_path` and the like in a task file: gusty writes over them",
  explains:
    "The id of a task is the name of its file, lower-cased. gusty sets `task_id`, `file_path`, `absql_runner` and `dag` after it has read the file, so what the file says there counts for nothing. Dependencies name the task by its file's name.",
  source: "gusty/parsing/__init__.py, parse; gusty/building.py, build_task",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\ntask_id: knead_the_dough\n",
    },
    airflow: 2,
  },
  right: {
    shows: "dags/bakery/knead_the_dough.yml",
    files: {
      "dags/bakery/knead_the_dough.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
    airflow: 2,
  },
  check: ({ project }) =>
    problemsOf(project, "overwritten-key").flatMap(({ problem, dag }) =>
      dag
        ? [
            findingOf(overwrittenKey, {
              at: problem.at,
              message: `gusty writes over \`${problem.keyName}\`: it holds ${problem.why}, whatever stands here.`,
              advice: problem.keyName === "task_id" ? "Take it out, or rename the file." : "Take it out.",
              subject: { ...failsWith(project, dag, problem.at).subject, key: problem.keyName },
            }),
          ]
        : [],
    ),
};
