import type { FileScope } from "./file-scope.ts";
import { brackets, type Code, type Item, item, text } from "./layout.ts";

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATETIME =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** A date or time of day as a call of its class; what Python cannot hold is refused. */
export function dateCode(value: { readonly t: "date" | "datetime"; readonly v: string }, scope: FileScope): Code {
  const numbers = (digits: readonly (string | undefined)[]): Item[] =>
    digits.map((part) => item(text(String(Number(part ?? "0")))));
  const date = DATE.exec(value.v);
  if (value.t === "date" && date !== null) {
    return brackets(`${scope.member("datetime", "date")}(`, numbers(date.slice(1)), ")");
  }
  const match = DATETIME.exec(value.v);
  if (value.t === "date" || match === null) {
    scope.refuse(`\`${value.v}\` is no date that Python can hold`);
    return text("None");
  }
  const parts = match.slice(1, 7);
  const micros = Number((match[7] ?? "").padEnd(6, "0"));
  if (micros > 0) parts.push(String(micros));
  else if (parts[5] === "00") parts.pop();
  const zone = match[8] === undefined && match[9] === undefined ? [] : [item(zoneCode(match, scope), "tzinfo=")];
  return brackets(`${scope.member("datetime", "datetime")}(`, [...numbers(parts), ...zone], ")");
}

function zoneCode(match: readonly (string | undefined)[], scope: FileScope): Code {
  const zone = scope.member("datetime", "timezone");
  const seconds = Number(match[10] ?? 0) * 3600 + Number(match[11] ?? 0) * 60 + Number(match[12] ?? 0);
  if (seconds === 0) return text(`${zone}.utc`);
  const signed = match[9] === "-" ? -seconds : seconds;
  const offset =
    seconds % 3600 === 0 ? item(text(String(signed / 3600)), "hours=") : item(text(String(signed)), "seconds=");
  return brackets(`${zone}(`, [item(brackets(`${scope.member("datetime", "timedelta")}(`, [offset], ")"))], ")");
}
