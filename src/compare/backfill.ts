import { readCron } from "../build/cron.ts";
import { fieldOf, fieldsOfMap, truthOf } from "../build/fields.ts";
import { DAY, isZone, localTime, runTimes } from "../build/logical-dates.ts";
import { scheduleIn } from "../build/schedule-problems.ts";
import type { Backfill } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import type { Value } from "../model/value.ts";
import { datetimeText } from "./datetime.ts";
import { timedeltaMicros } from "./timedelta.ts";

/**
 * The runs that Airflow makes for the past once a DAG is switched on: `catchup` is on, there is a schedule by time, and
 * the DAG is new, or `catchup` or the schedule was off before. A DAG that has run goes on after its last run, so for it
 * they are the most there can be. `null` where no run of the past becomes due, or nothing tells so.
 * Source: `airflow/timetables/interval.py` and `trigger.py`, `next_dagrun_info`; `airflow/models/dag.py`, `DAG.catchup`.
 * @param now milliseconds since 1970; `null`: not known, and then how many runs are not known either
 */
export function backfillOf(base: Dag | null, head: Dag | null, now: number | null): Backfill | null {
  if (!head || head.outcome === "fails" || !catchesUp(head)) return null;
  const rhythm = rhythmOf(head);
  if (!rhythm) return null;
  const same = base !== null && base.id === head.id;
  const cause = !same ? "new" : !catchesUp(base) ? "catchup" : rhythmOf(base) === null ? "schedule" : null;
  const start = startOf(head, now);
  if (cause === null || start === null) return null;
  const runs = now === null ? null : countRuns(rhythm, start, now, endOf(head), head.airflow);
  if (runs === 0) return null;
  const limit = fieldOf(head.settings, "max_active_runs")?.value;
  const atOnce = limit?.t === "int" && limit.v > 0n ? Number(limit.v) : limit === undefined ? MAX_ACTIVE_RUNS : null;
  return { cause, since: new Date(start.local).toISOString().slice(0, 10), runs, atOnce };
}

/** `max_active_runs_per_dag` of Airflow's configuration, where nobody changed it. */
const MAX_ACTIVE_RUNS = 16;

/** The default is `catchup_by_default`: on in Airflow 2, off in 3. What only Python knows counts as off. */
function catchesUp(dag: Dag): boolean {
  const given = fieldOf(dag.settings, "catchup");
  return given ? truthOf(given.value) === true : dag.airflow === 2;
}

type Rhythm =
  | { readonly t: "cron"; readonly text: string }
  | { readonly t: "delta"; readonly millis: number }
  | { readonly t: "unknown" };

/** A schedule by time; `null` for none and for one by anything else. */
function rhythmOf(dag: Dag): Rhythm | null {
  const field = scheduleIn(dag.settings);
  if (!field) return dag.airflow === 2 ? { t: "delta", millis: DAY } : null;
  const { value, key } = field;
  if (key === "timetable") return value.t === "null" ? null : { t: "unknown" };
  if (value.t === "str") {
    const read = readCron(value.v);
    if (!read.ok) return null;
    return read.cron ? { t: "cron", text: value.v } : { t: "unknown" };
  }
  if (value.t === "expr") return { t: "unknown" };
  const micros = value.t === "call" ? timedeltaMicros(value) : null;
  return micros !== null && micros > 0n ? { t: "delta", millis: Number(micros) / 1000 } : null;
}

/** A moment as the clock of its zone shows it, in milliseconds as if it were UTC; `null` as zone is UTC. */
interface Moment {
  readonly local: number;
  readonly zone: string | null;
}

/** The earliest date from which a task or the DAG runs (`DAG._time_restriction`); `null` where one is not known. */
function startOf(dag: Dag, now: number | null): Moment | null {
  const defaults = fieldsOfMap(fieldOf(dag.settings, "default_args")?.value ?? { t: "null" }) ?? [];
  const own = fieldOf(dag.settings, "start_date") ?? fieldOf(defaults, "start_date");
  const given = [...(own ? [own] : []), ...dag.tasks.flatMap((task) => fieldOf(task.arguments, "start_date") ?? [])];
  const moments = given.map(({ value }) => momentOf(value, now));
  const known = moments.flatMap((moment) => moment ?? []);
  if (known.length === 0 || known.length < moments.length) return null;
  return known.reduce((first, moment) => (moment.local < first.local ? moment : first));
}

