import fc from "fast-check";
import { expect, test } from "vitest";
import { dagHash } from "../../src/compare/dag-hash.ts";
import type { Dag } from "../../src/model/dag.ts";
import { asPath } from "../../src/model/path.ts";
import type { ExprValue } from "../../src/model/value.ts";
import { call, type DagOptions, makeDag } from "../support/dag.ts";

const none = new Map();
const hash = (options: DagOptions): string | null => dagHash(makeDag("sales", options), none);
const small: DagOptions = {
  settings: { schedule: "@daily", default_args: { owner: "data", retries: 2 } },
  groups: { load: {} },
  tasks: { extract: {}, orders: { group: "load", arguments: { bash_command: "echo", env: { A: "1", B: "2" } } } },
  edges: ["extract > orders"],
};

test("the hash is 64 hexadecimal digits", () => {
  expect(hash(small)).toMatch(/^[0-9a-f]{64}$/);
});

test("a DAG that is not built in full has no hash", () => {
  expect(hash({ ...small, outcome: "fails" })).toBeNull();
  expect(hash({ ...small, outcome: "undecided" })).toBeNull();
});

test("file names, the folder and the order of keys, tasks, groups and edges make no difference", () => {
  const dag = makeDag("sales", { ...small, files: ["dags/sales/extract.yml"] });
  const other: Dag = {
    ...makeDag("sales", {
      ...small,
      folder: "pipelines/sales",
      settings: { default_args: { retries: 2, owner: "data" }, schedule: "@daily" },
    }),
    tasks: [...dag.tasks].reverse(),
  };
  expect(dagHash(other, none)).toBe(dagHash(dag, none));
});

test.each<[string, DagOptions]>([
  ["a setting", { ...small, settings: { schedule: "@hourly", default_args: { owner: "data", retries: 2 } } }],
  ["default_args", { ...small, settings: { schedule: "@daily", default_args: { owner: "data", retries: 3 } } }],
  ["an edge", { ...small, edges: [] }],
  ["the direction of an edge", { ...small, edges: ["orders > extract"] }],
  ["a group", { ...small, groups: { load: { arguments: { tooltip: "x" } } } }],
  ["a group's own edges", { ...small, links: [["task:extract", "group:load"]] }],
  ["an operator", { ...small, tasks: { ...small.tasks, extract: { operator: "local.Extract" } } }],
  ["an external sensor", { ...small, externals: { wait_for_a_b: ["a", "b"] } }],
  ["an argument's type", { ...small, tasks: { ...small.tasks, extract: { arguments: { retries: "2" } } } }],
])("%s makes a difference", (_, other) => {
  expect(hash(other)).not.toBe(hash(small));
});

test("equal timedeltas and datetimes are equal however they are written", () => {
  const withDelay = (delay: ReturnType<typeof call>) =>
    hash({ tasks: { a: { arguments: { retry_delay: { value: delay } } } } });
  const hour = withDelay(call("datetime.timedelta", [], { hours: 1 }));
  expect(withDelay(call("datetime.timedelta", [], { minutes: 60 }))).toBe(hour);
  expect(withDelay(call("datetime.timedelta", [0, 3600]))).toBe(hour);
  expect(withDelay(call("datetime.timedelta", [], { minutes: 61 }))).not.toBe(hour);
  expect(withDelay(call("os.timedelta", [], { minutes: 60 }))).not.toBe(hour);
  const day = withDelay(call("datetime.datetime", [2024, 1, 2]));
  expect(withDelay({ t: "datetime", v: "2024-01-02T00:00:00" })).toBe(day);
  expect(withDelay(call("datetime.datetime", [2024], { day: 2, month: 1, hour: 0 }))).toBe(day);
  expect(withDelay({ t: "date", v: "2024-01-02" })).not.toBe(day);
});

test("an expression equals another only with the same source and the same text of what it needs", () => {
  const file = asPath("dags/dags.py");
  const expression: ExprValue = {
    t: "expr",
    source: "days(N)",
    needs: [{ file, start: 0, end: 5 }],
    free: [],
    why: "a call",
  };
  const dag = makeDag("sales", { settings: { start_date: { value: expression } } });
  const one = dagHash(dag, new Map([[file, "N = 1\n"]]));
  expect(dagHash(dag, new Map([[file, "N = 1\nM = 2\n"]]))).toBe(one);
  expect(dagHash(dag, new Map([[file, "N = 2\n"]]))).not.toBe(one);
});

test("callables count by their file, seen from the DAG's folder", () => {
  const withFile = (folder: string, file: string) =>
    dagHash(
      makeDag("sales", {
        folder,
        tasks: { a: { arguments: { python_callable: { value: { t: "run-file", file: asPath(file) } } } } },
      }),
      none,
    );
  expect(withFile("dags/sales", "dags/sales/a.py")).toBe(withFile("new/sales", "new/sales/a.py"));
  expect(withFile("dags/sales", "dags/sales/a.py")).not.toBe(withFile("dags/sales", "dags/sales/b.py"));
  expect(withFile("dags/sales", "shared/a.py")).toBe(withFile("new/sales", "shared/a.py"));
});

test("two DAGs with other content have other hashes, whatever the strings", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
      const one = hash({ tasks: { t: { arguments: { [a]: b } } } });
      const two = hash({ tasks: { t: { arguments: { [c]: d } } } });
      expect(one === two).toBe(a === c && b === d);
    }),
    { seed: 1, numRuns: 200 },
  );
});
