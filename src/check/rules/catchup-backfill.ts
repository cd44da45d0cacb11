import { fieldOf } from "../../build/fields.ts";
import { DAY, runTimes } from "../../build/logical-dates.ts";
import type { Dag } from "../../model/dag.ts";
import { catchesUp, cronOf, intervalOf, scheduleField, startField, staticDate } from "../dag-schedule.ts";
import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

/** No schedule is counted over more days than these: what is older is a mistake, or as good as endless. */
const MOST_DAYS = 20 * 366;

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
      if (catchesUp(dag) !== true || (before && catchesUp(before) !== false)) return [];
      const due = runsUntil(dag, now);
      if (due === null || due <= project.config.backfillAbove) return [];
      const catchup = fieldOf(dag.settings, "catchup");
      const place = catchup ?? scheduleField(dag) ?? startField(dag);
      const limit = fieldOf(dag.settings, "max_active_runs")?.value;
      const most = limit?.t === "int" ? Number(limit.v) : 16;
      const why = before
        ? "this change turns `catchup` on"
        : catchup
          ? "`catchup` is on"
          : "`catchup` is on by default in Airflow 2";
      return [
        findingOf(catchupBackfill, {
          at: place?.value.span ?? place?.keySpan ?? dag.site.declared,
          message: `Up to ${due} runs of \`${dag.id}\` become due ${before ? "at once" : "once it is switched on"}, at most ${most} at a time: ${why}.`,
          advice: "If that is not wanted, set `catchup: false`.",
          subject: { dag: dag.id, key: "catchup" },
        }),
      ];
    });
  },
};

/** How many logical dates lie between the start of a DAG and `now`; `null` where that is not known. */
function runsUntil(dag: Dag, now: number): number | null {
  const start = startField(dag);
  const from = start ? staticDate(start.value) : null;
  if (!from || from.ms >= now) return null;
  const end = fieldOf(dag.settings, "end_date");
  const last = end ? staticDate(end.value) : null;
  const until = last ? Math.min(last.ms, now) : now;
  const interval = intervalOf(dag);
  if (interval !== null) return interval > 0 ? Math.floor((until - from.ms) / interval) : null;
  const cron = cronOf(dag);
  const firstDay = Math.floor(from.ms / DAY);
  const days = Math.min(MOST_DAYS, Math.ceil(until / DAY) - firstDay);
  const times = cron && days > 0 ? runTimes(cron, null, firstDay, days) : null;
  return times === null ? null : countBetween(times.days, times.times, from.ms, until);
}

/** How many of these times of these days lie in `[from, until)`. */
function countBetween(days: readonly number[], times: readonly number[], from: number, until: number): number {
  const whole = days.filter((day) => day * DAY >= from && (day + 1) * DAY <= until);
  const partial = days.filter((day) => !(day * DAY >= from && (day + 1) * DAY <= until));
  const inside = partial.flatMap((day) =>
    times.filter((time) => day * DAY + time * 1000 >= from && day * DAY + time * 1000 < until),
  );
  return whole.length * times.length + inside.length;
}
