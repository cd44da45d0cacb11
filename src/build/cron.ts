/** One field of a cron expression: `"*"` for every value, or the values it names. */
export type CronField = "*" | readonly number[];

/** A cron expression with every field written out. Minutes, hours, days, months (1 to 12), weekdays (0 is Sunday). */
export interface Cron {
  readonly minutes: CronField;
  readonly hours: CronField;
  readonly days: CronField;
  readonly months: CronField;
  readonly weekdays: CronField;
  readonly seconds: CronField | null;
  readonly years: CronField | null;
  /** `L` among the days: the last one of the month. */
  readonly lastDay: boolean;
  /** `15W`: the day from Monday to Friday nearest to the 15th. */
  readonly nearestWeekday: number | null;
  /** `5#2` (the second Friday) and `L5` (the last one), by weekday. Every weekday that is named has one, or none has. */
  readonly nth: ReadonlyMap<number, ReadonlySet<number | "last">>;
}

/** `cron` is `null` where it is valid and draws its times at random (`R`). */
export type CronReading =
  | { readonly ok: true; readonly cron: Cron | null }
  | { readonly ok: false; readonly why: string };

/** The presets of Airflow and of croniter that stand for a cron expression. */
const PRESETS: ReadonlyMap<string, string> = new Map<string, string>([
  ["@hourly", "0 * * * *"],
  ["@daily", "0 0 * * *"],
  ["@midnight", "0 0 * * *"],
  ["@weekly", "0 0 * * 0"],
  ["@monthly", "0 0 1 * *"],
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
]);

interface FieldKind {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly names: readonly string[];
  /** The number of the first name. */
  readonly first: number;
}

const kind = (name: string, low: number, high: number, names = "", first = 0): FieldKind => ({
  name,
  low,
  high,
  names: names.split(" "),
  first,
});

const MINUTES = kind("minute", 0, 59);
const HOURS = kind("hour", 0, 23);
const DAYS = kind("day of the month", 1, 31);
const MONTHS = kind("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec", 1);
const WEEKDAYS = kind("day of the week", 0, 6, "sun mon tue wed thu fri sat");
const KINDS = [MINUTES, HOURS, DAYS, MONTHS, WEEKDAYS, kind("second", 0, 59), kind("year", 1970, 2099)];

/** Longer expressions are not looked into: no one that a person writes is as long. */
const LONGEST = 1000;

class CronError extends Error {}

const refuse = (why: string): never => {
  throw new CronError(why);
};

/**
 * Reads a cron expression or preset as Airflow does: its own presets, then croniter's rules (`airflow/timetables/_cron.py`,
 * `CronMixin`; `croniter.expand`). Five fields; a sixth are seconds and a seventh years. Names, `L`, `#`, `W` and `?`
 * count, ranges may run backwards (`fri-mon`), and one from a value to itself means all.
 */
export function readCron(expression: string): CronReading {
  if (expression.length > LONGEST) return { ok: false, why: "it is too long" };
  const written = expression === "@quarterly" ? "0 0 1 */3 *" : expression.toLowerCase();
  const parts = (PRESETS.get(written) ?? written).split(/[ \t\n\r\f\v]+/).filter((part) => part !== "");
  if (parts.length < 5 || parts.length > 7) {
    const why = written.startsWith("@") ? "there is no such preset" : `it has ${parts.length} fields`;
    return { ok: false, why: `${why}, and Airflow takes 5 (minute, hour, day, month, weekday), or seconds as a sixth` };
  }
  try {
    return { ok: true, cron: parts.some(isRandom) ? null : readFields(parts) };
  } catch (error) {
    if (error instanceof CronError) return { ok: false, why: error.message };
    throw error;
  }
}

const HASHED = /^([hr])(?:\((\d{1,6})-(\d{1,6})\))?(?:\/(\d{1,6}))?$/;

/** True for a field that croniter draws at random; one that it would hash is refused, since Airflow gives it nothing to hash. */
function isRandom(part: string, position: number): boolean {
  const match = HASHED.exec(part);
  const of = KINDS[position];
  if (!match || !of) return false;
  const [, letter, low, high, step] = match;
  if (letter === "h") refuse(`\`${part}\` (a hashed ${of.name}) does not work in Airflow`);
  const bounds = low === undefined ? [] : [Number(low), Number(high)];
  const [from = 0, to = 1] = bounds;
  if (from >= to || bounds.some((bound) => alias(bound, of) < of.low || alias(bound, of) > of.high))
    refuse(`\`${part}\` is no range of a ${of.name}`);
  if (step !== undefined && Number(step) === 0) refuse(`\`${part}\` has a step of 0`);
  return true;
}

function readFields(parts: readonly string[]): Cron {
  const nth = new Map<number, Set<number | "last">>();
  const fields = parts.map((part, position) => readField(part, KINDS[position] ?? MINUTES, nth, parts));
  const weekdays = fields[4]?.values ?? "*";
  const plain = weekdays === "*" ? [] : weekdays.filter((day) => !nth.has(day));
  if (nth.size > 0 && plain.length > 0 && weekdays.length !== 7)
    refuse("its weekdays mix plain days with `#` or `L`, which croniter does not read");
  return {
    minutes: fields[0]?.values ?? "*",
    hours: fields[1]?.values ?? "*",
    days: fields[2]?.values ?? "*",
    months: fields[3]?.values ?? "*",
    weekdays,
    seconds: fields[5]?.values ?? null,
    years: fields[6]?.values ?? null,
    lastDay: fields[2]?.last ?? false,
    nearestWeekday: fields[2]?.nearest ?? null,
    nth,
  };
}

