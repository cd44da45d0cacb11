import { findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const sensorCollision: Rule = {
  name: "sensor-collision",
  severity: "error",
  effect: "surprises",
  summary: "two external dependencies whose sensors get one name, so that one waits for the wrong task",
  explains:
    "gusty names the sensor of an external dependency `wait_for_DAG_TASK` and makes one sensor for a name. `sales: eu_load` and `sales_eu: load` are both `wait_for_sales_eu_load`: the second shares the sensor of the first, and what it asked for is never waited for.",
  source: "gusty/external_sensor.py, make_external_task_name; gusty/building.py, create_task_external_dependencies",
  wrong: {
    shows: "dags/shop/report.yml",
    files: {
      "dags/sales/eu_load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
      "dags/sales_eu/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
      "dags/shop/report.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo report\nexternal_dependencies:\n  - sales: eu_load\n  - sales_eu: load\n",
    },
  },
  right: {
    shows: "dags/shop/report.yml",
    files: {
      "dags/sales/eu_load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
      "dags/sales_eu/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
      "dags/shop/report.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo report\nexternal_dependencies:\n  - sales: eu_load\n  - sales_eu: all\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "sensor-collision").map(({ problem, dag }) =>
      findingOf(sensorCollision, {
        at: problem.at,
        message: `This waits for ${target(problem.made)} instead of ${target(problem.wanted)}: both sensors are named \`${problem.sensor}\`, and gusty makes only the first.`,
        advice: "Wait for the whole DAG (`all`) in one of the two places, or rename the task that is waited for.",
        related: problem.first ? [{ at: problem.first, message: `this makes \`${problem.sensor}\`` }] : [],
        subject: {
          ...(dag ? { dag: dag.id } : {}),
          task: problem.sensor,
          key: `${problem.wanted.dag}: ${problem.wanted.task ?? "all"}`,
        },
      }),
    ),
};

const target = ({ dag, task }: { readonly dag: string; readonly task: string | null }): string =>
  task === null ? `the DAG \`${dag}\`` : `\`${task}\` of \`${dag}\``;
