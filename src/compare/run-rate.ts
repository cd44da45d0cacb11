import { readCron } from "../build/cron.ts";
import { DAY, runTimes, size } from "../build/logical-dates.ts";
import type { Value } from "../model/value.ts";
import { timedeltaMicros } from "./timedelta.ts";

/** The year 2024, in days since 1970: a leap year that begins on a Monday. */
const YEAR = { from: Date.UTC(2024, 0, 1) / DAY, days: 366 };

/** How many times as many runs a schedule has as the one before, over a year; `null` where not both are schedules by time. */
export function runRate(from: Value | null, to: Value | null): number | null {
  const [before, after] = [runsOf(from), runsOf(to)];
  return before === null || after === null || before === 0 ? null : after / before;
}

/** Runs in the year; `null` for what is no schedule by time, or one that cannot be counted. */
function runsOf(schedule: Value | null): number | null {
  if (schedule?.t === "call") {
    const micros = timedeltaMicros(schedule);
    return micros === null || micros <= 0n ? null : (YEAR.days * DAY * 1000) / Number(micros);
  }
  if (schedule?.t !== "str") return null;
  const reading = readCron(schedule.v);
  const runs = reading.ok && reading.cron ? runTimes(reading.cron, null, YEAR.from, YEAR.days) : null;
  return runs === null ? null : size(runs);
}
