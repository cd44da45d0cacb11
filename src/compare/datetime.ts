import type { CallValue } from "../model/value.ts";

const PARAMETERS = ["year", "month", "day", "hour", "minute", "second", "microsecond"] as const;

/**
 * The text of `isoformat()` for a naive `datetime.datetime(…)` call (Python's datetime documentation), or `null` where
 * it is no such call, has a time zone, or an argument is no whole number.
 */
export function datetimeText(call: CallValue): string | null {
  if (call.fn !== "datetime.datetime" || call.args.length > PARAMETERS.length) return null;
  const given = new Map<string, bigint>();
  const named: (readonly [string | undefined, { readonly t: string; readonly v?: unknown }])[] = [
    ...call.args.map((value, index) => [PARAMETERS[index], value] as const),
    ...call.kwargs,
  ];
  for (const [name, value] of named) {
    if (name === undefined || !PARAMETERS.some((known) => known === name)) return null;
    if (given.has(name) || value.t !== "int" || typeof value.v !== "bigint" || value.v < 0n) return null;
    given.set(name, value.v);
  }
  if (!given.has("year") || !given.has("month") || !given.has("day")) return null;
  const part = (name: string, width: number): string => String(given.get(name) ?? 0n).padStart(width, "0");
  const micros = part("microsecond", 6);
  const fraction = micros === "000000" ? "" : `.${micros}`;
  return `${part("year", 4)}-${part("month", 2)}-${part("day", 2)}T${part("hour", 2)}:${part("minute", 2)}:${part("second", 2)}${fraction}`;
}
