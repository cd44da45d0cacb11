import type { CallValue } from "../model/value.ts";

/** The parameters of `datetime.timedelta` in their order, each in microseconds (Python's datetime documentation). */
const UNITS: readonly (readonly [string, bigint])[] = [
  ["days", 86_400_000_000n],
  ["seconds", 1_000_000n],
  ["microseconds", 1n],
  ["milliseconds", 1_000n],
  ["minutes", 60_000_000n],
  ["hours", 3_600_000_000n],
  ["weeks", 604_800_000_000n],
];

/**
 * The length of a `datetime.timedelta(…)` call in microseconds, or `null` where it is no such call or an argument is
 * no whole number (Python rounds fractions in a way of its own, so these are compared as written).
 */
export function timedeltaMicros(call: CallValue): bigint | null {
  if (call.fn !== "datetime.timedelta" || call.args.length > UNITS.length) return null;
  let total = 0n;
  for (const [index, value] of call.args.entries()) {
    const unit = UNITS[index]?.[1];
    if (unit === undefined || value.t !== "int") return null;
    total += value.v * unit;
  }
  for (const [name, value] of call.kwargs) {
    const index = UNITS.findIndex(([unit]) => unit === name);
    const unit = UNITS[index]?.[1];
    if (unit === undefined || index < call.args.length || value.t !== "int") return null;
    total += value.v * unit;
  }
  return total;
}
