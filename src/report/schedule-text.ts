import cronstrue from "cronstrue";
import { readCron } from "../build/cron.ts";
import { SCHEDULE_KEYS as KEYS, scheduleIn } from "../build/schedule-problems.ts";
import { timedeltaMicros } from "../compare/timedelta.ts";
import type { Dag } from "../model/dag.ts";
import type { CallValue, Value } from "../model/value.ts";
import { assetsInWords } from "./asset-text.ts";
import { code, type Rich } from "./rich.ts";
import { valueText } from "./value-text.ts";

/** Airflow's presets (`airflow/timetables`, and the table "Cron Presets" of its documentation). */
const PRESETS: ReadonlyMap<string, string> = new Map<string, string>([
  ["@once", "once"],
  ["@hourly", "every hour"],
  ["@daily", "every day at 00:00"],
  ["@midnight", "every day at 00:00"],
  ["@weekly", "every Sunday at 00:00"],
  ["@monthly", "on day 1 of every month at 00:00"],
  ["@quarterly", "on day 1 of every third month at 00:00"],
  ["@yearly", "on 1 January at 00:00"],
  ["@annually", "on 1 January at 00:00"],
  ["@continuous", "continuously"],
]);

/**
 * A cron expression in words, or `null` where Airflow takes none such or draws its times at random. Airflow's sixth field
 * are the seconds and its seventh the years; where both days are limited, either of them counts.
 */
export function cronInWords(cron: string): string | null {
  const fields = cron.trim().split(/\s+/);
  const reading = cron.length > 100 || cron.startsWith("@") ? null : readCron(cron);
  if (!reading?.ok || reading.cron === null) return null;
  // cronstrue has the seconds first.
  const [seconds, ...years] = fields.slice(5);
  const ordered = [...(seconds === undefined ? [] : [seconds]), ...fields.slice(0, 5), ...years].join(" ");
  try {
    const words = cronstrue
      .toString(ordered, { use24HourTimeFormat: true })
      .replace(/^(.*\bday \d.* of the month|.*\bof the month), and on /, "$1, or on ");
    const daily = /^At (\d\d:\d\d(?::\d\d)?(?:(?:, \d\d:\d\d)*,? and \d\d:\d\d)?)$/.exec(words);
    return daily ? `every day at ${daily[1] ?? ""}` : words.charAt(0).toLowerCase() + words.slice(1);
  } catch {
    return null;
  }
}

const UNITS = [
  ["week", 604_800_000_000n],
  ["day", 86_400_000_000n],
  ["hour", 3_600_000_000n],
  ["minute", 60_000_000n],
  ["second", 1_000_000n],
] as const;

function timedeltaInWords(call: CallValue): string | null {
  const total = timedeltaMicros(call);
  if (total === null) return null;
  for (const [unit, micros] of UNITS) {
    if (total <= 0n || total % micros !== 0n || (unit === "week" && total !== micros)) continue;
    const amount = total / micros;
    return amount === 1n ? `every ${unit}` : `every ${amount} ${unit}s`;
  }
  return null;
}

/** `dateutil.relativedelta` of one unit, such as a month. */
function relativeInWords({ fn, args, kwargs }: CallValue): string | null {
  const [only] = kwargs;
  if (fn !== "dateutil.relativedelta.relativedelta" || args.length > 0 || kwargs.length !== 1 || !only) return null;
  const [unit, amount] = only;
  if (!/^(?:years|months|weeks|days|hours|minutes)$/.test(unit) || amount.t !== "int" || amount.v <= 0n) return null;
  return amount.v === 1n ? `every ${unit.slice(0, -1)}` : `every ${amount.v} ${unit}`;
}

/** Airflow's timetables that say no more than a schedule and a time zone (`airflow/timetables`). */
function timetableInWords({ fn, args, kwargs }: CallValue): Rich | null {
  const name = typeof fn === "string" ? /^airflow\.(?:sdk|timetables)\b.*\.(\w+)$/.exec(fn)?.[1] : undefined;
  const named = (...keys: readonly string[]) => kwargs.find(([key]) => keys.includes(key))?.[1];
  if (name === "CronTriggerTimetable" || name === "CronDataIntervalTimetable") {
    const [cron, zone] = [args[0] ?? named("cron"), args[1] ?? named("timezone")];
    const words = cron?.t === "str" ? (PRESETS.get(cron.v) ?? cronInWords(cron.v)) : null;
    if (words === null || (zone && zone.t !== "str")) return null;
    return zone ? [`${words}, time zone `, code(valueText(zone, "").slice(1, -1))] : [words];
  }
  if (name === "DeltaTriggerTimetable" || name === "DeltaDataIntervalTimetable") {
    const delta = args[0] ?? named("delta");
    return delta?.t === "call" ? callInWords(delta) : null;
  }
  if (name !== "DatasetOrTimeSchedule" && name !== "AssetOrTimeSchedule") return null;
  const [timetable, assets] = [named("timetable"), named("assets", "datasets")];
  const time = timetable?.t === "call" ? callInWords(timetable) : null;
  const update = assets ? assetsInWords(assets) : null;
  return time && update ? [...time, ", and ", ...update] : null;
}

function callInWords(call: CallValue): Rich | null {
  const words = timedeltaInWords(call) ?? relativeInWords(call);
  return words === null ? timetableInWords(call) : [words];
}

/** One schedule in words; as code where it has none. */
export function scheduleInWords(value: Value): Rich {
  if (value.t === "null") return ["no schedule"];
  if (value.t === "str") {
    const words = PRESETS.get(value.v) ?? cronInWords(value.v);
    return words === null ? [code(valueText(value, "schedule"))] : [words];
  }
  const words = (value.t === "call" ? callInWords(value) : null) ?? assetsInWords(value);
  return words ?? [code(valueText(value, "schedule"))];
}

/** What a DAG of this Airflow does without a schedule: `DEFAULT_SCHEDULE_INTERVAL` is a day in Airflow 2, and `None` in 3. */
const DEFAULT: Readonly<Record<Dag["airflow"], string>> = { 2: "every day, Airflow's default", 3: "no schedule" };

/** The keys of `settings` that hold the schedule. */
export const SCHEDULE_KEYS: ReadonlySet<string> = new Set(KEYS);

/** The schedule of a DAG in words. */
export function scheduleOf(dag: Pick<Dag, "settings" | "airflow">): Rich {
  const field = scheduleIn(dag.settings);
  return field ? scheduleInWords(field.value) : [DEFAULT[dag.airflow]];
}
