import { expect, test } from "vitest";
import { reachOfDefault } from "../../src/compare/default-args.ts";
import { makeDag } from "../support/dag.ts";

const dag = makeDag("sales", {
  groups: { load: { arguments: { default_args: { retries: 2 } } }, "load.raw": { parent: "load" }, mart: {} },
  tasks: {
    a: {},
    b: { arguments: { retries: 5 } },
    c: { group: "load" },
    d: { group: "load.raw" },
    e: { group: "mart" },
  },
});

test("a default argument reaches the tasks that neither set it nor are in a group that does", () => {
  expect(reachOfDefault(dag, "default_args.retries")).toBe(2);
  expect(reachOfDefault(dag, "default_args.owner")).toBe(5);
  expect(reachOfDefault(dag, "default_args.params.day")).toBe(5);
});

test("one that not every operator takes is not counted; other settings reach nothing", () => {
  expect(reachOfDefault(dag, "default_args.conn_id")).toBeNull();
  expect(reachOfDefault(dag, "schedule")).toBeNull();
});
