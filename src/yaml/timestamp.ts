import type { ValueData } from "../model/value.ts";

const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(?:Z|([-+])(\d\d?)(?::(\d\d))?))?)?\n?$/;

/**
 * A date or datetime as `SafeConstructor.construct_yaml_timestamp` makes it, in the words of Python's `isoformat()`;
 * `null` where Python raises (no such day, an offset of a day or more).
 */
export function readTimestamp(text: string): Extract<ValueData, { t: "date" | "datetime" }> | null {
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = "", hour, minute, second, fraction, sign, zoneHour, zoneMinute] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (hour === undefined || minute === undefined || second === undefined) return { t: "date", v: date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const micros = (fraction ?? "").slice(0, 6).padEnd(6, "0");
  const time = `${hour.padStart(2, "0")}:${minute}:${second}${micros === "000000" ? "" : `.${micros}`}`;
  const zone =
    sign === undefined
      ? /Z\n?$/.test(text)
        ? "+00:00"
        : ""
      : offsetOf(sign, Number(zoneHour), Number(zoneMinute ?? 0));
  return zone === null ? null : { t: "datetime", v: `${date}T${time}${zone}` };
}

/** True where Python's `datetime.date(year, month, day)` does not raise. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

function offsetOf(sign: string, hours: number, minutes: number): string | null {
  const total = hours * 60 + minutes;
  if (total >= 24 * 60) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${sign === "-" && total > 0 ? "-" : "+"}${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
