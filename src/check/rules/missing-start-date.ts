import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const missingStartDate: Rule = {
  name: "missing-start-date",
  severity: "error",
  effect: "fails",
  summary: "a schedule, and no `start_date` in the DAG or its `default_args`",
  explains:
    "Airflow 2 raises for a DAG that has a schedule and no `start_date`, even where every task has one of its own. Airflow 3 raises only for a schedule by time with `catchup: true`. One exception ends the whole entry point.",
  source: "airflow/models/dag.py, DAG.__init__ (2.11); airflow/sdk/definitions/dag.py, DAG._validate_catchup (3.3)",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": 'schedule: "@daily"\n',
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": 'schedule: "@daily"\nstart_date: !datetime [2024, 1, 1]\n',
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "missing-start-date").map(({ problem, dag }) => {
      const why =
        problem.airflow === 2 ? "Airflow 2 needs one for every schedule" : "Airflow 3 needs one where `catchup` is on";
      return findingOf(missingStartDate, {
        at: problem.at,
        message: `\`${dag?.id ?? ""}\` has a schedule and no \`start_date\`: ${why}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: "Add `start_date: !datetime [2024, 1, 1]` to METADATA.yml, or to its `default_args`.",
        ...failsWith(project, dag, problem.at),
      });
    }),
};
