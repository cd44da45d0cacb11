import { dagsOfEntryPoint, stopsText } from "../consequence.ts";
import { findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const invalidSchedule: Rule = {
  name: "invalid-schedule",
  severity: "error",
  effect: "fails",
  summary: "a schedule that is neither a preset nor a cron expression that Airflow takes",
  explains:
    "A schedule in text is a preset (`@hourly`, `@daily`, `@weekly`, `@monthly`, `@quarterly`, `@yearly`, `@once`, `@continuous`) or a cron expression as croniter reads it: minute, hour, day of the month, month, day of the week, and seconds as a sixth field, not as the first. Names (`mon`, `jan`), `L`, `#`, `15W` and `?` are understood. For anything else Airflow raises AirflowTimetableInvalid, and the DAG disappears. `@continuous` needs `max_active_runs: 1`.",
  source: "airflow/timetables/_cron.py, CronMixin.validate; croniter/croniter.py, croniter.expand",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "schedule: '0 25 * * *'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml":
        "schedule: '0 5 * * *'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "invalid-schedule").map(({ problem, dag }) => {
      const named = problem.schedule === null ? "This" : `\`${problem.schedule}\``;
      const gone = dag
        ? problem.early
          ? ` ${stopsText(project, dag)}.`
          : ` Airflow does not load \`${dag.id}\`.`
        : "";
      return findingOf(invalidSchedule, {
        at: problem.at,
        message: `${named} is no schedule: ${problem.detail}.${gone}`,
        advice:
          problem.schedule === "@continuous"
            ? "Set `max_active_runs: 1`."
            : "Expected a preset such as `@daily`, or a cron expression such as `0 5 * * *`.",
        subject: dag ? { dag: dag.id, key: "schedule" } : {},
        stops: dag ? (problem.early ? dagsOfEntryPoint(project, dag) : [dag.id]) : [],
      });
    }),
};