/** The end as a moment on the same clock; an end that is not known ends nothing. */
function endOf(dag: Dag): number {
  const defaults = fieldsOfMap(fieldOf(dag.settings, "default_args")?.value ?? { t: "null" }) ?? [];
  const own = fieldOf(dag.settings, "end_date") ?? fieldOf(defaults, "end_date");
  const moment = own ? momentOf(own.value, null) : null;
  return moment?.zone === null ? moment.local : Number.POSITIVE_INFINITY;
}

function momentOf(value: Value, now: number | null): Moment | null {
  if (value.t === "datetime" || value.t === "str") return isoMoment(value.v);
  if (value.t !== "call") return null;
  const plain = datetimeText(value);
  if (plain !== null) return isoMoment(plain);
  if (value.fn === "pendulum.datetime") {
    const zone = value.kwargs.find(([name]) => name === "tz")?.[1] ?? { t: "str", v: "UTC" };
    const rest = { ...value, fn: "datetime.datetime", kwargs: value.kwargs.filter(([name]) => name !== "tz") };
    const text = datetimeText(rest);
    if (text === null || zone.t !== "str" || !isZone(zone.v)) return null;
    return { local: Date.parse(`${text}Z`), zone: zone.v === "UTC" ? null : zone.v };
  }
  const [days] = value.args;
  if (value.fn === "gusty.utils.days_ago" && days?.t === "int" && value.args.length === 1 && now !== null)
    return { local: (Math.floor(now / DAY) - Number(days.v)) * DAY, zone: null };
  return null;
}

function isoMoment(text: string): Moment | null {
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text)) return null;
  const offset = /[+-]\d\d:\d\d$/.exec(text.slice(10))?.[0] ?? null;
  const local = Date.parse(`${text.slice(0, 19).replace(" ", "T")}${text.length > 10 ? "Z" : ""}`);
  return Number.isNaN(local) ? null : { local, zone: offset === "+00:00" ? null : offset };
}

/** More days than these are not counted: a start date of the year 1 is a way to say "always". */
const MOST_DAYS = 60 * 366;

/**
 * Runs from `start` until `now`. Airflow 2 makes a run when the time between two dates of the schedule is over, Airflow 3
 * at each date (`create_cron_data_intervals`, `create_delta_data_intervals`); both none that would begin after the end.
 * `null` where they cannot be counted.
 */
function countRuns(rhythm: Rhythm, start: Moment, now: number, end: number, airflow: Dag["airflow"]): number | null {
  const today = localTime(now, start.zone);
  const [due, begun] = [datesUntil(rhythm, start.local, today), datesUntil(rhythm, start.local, Math.min(today, end))];
  if (due === null || begun === null) return null;
  return airflow === 2 ? Math.max(0, Math.min(due - 1, begun)) : begun;
}

/** How many dates a schedule has from `start` to `last`, both on the clock of its zone. */
function datesUntil(rhythm: Rhythm, start: number, last: number): number | null {
  if (last < start) return 0;
  if (rhythm.t === "delta") return Math.floor((last - start) / rhythm.millis) + 1;
  const reading = rhythm.t === "cron" ? readCron(rhythm.text) : null;
  const [from, to] = [Math.floor(start / DAY), Math.floor(last / DAY)];
  if (!reading?.ok || !reading.cron || to - from > MOST_DAYS) return null;
  const times = runTimes(reading.cron, null, from, to - from + 1);
  if (!times) return null;
  const onEdge = (day: number): number =>
    times.times.map((time) => day * DAY + time * 1000).filter((date) => date >= start && date <= last).length;
  return times.days.reduce((sum, day) => sum + (day > from && day < to ? times.times.length : onEdge(day)), 0);
}
