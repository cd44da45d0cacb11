import cronstrue from "cronstrue";
import type { Dag } from "../model/dag.ts";
import type { Value } from "../model/value.ts";
import { code, joinRich, type Rich } from "./rich.ts";
import { valueText } from "./value-text.ts";

/** Airflow's presets (`airflow/timetables`, and the table "Cron Presets" of its documentation). */
const PRESETS: Readonly<Record<string, string>> = {
  "@once": "once",
  "@hourly": "every hour",
  "@daily": "every day at 00:00",
  "@weekly": "every Sunday at 00:00",
  "@monthly": "on day 1 of every month at 00:00",
  "@quarterly": "on day 1 of every third month at 00:00",
  "@yearly": "on 1 January at 00:00",
  "@annually": "on 1 January at 00:00",
  "@continuous": "continuously",
};

/** A cron expression of five fields in words, or `null` where it is none. Airflow's six fields have the seconds last, and stay as written. */
export function cronInWords(cron: string): string | null {
  if (cron.length > 100 || !/^[\w*/,\-#?]+(?: +[\w*/,\-#?]+){4}$/.test(cron)) return null;
  try {
    const words = cronstrue.toString(cron, { use24HourTimeFormat: true });
    const daily = /^At (\d\d:\d\d(?:(?:, \d\d:\d\d)*,? and \d\d:\d\d)?)$/.exec(words);
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

const MICROS: Readonly<Record<string, bigint>> = {
  ...Object.fromEntries(UNITS.map(([unit, micros]) => [`${unit}s`, micros])),
  milliseconds: 1000n,
  microseconds: 1n,
};

function timedeltaInWords(kwargs: readonly (readonly [string, Value])[]): string | null {
  let total = 0n;
  for (const [unit, amount] of kwargs) {
    const micros = MICROS[unit];
    if (micros === undefined || amount.t !== "int") return null;
    total += micros * amount.v;
  }
  for (const [unit, micros] of UNITS) {
    if (total <= 0n || total % micros !== 0n || (unit === "week" && total !== micros)) continue;
    const amount = total / micros;
    return amount === 1n ? `every ${unit}` : `every ${amount} ${unit}s`;
  }
  return null;
}

const isAsset = (value: Value): boolean =>
  value.t === "call" && typeof value.fn === "string" && /\.(Dataset|Asset)$/.test(value.fn);

/** One schedule in words; as code where it has none. */
export function scheduleInWords(value: Value): Rich {
  if (value.t === "null") return ["no schedule"];
  if (value.t === "str") {
    const words = PRESETS[value.v] ?? cronInWords(value.v);
    return words === null ? [code(valueText(value, "schedule"))] : [words];
  }
  if (value.t === "call" && value.fn === "datetime.timedelta" && value.args.length === 0) {
    const words = timedeltaInWords(value.kwargs);
    if (words !== null) return [words];
  }
  if (value.t === "list" && value.v.length > 0 && value.v.length <= 5 && value.v.every(isAsset)) {
    const names = value.v.map((asset): Rich => {
      const first = asset.t === "call" ? asset.args[0] : undefined;
      return [code(first?.t === "str" ? valueText(first, "").slice(1, -1) : valueText(asset, ""))];
    });
    return ["when ", ...joinRich(names, " and "), names.length === 1 ? " is updated" : " are updated"];
  }
  return [code(valueText(value, "schedule"))];
}

/** What a DAG of this Airflow does without a schedule: `DEFAULT_SCHEDULE_INTERVAL` is a day in Airflow 2, and `None` in 3. */
const DEFAULT: Readonly<Record<Dag["airflow"], string>> = { 2: "every day, Airflow's default", 3: "no schedule" };

/** The keys of `settings` that hold the schedule. */
export const SCHEDULE_KEYS: ReadonlySet<string> = new Set(["schedule", "schedule_interval", "timetable"]);

/** The schedule of a DAG in words. */
export function scheduleOf(dag: Pick<Dag, "settings" | "airflow">): Rich {
  const field = dag.settings.find(({ key }) => SCHEDULE_KEYS.has(key));
  return field ? scheduleInWords(field.value) : [DEFAULT[dag.airflow]];
}