interface ReadField {
  readonly values: CronField;
  readonly last: boolean;
  readonly nearest: number | null;
}

function readField(
  part: string,
  of: FieldKind,
  nth: Map<number, Set<number | "last">>,
  parts: readonly string[],
): ReadField {
  if (part.includes("?")) {
    if (part !== "?" || (of !== DAYS && of !== WEEKDAYS))
      refuse("`?` stands alone, as day of the month or of the week");
    return { values: "*", last: false, nearest: null };
  }
  const items = part.split(",");
  const values = new Set<number>();
  let star = false;
  let last = false;
  let nearest: number | null = null;
  for (const item of items) {
    if (item === "*") star = true;
    else if (of === DAYS && item === "l") last = true;
    else if (of === DAYS && /^(\d{1,6}w|w\d{1,6})$/.test(item)) {
      nearest = Number(item.replace("w", ""));
      if (nearest < 1 || nearest > 31) refuse(`\`${item}\` is no day of the month`);
      if (items.length > 1) refuse("`W` stands alone");
      values.add(nearest);
    } else for (const value of of === WEEKDAYS ? weekdayValues(item, nth) : valuesOf(item, of)) values.add(value);
  }
  const all = of.high - of.low + 1;
  const other = of === DAYS ? parts[4] : of === WEEKDAYS ? parts[2] : "*";
  // Where both days are restricted a run needs only one of them, so a full list stays a list.
  const collapses = values.size === all && !last && (other ?? "*").includes("*");
  if (star || collapses) return { values: "*", last: false, nearest };
  return { values: [...values].sort((a, b) => a - b), last, nearest };
}

function weekdayValues(item: string, nth: Map<number, Set<number | "last">>): readonly number[] {
  const special = /^(?:((?:[a-z]{3}-[a-z]{3})|\w+)#|l)(\d{1,6})$/.exec(item);
  if (!special) return valuesOf(item, WEEKDAYS);
  const [, days, number = ""] = special;
  const which = days === undefined ? "last" : Number(number);
  if (which !== "last" && (which < 1 || which > 5)) refuse(`\`${item}\`: a weekday comes 1 to 5 times a month`);
  const values = valuesOf(days ?? number, WEEKDAYS);
  for (const value of values) nth.set(value, new Set([...(nth.get(value) ?? []), which]));
  return values;
}

/** The values of `5`, `mon`, `1-5`, `fri-mon`, `5/10` and `1-30/5`; a star before the slash is the whole range. */
function valuesOf(item: string, of: FieldKind): readonly number[] {
  const starred = /^\*\/(.+)$/.exec(item);
  const stepped = starred ? `${of.low}-${of.high}/${starred[1]}` : item;
  const range = /^([^-]+)-([^-/]+)(?:\/(\d{1,9}))?$/.exec(stepped);
  if (range) return rangeOf(numberOf(range[1] ?? "", of, item), upper(range[2] ?? "", of, item), range[3], of, item);
  const from = /^([^/]+)\/(\d{1,9})$/.exec(stepped);
  if (from) {
    const low = alias(numberOf(from[1] ?? "", of, item), of);
    if (low === of.high) return checked(low, of, item);
    return rangeOf(low, of.high, from[2], of, item);
  }
  return checked(alias(numberOf(stepped, of, item), of), of, item);
}

const upper = (text: string, of: FieldKind, item: string): number =>
  of === DAYS && text === "l" ? 31 : numberOf(text, of, item);

function rangeOf(from: number, to: number, step: string | undefined, of: FieldKind, item: string): readonly number[] {
  const by = step === undefined ? 1 : Number(step);
  if (by === 0) refuse(`\`${item}\` has a step of 0`);
  let [low, high] = [alias(from, of), alias(to, of)];
  if (Math.max(low, high) > of.high) refuse(`\`${item}\` goes beyond ${of.high} as ${of.name}`);
  if (low === high) [low, high] = [of.low, of.high];
  if (low <= high) return every(low, high, by).flatMap((value) => checked(value, of, item));
  const first = every(low, of.high, by);
  const skipped = of.high - (first.at(-1) ?? of.high);
  // Steps go on over the turn: `apr-jan/3`.
  const position = (first.at(-1) ?? of.high) - of.low;
  const skip = position + by > of.high - of.low + 1 && skipped < by ? by - skipped : 0;
  return [...first, ...every(of.low + skip, high, by)].flatMap((value) => checked(value, of, item));
}

const every = (low: number, high: number, by: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((high - low) / by) + 1) }, (_, index) => low + index * by);

/** A weekday 7 is Sunday. */
const alias = (value: number, of: FieldKind): number => (of === WEEKDAYS && value === 7 ? 0 : value);

function checked(value: number, of: FieldKind, item: string): readonly number[] {
  return value < of.low || value > of.high ? refuse(`\`${item}\` is no ${of.name}: ${of.low} to ${of.high}`) : [value];
}

function numberOf(text: string, of: FieldKind, item: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const position = text === "" ? -1 : of.names.indexOf(text);
  return position < 0 ? refuse(`\`${item}\` is no ${of.name}`) : position + of.first;
}
