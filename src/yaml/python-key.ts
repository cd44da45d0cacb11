import type { Value } from "../model/value.ts";

/**
 * A text that is equal for two values exactly where Python calls them equal as dictionary keys (`1 == True == 1.0`);
 * `null` where the value is unhashable. Values of calls are equal to none, since only Python knows them.
 */
export function pythonKey(value: Value, unique: () => string): string | null {
  switch (value.t) {
    case "null":
      return "none";
    case "bool":
      return value.v ? "number 1" : "number 0";
    case "int":
      return `number ${value.v}`;
    case "float":
      if (Number.isNaN(value.v)) return unique();
      return Number.isInteger(value.v) ? `number ${BigInt(value.v)}` : `number ${value.v}`;
    case "str":
      return `str ${value.v}`;
    case "date":
      return `date ${value.v}`;
    case "datetime":
      return `datetime ${instantOf(value.v)}`;
    case "bytes":
      return `bytes ${value.v.join(" ")}`;
    case "list":
    case "map":
    case "set":
      return null;
    case "tuple": {
      const parts = value.v.map((part) => pythonKey(part, unique));
      return parts.includes(null) ? null : `tuple ${JSON.stringify(parts)}`;
    }
    default:
      return unique();
  }
}

/** Datetimes with an offset are equal where they are the same moment. */
function instantOf(iso: string): string {
  const match = /^(.{19})(?:\.(\d{6}))?([-+])(\d\d):(\d\d)$/.exec(iso);
  if (!match) return iso;
  const [, clock = "", micros = "000000", sign = "+", hours = "0", minutes = "0"] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return `utc ${Date.parse(`${clock}Z`) / 1000 - offset * 60}.${micros}`;
}
