import { describe, expect, test } from "vitest";
import { backfillOf } from "../../src/compare/backfill.ts";
import type { Dag } from "../../src/model/dag.ts";
import { call, makeDag, type Plain } from "../support/dag.ts";

const NOW = Date.UTC(2024, 0, 31, 12);
const start = { value: call("datetime.datetime", [2024, 1, 1]) };

const dag = (airflow: Dag["airflow"], settings: Record<string, Plain>): Dag => ({
  ...makeDag("sales", { settings, tasks: { a: {} } }),
  airflow,
});

const runs = (airflow: Dag["airflow"], settings: Record<string, Plain>): number | null =>
  backfillOf(null, dag(airflow, { catchup: true, start_date: start, ...settings }), NOW)?.runs ?? null;

// The numbers are those of the real timetables, asked for one `next_dagrun_info` after the other.
describe.each<[Dag["airflow"], [string, Plain, number][]]>([
  [
    2,
    [
      ["a day", "@daily", 30],
      ["an hour", "0 * * * *", 732],
      ["weekdays", "30 6 * * 1-5", 22],
      ["a timedelta", { value: call("datetime.timedelta", [], { hours: 6 }) }, 122],
    ],
  ],
  [
    3,
    [
      ["a day", "@daily", 31],
      ["an hour", "0 * * * *", 733],
      ["weekdays", "30 6 * * 1-5", 23],
      ["a timedelta", { value: call("datetime.timedelta", [], { hours: 6 }) }, 123],
    ],
  ],
])("a new DAG with catchup on Airflow %i", (airflow, cases) => {
  test.each(cases)("is due for every run since its start: %s", (_, schedule, expected) => {
    expect(runs(airflow, { schedule })).toBe(expected);
  });
});

test("the default is on in Airflow 2 and off in 3", () => {
  const settings = { schedule: "@daily", start_date: start };
  expect(backfillOf(null, dag(2, settings), NOW)).toEqual({ cause: "new", since: "2024-01-01", runs: 30, atOnce: 16 });
  expect(backfillOf(null, dag(3, settings), NOW)).toBeNull();
});

test("an existing DAG has one only where the change turns catchup or the schedule on", () => {
  const on = dag(3, { schedule: "@daily", start_date: start, catchup: true, max_active_runs: 2 });
  const off = dag(3, { schedule: "@daily", start_date: start, catchup: false });
  const idle = dag(3, { schedule: null, start_date: start, catchup: true });
  expect(backfillOf(on, on, NOW)).toBeNull();
  expect(backfillOf(off, on, NOW)).toMatchObject({ cause: "catchup", runs: 31, atOnce: 2 });
  expect(backfillOf(idle, on, NOW)).toMatchObject({ cause: "schedule", runs: 31 });
  expect(backfillOf(on, off, NOW)).toBeNull();
});

test("without a date there is no number; what only Python knows gives none", () => {
  const settings = { schedule: "@daily", start_date: start, catchup: true };
  expect(backfillOf(null, dag(3, settings), null)).toMatchObject({ since: "2024-01-01", runs: null });
  const unknown = { value: { t: "expr", source: "x", needs: [], free: [], why: "" } } as const;
  expect(backfillOf(null, dag(3, { ...settings, start_date: unknown }), NOW)).toBeNull();
  expect(backfillOf(null, dag(3, { ...settings, catchup: unknown }), NOW)).toBeNull();
  // A timetable beats an empty schedule on Airflow 2.
  expect(backfillOf(null, dag(2, { ...settings, timetable: unknown, schedule: null }), NOW)).toMatchObject({
    runs: null,
  });
});

test("ends at end_date, keeps to the time zone of the start, and counts nothing of the future", () => {
  const end = { value: call("datetime.datetime", [2024, 1, 10]) };
  expect(runs(2, { schedule: "@daily", end_date: end })).toBe(10);
  expect(runs(3, { schedule: "@daily", end_date: end })).toBe(10);
  const often = { value: call("datetime.timedelta", [], { hours: 6 }) };
  expect(runs(2, { schedule: often, end_date: end })).toBe(37);
  expect(runs(3, { schedule: often, end_date: end })).toBe(37);
  expect(runs(3, { schedule: "@daily", start_date: { value: call("datetime.datetime", [2030, 1, 1]) } })).toBeNull();
  const zoned = { value: call("pendulum.datetime", [2024, 1, 31], { tz: "Europe/Berlin" }) };
  expect(runs(2, { schedule: "0 * * * *", start_date: zoned })).toBe(13);
  expect(runs(3, { schedule: "0 * * * *", start_date: zoned })).toBe(14);
});
