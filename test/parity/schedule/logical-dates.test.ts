import { expect, test } from "vitest";
import { readCron } from "../../../src/build/cron.ts";
import { DAY, type RunTimes, runTimes, shareRuns, steadyDelta } from "../../../src/build/logical-dates.ts";
import { makeEnvironments } from "../../../tools/python/make-environments.ts";
import { askPython } from "./ask-python.ts";

/** Schedules with fewer than 2000 runs in three years, so that Airflow's own timetables can be asked for all of them. */
const SCHEDULES: readonly (readonly [string, string])[] = [
  ["0 0 * * *", "UTC"],
  ["0 4 * * *", "UTC"],
  ["30 4 * * *", "UTC"],
  ["0 4 * * 1-5", "UTC"],
  ["0 4 * * 6,0", "UTC"],
  ["0 0 1 * *", "UTC"],
  ["0 0 1 1 *", "UTC"],
  ["0 0 31 12 *", "UTC"],
  ["0 0 L * *", "UTC"],
  ["0 0 * * 5#2", "UTC"],
  ["0 0 * * L5", "UTC"],
  ["0 0 15W * *", "UTC"],
  ["0 0 29 2 *", "UTC"],
  ["0 0 1,15 * 1", "UTC"],
  ["15 10 1-7 */3 *", "UTC"],
  ["0 4 * * *", "Europe/Berlin"],
  ["0 5 * * *", "Europe/Berlin"],
  ["0 0 * * *", "America/New_York"],
  ["0 5 * * *", "Asia/Kolkata"],
  ["30 23 * * *", "Asia/Kolkata"],
  ["0 0 1 * *", "Australia/Sydney"],
];
const DELTAS = [0, 1, 4, 24, -2].map((hours) => hours * 3_600_000);
const environments = makeEnvironments();

const times = ([cron, zone]: readonly [string, string], from: number, days: number): RunTimes => {
  const reading = readCron(cron);
  const found = reading.ok && reading.cron ? runTimes(reading.cron, zone, from, days) : null;
  if (!found) throw new Error(`no times of ${cron}`);
  return found;
};
const YEAR = [Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1)] as const;

test.each([2, 3] as const)(
  "Airflow %i: two schedules meet, or keep their distance, as its own logical dates do",
  async (airflow) => {
    const paths = await environments;
    const real = await askPython<readonly (readonly number[])[]>(
      airflow === 2 ? paths.airflow2 : paths.airflow3,
      "logical_dates.py",
      SCHEDULES,
    );
    const wrong: string[] = [];
    const all = SCHEDULES.map((schedule) => times(schedule, Date.UTC(2023, 0, 1) / DAY, 1096));
    const sets = real.map((seconds) => new Set(seconds.map((second) => second * 1000)));
    let met = 0;
    let never = 0;
    for (const [a, own] of SCHEDULES.entries()) {
      // A zone's year begins at another instant than UTC's: what lies within a day of its ends is left out.
      const year = (real[a] ?? [])
        .map((second) => second * 1000)
        .filter((ms) => ms >= YEAR[0] + DAY && ms < YEAR[1] - DAY);
      if (year.length === 0) continue;
      const mine = times(own, YEAR[0] / DAY + 1, 364);
      for (const [b, other] of SCHEDULES.entries()) {
        const around = sets[b] ?? new Set();
        const theirs = all[b] ?? mine;
        for (const delta of DELTAS) {
          const meets = year.some((ms) => around.has(ms - delta));
          meets ? met++ : never++;
          if (shareRuns(mine, theirs, delta) !== meets)
            wrong.push(`${own} waits for ${other} less ${delta}: Airflow ${meets}`);
        }
        const bridge = steadyDelta(mine, theirs);
        if (bridge !== null && bridge < 30 * DAY && !year.every((ms) => around.has(ms - bridge)))
          wrong.push(`${own} to ${other}: ${bridge}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.min(met, never)).toBeGreaterThan(100);
  },
);
