import { fieldOf } from "../../build/fields.ts";
import { backfillOf } from "../../compare/backfill.ts";
import { scheduleField, startField } from "../dag-schedule.ts";
import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const catchupBackfill: Rule = {
  name: "catchup-backfill",
  severity: "warning",
  effect: "surprises",
  summary: "a change after which Airflow makes up for many runs of the past",
  explains:
    "With `catchup` on, Airflow starts a run for every logical date since `start_date` that has none. That is asked for rarely: `catchup` is on by default in Airflow 2 and off in Airflow 3. Said of a DAG that this change adds, once it is switched on, and of one whose `catchup` this change turns on; the clock is the date of the commit. `catchup-backfill: {above: 100}` under `rules:` says it from more than 100 runs on.",
  source:
    "airflow/timetables/interval.py, _DataIntervalTimetable.next_dagrun_info; airflow/models/dag.py, DAG.__init__",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    airflow: 2,
    before: { "dags/bakery/METADATA.yml": null, "dags/bakery/knead.yml": null },
    files: {
      "dags/bakery/METADATA.yml": "schedule: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    airflow: 2,
    before: { "dags/bakery/METADATA.yml": null, "dags/bakery/knead.yml": null },
    files: {
      "dags/bakery/METADATA.yml":
        "schedule: '@daily'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project, other }) => {
    const now = project.date ?? other?.date ?? null;
    if (!other || now === null) return [];
    return project.dags.flatMap((dag) => {
      const before = other.dags.find((candidate) => candidate.id === dag.id);
      const { runs: due = null, atOnce = null, cause } = backfillOf(before ?? null, dag, now) ?? {};
      if (due === null || due <= project.config.backfillAbove) return [];
      const catchup = fieldOf(dag.settings, "catchup");
      const place = catchup ?? scheduleField(dag) ?? startField(dag);
      const limit = atOnce === null ? "" : `, at most ${atOnce} at a time`;
      const why = before
        ? `this change turns ${cause === "schedule" ? "a schedule" : "`catchup`"} on`
        : catchup
          ? "`catchup` is on"
          : "`catchup` is on by default in Airflow 2";
      return [
        findingOf(catchupBackfill, {
          at: place?.value.span ?? place?.keySpan ?? dag.site.declared,
          message: `Up to ${due} runs of \`${dag.id}\` become due ${before ? "at once" : "once it is switched on"}${limit}: ${why}.`,
          advice: "If that is not wanted, set `catchup: false`.",
          subject: { dag: dag.id, key: "catchup" },
        }),
      ];
    });
  },
};
