import { fieldOf, fieldsOfMap, truthOf } from "../build/fields.ts";
import {
  DAY,
  instants,
  MOST_INSTANTS,
  type RunTimes,
  runTimes,
  shareRuns,
  size,
  utcOf,
} from "../build/logical-dates.ts";
import type { Dag } from "../model/dag.ts";
import { cronOf, intervalOf, scheduleField, startField, staticDate } from "./dag-schedule.ts";

/** A year that has a 29 February, so that no schedule looks as if it never ran, and that year with one on each side. */
const YEAR = { from: Date.UTC(2024, 0, 1) / DAY, days: 366 };
const AROUND = { from: Date.UTC(2023, 0, 1) / DAY, days: 3 * 366 };

/**
 * The logical dates of a DAG: by the clock, or every `step` milliseconds from `anchor` on. `zoned`: its start has a time
 * zone; where it has none, that of the installation counts.
 */
export type RunDates =
  | { readonly t: "clock"; readonly zoned: boolean; readonly year: RunTimes; readonly around: RunTimes }
  | { readonly t: "grid"; readonly zoned: boolean; readonly step: number; readonly anchor: number };

/** The DAG has runs whose dates nobody can tell: why, as the end of a sentence. */
export interface OpenDates {
  readonly t: "open";
  readonly why: string;
}

/**
 * The logical dates of a DAG as its timetable gives them (`airflow/timetables/interval.py`, `trigger.py`). `null`: its
 * schedule starts no runs over and over, or nothing can be said of it.
 */
export function runDatesOf(dag: Dag): RunDates | OpenDates | null {
  const value = scheduleField(dag)?.value;
  if (value?.t === "str" && value.v === "@continuous")
    return { t: "open", why: `\`${dag.id}\` runs continuously, at no fixed dates` };
  if (value && isAssets(value)) {
    const kind = dag.airflow === 2 ? "datasets" : "assets";
    return { t: "open", why: `\`${dag.id}\` runs when its ${kind} are updated, at no fixed dates` };
  }
  const start = startField(dag);
  const date = start ? staticDate(start.value) : null;
  const cron = cronOf(dag);
  if (cron) {
    const zone = start ? date && { name: date.zone } : { name: null };
    const year = zone && runTimes(cron, zone.name, YEAR.from, YEAR.days);
    const around = zone && runTimes(cron, zone.name, AROUND.from, AROUND.days);
    return year && around && year.days.length > 0 ? { t: "clock", zoned: zone.name !== null, year, around } : null;
  }
  const step = intervalOf(dag);
  if (step === null || step <= 0 || !Number.isInteger(step) || !date || hasOtherStarts(dag)) return null;
  return gridOf(dag, step, utcOf(date.ms, date.zone), date.zone !== null);
}

/**
 * With `catchup` a timedelta counts from the start date. Without, Airflow 2 counts from 1970 or from the start date,
 * whichever is later when the DAG is switched on (`DeltaDataIntervalTimetable._skip_to_latest`), and Airflow 3 from that
 * moment itself (`DeltaTriggerTimetable`).
 */
function gridOf(dag: Dag, step: number, anchor: number, zoned: boolean): RunDates | OpenDates | null {
  const given = fieldOf(dag.settings, "catchup");
  const catchup = given ? truthOf(given.value) : dag.airflow === 2;
  if (catchup === null) return null;
  if (catchup || (dag.airflow === 2 && anchor % step === 0)) return { t: "grid", zoned, step, anchor };
  const why = `\`${dag.id}\` has a timedelta as schedule and no \`catchup\`, so that its dates depend on when it is switched on`;
  return { t: "open", why };
}

/** A task or a group that starts by itself: then the earliest start of all counts (`DAG._time_restriction`). */
const hasOtherStarts = (dag: Dag): boolean =>
  dag.tasks.some((task) => fieldOf(task.arguments, "start_date")) ||
  dag.groups.some((group) => {
    const defaults = fieldOf(group.arguments, "default_args");
    return defaults !== undefined && fieldOf(fieldsOfMap(defaults.value) ?? [], "start_date") !== undefined;
  });

const ASSET = /(?:^|\.)(?:Dataset|Asset)(?:Alias|All|Any|OrTimeSchedule)?$/;

/** Datasets or assets: one, a list, or an expression of them. */
function isAssets(value: NonNullable<ReturnType<typeof scheduleField>>["value"]): boolean {
  if (value.t === "list" || value.t === "tuple") return value.v.length > 0 && value.v.every(isAssets);
  if (value.t === "expr") return /^\(*(?:Dataset|Asset)\w*\(/.test(value.source);
  return value.t === "call" && typeof value.fn === "string" && ASSET.test(value.fn);
}

/** True where some run of `own`, `delta` milliseconds earlier, is a run of `other`, or where they are too many to look at. */
export function haveCommonRuns(own: RunDates, other: RunDates, delta: number): boolean {
  if (own.t === "clock" && other.t === "clock") return shareRuns(own.year, other.around, delta);
  if (own.t === "grid" && other.t === "grid")
    return (own.anchor - delta - other.anchor) % commonDivisor(own.step, other.step) === 0;
  const [clock, grid, shift] =
    own.t === "clock" && other.t === "grid"
      ? [own, other, -delta]
      : own.t === "grid" && other.t === "clock"
        ? [other, own, delta]
        : [null, null, 0];
  if (!clock || !grid || size(clock.year) > MOST_INSTANTS) return true;
  return instants(clock.year).some((instant) => (instant + shift - grid.anchor) % grid.step === 0);
}

/** How long before each run of `own` the latest run of `other` lies, in milliseconds, where that is always the same. */
export function steadyDistance(own: RunDates, other: RunDates): number | null {
  const [from, to] = [YEAR.from * DAY, (YEAR.from + YEAR.days) * DAY];
  const runs = datesWithin(own, from, to, "year");
  const others =
    datesWithin(other, AROUND.from * DAY, (AROUND.from + AROUND.days) * DAY, "around") ??
    datesWithin(other, from, to, "year");
  const first = others?.[0];
  if (!runs || !others || first === undefined) return null;
  let position = 0;
  let distance: number | null = null;
  for (const run of runs) {
    while ((others[position + 1] ?? Number.POSITIVE_INFINITY) <= run) position += 1;
    const before = others[position] ?? first;
    if (before > run) continue;
    if (distance !== null && distance !== run - before) return null;
    distance = run - before;
  }
  return distance;
}

/** The dates in order; `null` where they are too many to look at. */
function datesWithin(dates: RunDates, from: number, to: number, part: "year" | "around"): readonly number[] | null {
  if (dates.t === "clock")
    return size(dates[part]) > MOST_INSTANTS ? null : [...instants(dates[part])].sort((a, b) => a - b);
  const { step, anchor } = dates;
  if ((to - from) / step > MOST_INSTANTS) return null;
  const first = anchor + Math.ceil((from - anchor) / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, index) => first + index * step);
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
