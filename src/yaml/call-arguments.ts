import type { Value } from "../model/value.ts";
import { isDay } from "./timestamp.ts";

/** Why a call raises: `detail` is a sentence, `expected` says what the function takes. */
export interface RefusedCall {
  readonly detail: string;
  readonly expected: string;
}

/** The parameters of a function in order, and how many of them have no default. `any`: it takes any keyword. */
interface Signature {
  readonly parameters: readonly string[];
  readonly required: number;
  readonly positional?: number;
  readonly any?: boolean;
  readonly accepts: (name: string, value: Value) => boolean;
  readonly expected: string;
  readonly check?: (given: ReadonlyMap<string, Value>) => string | null;
}

const TIMEDELTA = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
const DATETIME = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"];

const SIGNATURES: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  [
    "datetime.timedelta",
    {
      parameters: TIMEDELTA,
      required: 0,
      accepts: (_, value) => isNumber(value),
      expected: `Numbers for ${TIMEDELTA.join(", ")}.`,
      check: tooLong,
    },
  ],
  [
    "datetime.datetime",
    {
      parameters: DATETIME,
      required: 3,
      positional: 8,
      accepts: (name, value) => (name === "tzinfo" ? value.t === "null" : isInteger(value)),
      expected: "Whole numbers for year, month and day, and for hour, minute, second where wanted.",
      check: noSuchTime,
    },
  ],
  [
    "gusty.utils.days_ago",
    {
      parameters: ["n"],
      required: 1,
      accepts: (_, value) => isNumber(value),
      expected: "One number of days.",
      check: outOfTime,
    },
  ],
  [
    "absql.functions.env_var",
    {
      parameters: ["var", "default"],
      required: 1,
      accepts: (name, value) => name !== "var" || value.t === "str",
      expected: "The name of an environment variable, and a default where wanted.",
    },
  ],
  [
    "absql.functions.env_switch",
    {
      parameters: ["default"],
      required: 0,
      any: true,
      accepts: () => true,
      expected: "Keyword arguments: one value for each environment, and `default`.",
    },
  ],
  [
    "absql.functions.time.previous_date",
    {
      parameters: ["tz", "days"],
      required: 0,
      accepts: (name, value) => (name === "tz" ? isZone(value) : isNumber(value)),
      expected: "A time zone `tz` and a number of `days`.",
    },
  ],
  [
    "absql.functions.time.previous_hour",
    {
      parameters: ["tz", "hours", "days"],
      required: 0,
      accepts: (name, value) => (name === "tz" ? isZone(value) : isNumber(value)),
      expected: "A time zone `tz` and numbers of `hours` and `days`.",
    },
  ],
]);

/** Why a call of one of gusty's own tag functions raises in Python; `null` where it does not, or where only Python knows. */
export function refusedArguments(
  fn: string,
  args: readonly Value[],
  kwargs: readonly (readonly [string, Value])[],
): RefusedCall | null {
  const signature = SIGNATURES.get(fn);
  if (!signature) return null;
  const { parameters, required, expected } = signature;
  const given = new Map<string, Value>();
  const refuse = (detail: string): RefusedCall => ({ detail, expected });
  const most = signature.positional ?? parameters.length;
  if (args.length > most) return refuse(`it takes at most ${most} values, and gets ${args.length}.`);
  for (const [index, value] of args.entries()) given.set(parameters[index] ?? "", value);
  for (const [name, value] of kwargs) {
    if (given.has(name)) return refuse(`it gets \`${name}\` twice.`);
    if (!signature.any && !parameters.includes(name)) return refuse(`it has no argument \`${name}\`.`);
    given.set(name, value);
  }
  const missing = parameters.slice(0, required).find((name) => !given.has(name));
  if (missing !== undefined) return refuse(`its argument \`${missing}\` is missing.`);
  for (const [name, value] of given) {
    if (!isOpen(value) && !signature.accepts(name, value))
      return refuse(`its argument \`${name}\` cannot be a value like this.`);
  }
  const wrong = signature.check?.(given);
  return wrong ? refuse(wrong) : null;
}

/** Values that only Python knows. */
const isOpen = (value: Value): boolean => value.t === "call" || value.t === "expr" || value.t === "name";
const isInteger = (value: Value): boolean => value.t === "int" || value.t === "bool";
const isNumber = (value: Value): boolean => isInteger(value) || (value.t === "float" && Number.isFinite(value.v));

/** What `pendulum.now` takes: a name, hours from UTC, or nothing. Whether there is a zone of that name only Python knows. */
const isZone = (value: Value): boolean =>
  value.t === "str" || value.t === "null" || (isNumber(value) && Math.abs(numberOf(value) ?? 0) <= 24);

/** Years after 9999 or before 1 raise; what is near them depends on the day on which it is asked. */
function outOfTime(given: ReadonlyMap<string, Value>): string | null {
  const days = numberOf(given.get("n"));
  return days !== null && (days < -2_800_000 || days > 730_000) ? "so many days ago there is no date." : null;
}

function numberOf(value: Value | undefined): number | null {
  if (value === undefined) return 0;
  if (value.t === "int") return Number(value.v);
  if (value.t === "float") return value.v;
  return value.t === "bool" ? Number(value.v) : null;
}

const SECONDS: ReadonlyMap<string, number> = new Map<string, number>([
  ["days", 86400],
  ["seconds", 1],
  ["microseconds", 1e-6],
  ["milliseconds", 1e-3],
  ["minutes", 60],
  ["hours", 3600],
  ["weeks", 604800],
]);

function tooLong(given: ReadonlyMap<string, Value>): string | null {
  let seconds = 0;
  for (const [name, value] of given) {
    const number = numberOf(value);
    if (number === null) return null;
    seconds += number * (SECONDS.get(name) ?? 0);
  }
  return Math.abs(seconds) >= 86400 * 1e9 ? "the time is longer than Python can hold." : null;
}

function noSuchTime(given: ReadonlyMap<string, Value>): string | null {
  const part = (name: string) => numberOf(given.get(name));
  const [year, month, day] = [part("year"), part("month"), part("day")];
  if (year !== null && month !== null && day !== null && !isDay(year, month, day)) return "there is no such day.";
  const limits = [
    ["hour", 23],
    ["minute", 59],
    ["second", 59],
    ["microsecond", 999999],
    ["fold", 1],
  ] as const;
  for (const [name, most] of limits) {
    const value = part(name);
    if (value !== null && (value < 0 || value > most)) return `its argument \`${name}\` is not between 0 and ${most}.`;
  }
  return null;
}
