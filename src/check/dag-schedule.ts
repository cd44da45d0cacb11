import { type Cron, readCron } from "../build/cron.ts";
import { fieldOf, fieldsOfMap, truthOf } from "../build/fields.ts";
import { isZone } from "../build/logical-dates.ts";
import { scheduleIn } from "../build/schedule-problems.ts";
import type { Dag } from "../model/dag.ts";
import type { CallValue, Field, Value } from "../model/value.ts";

/** A static point in time. `zone`: `null` where it has none, so that Airflow takes its default zone; `ms` is then as in UTC. */
export interface StaticDate {
  readonly ms: number;
  readonly zone: string | null;
}

/** The field that gives a DAG its schedule, or `undefined`. */
export const scheduleField = (dag: Dag): Field | undefined => scheduleIn(dag.settings);

/** The cron expression of a DAG's schedule, preset or written; `null` for any other schedule. */
export function cronOf(dag: Dag): Cron | null {
  const value = scheduleField(dag)?.value;
  const reading = value?.t === "str" ? readCron(value.v) : null;
  return reading?.ok ? reading.cron : null;
}

/** The length of a timedelta schedule in milliseconds: written as one, or the day that Airflow 2 takes where nothing is said. */
export function intervalOf(dag: Dag): number | null {
  const field = scheduleField(dag);
  if (!field) return dag.airflow === 2 ? 86_400_000 : null;
  return field.value.t === "call" && field.value.fn === "datetime.timedelta" ? timedeltaOf(field.value) : null;
}

const UNITS: ReadonlyMap<string, number> = new Map<string, number>([
  ["weeks", 604_800_000],
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1000],
  ["milliseconds", 1],
  ["microseconds", 0.001],
]);

/** The milliseconds of a `datetime.timedelta` of numbers, or `null`. */
export function timedeltaOf(call: CallValue): number | null {
  const order = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
  const pairs = [...call.args.map((value, index) => [order[index] ?? "", value] as const), ...call.kwargs];
  let total = 0;
  for (const [unit, value] of pairs) {
    const size = UNITS.get(unit);
    if (size === undefined || (value.t !== "int" && value.t !== "float")) return null;
    total += size * Number(value.v);
  }
  return total;
}

/** The field that says when the DAG starts: its own, or that of its `default_args`. */
export function startField(dag: Dag): Field | undefined {
  const own = fieldOf(dag.settings, "start_date");
  if (own && truthOf(own.value) !== false) return own;
  const defaults = fieldOf(dag.settings, "default_args");
  return fieldOf((defaults && fieldsOfMap(defaults.value)) ?? [], "start_date");
}

/** A date that is written out, or `null`. */
export function staticDate(value: Value): StaticDate | null {
  if (value.t === "datetime") {
    const offset = /([+-]\d\d:\d\d)$/.exec(value.v)?.[1] ?? null;
    const ms = Date.parse(offset === null ? `${value.v}Z` : value.v);
    return Number.isNaN(ms) ? null : { ms, zone: offset };
  }
  if (value.t !== "call" || (value.fn !== "datetime.datetime" && value.fn !== "pendulum.datetime")) return null;
  const names = ["year", "month", "day", "hour", "minute", "second", "microsecond"];
  const parts = new Map(value.args.map((item, index) => [names[index] ?? `${index}`, item]));
  for (const [name, item] of value.kwargs) parts.set(name, item);
  const zone = zoneOf(parts.get("tz") ?? parts.get("tzinfo"), value.fn === "pendulum.datetime");
  parts.delete("tz");
  parts.delete("tzinfo");
  const numbers = names.map((name) => parts.get(name));
  if (zone === undefined || [...parts.keys()].some((name) => !names.includes(name))) return null;
  if (numbers.some((item) => item !== undefined && item.t !== "int")) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers.map((item) =>
    item?.t === "int" ? Number(item.v) : undefined,
  );
  return { ms: Date.UTC(year, month - 1, day, hour, minute, second), zone };
}

/** `undefined` for a zone that is not known. */
function zoneOf(value: Value | undefined, pendulum: boolean): string | null | undefined {
  if (value === undefined || value.t === "null") return pendulum ? "UTC" : null;
  const name =
    value.t === "str"
      ? value
      : value.t === "call" && typeof value.fn === "string" && /(^|\.)(timezone|ZoneInfo)$/.test(value.fn)
        ? value.args[0]
        : undefined;
  if (name?.t === "str") return isZone(name.v) ? name.v : undefined;
  return value.t === "name" && /(^|\.)(utc|UTC)$/.test(value.path) ? "UTC" : undefined;
}
