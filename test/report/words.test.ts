import { expect, test } from "vitest";
import { compareProjects } from "../../src/compare/compare-projects.ts";
import type { DagChange } from "../../src/model/change.ts";
import { changeInWords } from "../../src/report/change-words.ts";
import { markdown } from "../../src/report/escape.ts";
import { call, type DagOptions, makeDag, makeProject, type Plain } from "../support/dag.ts";
import { plainChange } from "./sample-review.ts";

const words = (change: DagChange): string[] => changeInWords(change).map(markdown);

function wordsOf(base: DagOptions, head: DagOptions): string[] {
  const [change] = compareProjects(makeProject([makeDag("sales", base)]), makeProject([makeDag("sales", head)]));
  if (!change) throw new Error("one change was expected");
  return words(change);
}

const groups = { load: {}, raw: { parent: "load" }, mart: {} };
const tasks = {
  a: { group: "load" },
  b: { group: "raw" },
  c: { group: "raw" },
  d: { group: "raw" },
  e: { group: "raw" },
};

test("a group that moves, and its settings, are told as such", () => {
  const head = { groups: { load: {}, raw: { parent: "mart", arguments: { tooltip: "x" } }, mart: {} }, tasks };
  expect(wordsOf({ groups, tasks }, head)).toEqual([
    "group `raw` moves from group `load` to group `mart`",
    "group `raw`: `tooltip` set to `'x'`",
  ]);
});

test("tasks that move together are one line", () => {
  const away = (group: string) => Object.fromEntries(["b", "c", "d", "e"].map((id) => [id, { group }]));
  expect(wordsOf({ groups, tasks }, { groups, tasks: { a: {}, ...away("mart") } })).toEqual([
    "`a` moves from group `load` to the top level",
    "4 tasks: `b`, `c`, `d` and 1 more move from group `raw` to group `mart`",
  ]);
});

test("a changed schedule says how much more or less often the DAG runs", () => {
  const rate = (from: Plain, to: Plain): string | undefined =>
    wordsOf({ settings: { schedule: from } }, { settings: { schedule: to } })[0]?.split("`)")[1];
  expect(rate("0 2 * * *", "0 * * * *")).toBe(": 24 times as many runs");
  expect(rate("@hourly", "@daily")).toBe(": one run where there were 24");
  expect(rate("@monthly", "@daily")).toBe(": about 31 times as many runs");
  expect(rate("@daily", "0 2 * * 1-5")).toBe(": one run where there were about 1.4");
  expect(rate("@daily", "0 3 * * *")).toBe("");
  expect(rate("@daily", "@once")).toBe("");
  const delta = { value: call("datetime.timedelta", [], { minutes: 30 }) };
  expect(wordsOf({ settings: { schedule: "@hourly" } }, { settings: { schedule: delta } })[0]).toMatch(
    /: 2 times as many runs$/,
  );
});

test("a changed default argument says how many tasks it reaches", () => {
  const settings = (retries: number, conn: string) => ({ default_args: { retries, conn_id: conn } });
  const some = { tasks: { a: {}, b: { arguments: { retries: 7 } } } };
  expect(wordsOf({ ...some, settings: settings(1, "x") }, { ...some, settings: settings(2, "y") })).toEqual([
    "`default_args.conn_id` `'x'` → `'y'`: reaches the tasks whose operators take it",
    "`default_args.retries` `1` → `2`: reaches 1 of 2 tasks",
  ]);
});

test("runs that become due are counted, with the limit and the reason", () => {
  const dag = makeDag("sales", { tasks: { a: {} } });
  const due = (backfill: DagChange["backfill"]): string | undefined =>
    words({ ...plainChange("sales", "changed", dag, dag), backfill }).find((line) => line.includes("backfill"));
  expect(due({ cause: "new", since: "2024-01-01", runs: 1613, atOnce: 16 })).toBe(
    "**backfill**: 1613 runs since 2024-01-01 become due once the DAG is unpaused, 16 at a time: `catchup` is on",
  );
  expect(due({ cause: "catchup", since: "2024-01-01", runs: 1, atOnce: 16 })).toBe(
    "**backfill**: up to 1 run since 2024-01-01 becomes due: `catchup` is on now, and Airflow goes on after the last run it made",
  );
  expect(due({ cause: "schedule", since: "2024-01-01", runs: null, atOnce: null })).toBe(
    "**backfill**: all runs since 2024-01-01 become due: there is a schedule now, and `catchup` is on",
  );
});

test("a changed operator is told with its file and its tasks", () => {
  const dag = makeDag("sales", { tasks: { a: {}, b: {} } });
  const operators = [{ operator: "local.load_table.LoadTable", files: ["operators/load_table.py"], tasks: ["a", "b"] }];
  expect(words({ ...plainChange("sales", "changed", dag, dag), operators })).toEqual([
    "operator `LoadTable` changed in `operators/load_table.py`: used by all 2 tasks, `a` and `b`",
  ]);
});
