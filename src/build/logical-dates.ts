import { Cron as CronJob } from "croner";
import type { Cron, CronField } from "./cron.ts";

/** The times of a cron schedule within a span of days: it runs at each time of the day on each of its days. */
export interface RunTimes {
  /** Days since 1970-01-01, as the clock of the time zone shows them; sorted. */
  readonly days: readonly number[];
  /** Seconds since midnight on that clock; sorted. */
  readonly times: readonly number[];
  /** An IANA time zone, or an offset such as `+02:00`; `null` for UTC. */
  readonly zone: string | null;
}

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * The times of `cron` on `count` days from the day `from` on (days since 1970-01-01). `null` for `29W` to `31W`, which
 * croniter moves in short months and croner leaves out.
 */
export function runTimes(cron: Cron, zone: string | null, from: number, count: number): RunTimes | null {
  if ((cron.nearestWeekday ?? 0) > 28) return null;
  const list = (field: CronField): string => (field === "*" ? "*" : field.join(","));
  const days = [
    ...(cron.days === "*" ? ["*"] : cron.nearestWeekday === null ? cron.days : [`${cron.nearestWeekday}W`]),
    ...(cron.lastDay ? ["L"] : []),
  ];
  const weekdays =
    cron.weekdays === "*"
      ? ["*"]
      : cron.weekdays.flatMap((day) => {
          const which = cron.nth.get(day);
          return which ? [...which].map((one) => `${day}#${one === "last" ? "L" : one}`) : [`${day}`];
        });
  const pattern = `0 0 0 ${days.join(",")} ${list(cron.months)} ${weekdays.join(",")}`;
  const found = daysOf(pattern, from, count).filter((day) => inYears(day, cron.years));
  const values = (field: CronField | null, below: number): readonly number[] =>
    field === null ? [0] : field === "*" ? Array.from({ length: below }, (_, value) => value) : field;
  const times = values(cron.hours, 24).flatMap((hour) =>
    values(cron.minutes, 60).flatMap((minute) =>
      values(cron.seconds, 60).map((second) => hour * 3600 + minute * 60 + second),
    ),
  );
  return { days: found, times, zone };
}

const inYears = (day: number, years: CronField | null): boolean =>
  years === null || years === "*" || years.includes(new Date(day * DAY).getUTCFullYear());

/** Days by pattern and span: most schedules of a project run on the same days. */
const daysByPattern = new Map<string, readonly number[]>();
const MOST_PATTERNS = 1000;

/** The days of the span on which a cron pattern runs at midnight. */
function daysOf(pattern: string, from: number, count: number): readonly number[] {
  if (pattern === "0 0 0 * * *") return Array.from({ length: count }, (_, index) => from + index);
  const key = `${pattern} ${from} ${count}`;
  const known = daysByPattern.get(key);
  if (known) return known;
  const stopAt = new Date((from + count) * DAY).toISOString().slice(0, 19);
  const job = new CronJob(pattern, { timezone: "UTC", paused: true, stopAt });
  const found: number[] = [];
  let at = job.nextRun(new Date(from * DAY - 1000));
  while (at && at.getTime() < (from + count) * DAY) {
    found.push(at.getTime() / DAY);
    at = job.nextRun(at);
  }
  if (daysByPattern.size >= MOST_PATTERNS) daysByPattern.clear();
  daysByPattern.set(key, found);
  return found;
}

/** How many instants are looked at, at most, before two schedules count as sharing some. */
export const MOST_INSTANTS = 20_000;

/** True where some run of `a`, `delta` milliseconds earlier, is a run of `b`, or where both run too often to look at all. */
export function shareRuns(a: RunTimes, b: RunTimes, delta: number): boolean {
  if (size(a) > size(b)) return shareRuns(b, a, -delta);
  if (size(a) > MOST_INSTANTS) return true;
  const days = new Set(b.days);
  const times = new Set(b.times);
  // On one clock days and times can be looked at apart.
  if (a.zone === b.zone && delta === 0)
    return a.days.some((day) => days.has(day)) && a.times.some((time) => times.has(time));
  return instants(a).some((instant) => {
    const local = localTime(instant - delta, b.zone);
    const day = Math.floor(local / DAY);
    return days.has(day) && times.has((local - day * DAY) / 1000);
  });
}

/** How many runs these are. */
export const size = ({ days, times }: RunTimes): number => days.length * times.length;

/** Every run as milliseconds since 1970 in UTC. */
export function instants({ days, times, zone }: RunTimes): readonly number[] {
  return days.flatMap((day) => times.map((time) => utcOf(day * DAY + time * 1000, zone)));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Offsets of zones by quarters of an hour since 1970: no zone changes within one. */
const offsets = new Map<string, Map<number, number>>();
const QUARTER = 900_000;
const MOST_OFFSETS = 500_000;

/** What the clock of a zone shows at an instant, as milliseconds as if it were UTC. */
export function localTime(instant: number, zone: string | null): number {
  if (zone === null || zone === "UTC") return instant;
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return instant + (fixed[1] === "-" ? -1 : 1) * minutes * 60_000;
  }
  const known = offsets.get(zone) ?? new Map<number, number>();
  if (known.size >= MOST_OFFSETS) known.clear();
  offsets.set(zone, known);
  const quarter = Math.floor(instant / QUARTER);
  const offset = known.get(quarter) ?? offsetAt(quarter * QUARTER, zone);
  known.set(quarter, offset);
  return instant + offset;
}

function offsetAt(instant: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - instant;
}

/** True for a time zone that this machine knows, or an offset. */
export function isZone(zone: string): boolean {
  if (/^[+-]\d\d:\d\d$/.test(zone)) return true;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = "numeric";
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(zone, made);
  return made;
}

/** The instant at which the clock of a zone shows `local`; of two the first. */
export function utcOf(local: number, zone: string | null): number {
  const guess = local - (localTime(local, zone) - local);
  return local - (localTime(guess, zone) - guess);
}
