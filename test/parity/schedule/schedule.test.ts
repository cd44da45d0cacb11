import fc from "fast-check";
import { expect, test } from "vitest";
import { readCron } from "../../../src/build/cron.ts";
import { DAY, runTimes } from "../../../src/build/logical-dates.ts";
import { makeEnvironments } from "../../../tools/python/make-environments.ts";
import { askPython } from "./ask-python.ts";
import { EXPRESSIONS } from "./expressions.ts";

interface Judged {
  readonly ok: boolean;
  readonly why?: string;
  readonly runs?: readonly number[];
}

const item = fc.oneof(
  fc.constantFrom(
    "*",
    "*/2",
    "*/7",
    "1",
    "0",
    "5",
    "12",
    "31",
    "mon",
    "fri",
    "mar",
    "l",
    "l5",
    "1#2",
    "5-1",
    "3w",
    "?",
  ),
  fc.tuple(fc.nat(65), fc.nat(65)).map(([a, b]) => `${a}-${b}`),
  fc.tuple(fc.nat(35), fc.nat(12)).map(([a, b]) => `${a}/${b}`),
  fc.tuple(fc.nat(12), fc.nat(35), fc.nat(9)).map(([a, b, c]) => `${a}-${b}/${c}`),
);
const field = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(","));
const plain = (below: number, from = 0) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant("*") }, fc.integer({ min: from, max: below - 1 }).map(String));
const expression = fc.oneof(
  fc.tuple(field, field, field, field, field).map((fields) => fields.join(" ")),
  fc.tuple(plain(60), plain(24), field, plain(13, 1), field).map((fields) => fields.join(" ")),
  fc.tuple(field, plain(24), plain(32, 1), field, plain(8)).map((fields) => fields.join(" ")),
);
const generated = fc.sample(expression, { numRuns: 500, seed: 6 });
const all = [...EXPRESSIONS, ...generated];

const SPECIAL = new Set(["@once", "@continuous"]);
const FROM = Date.UTC(2024, 0, 1) / DAY;

function ownRuns(text: string): readonly number[] | null {
  const reading = readCron(text);
  if (!reading.ok || !reading.cron) return null;
  const found = runTimes(reading.cron, null, FROM, 731);
  if (!found) return null;
  const { days, times } = found;
  const runs: number[] = [];
  for (const day of days) {
    for (const time of times) if (runs.length < 30) runs.push(day * 86_400 + time);
  }
  return runs;
}

const environments = makeEnvironments();

test.each([2, 3] as const)("Airflow %i takes the same expressions, and runs at the same times", async (airflow) => {
  const paths = await environments;
  const judged = await askPython<readonly Judged[]>(
    airflow === 2 ? paths.airflow2 : paths.airflow3,
    "read_schedules.py",
    all,
  );
  const wrong = all.flatMap((text, position) => {
    const real = judged[position];
    const own = SPECIAL.has(text) ? { ok: true as const } : readCron(text);
    if (!real || real.ok !== own.ok)
      return [`${text}: Airflow ${real?.why ?? "takes it"}, Windsock ${JSON.stringify(own)}`];
    const runs = real.ok && (real.runs?.length ?? 0) > 0 ? ownRuns(text) : null;
    const same = runs === null || JSON.stringify(runs) === JSON.stringify(real.runs);
    return same ? [] : [`${text}: Airflow ${real.runs?.slice(0, 4)}, Windsock ${runs?.slice(0, 4)}`];
  });
  expect(wrong).toEqual([]);
  const valid = judged.filter((one) => one.ok).length;
  expect(Math.min(valid, all.length - valid)).toBeGreaterThan(100);
});
