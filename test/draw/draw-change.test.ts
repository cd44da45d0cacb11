import { expect, test } from "vitest";
import { drawChange } from "../../src/draw/draw-change.ts";
import { drawCycle, drawDag } from "../../src/draw/draw-dag.ts";
import { drawDagGraph } from "../../src/draw/draw-dags.ts";
import { shortestRing } from "../../src/draw/ring.ts";
import { makeDag } from "../support/dag.ts";
import { changeOf } from "../support/sample-changes.ts";

const options = { nodes: 40, direction: "LR" } as const;

test("removed tasks stay in the picture, and signs say what happened to each", () => {
  const { mermaid, legend, hidden } = drawChange(
    changeOf(
      { tasks: { a: {}, b: { operator: "x.B" }, c: {} }, edges: ["a > b > c"] },
      {
        tasks: { a: { arguments: { retries: 1 } }, c: {}, d: { operator: "y.D", arguments: { z: 1 } } },
        edges: ["a > c", "a > d"],
      },
    ),
    options,
  );
  expect(mermaid).toContain('n0["#126; a"]:::changed');
  expect(mermaid).toContain('["#45; b"]:::removed');
  expect(mermaid).toContain('["#43; d"]:::added');
  expect(legend.map(({ sign }) => sign)).toEqual(["+", "-", "~", "blue", "thick green arrow", "dotted red arrow"]);
  expect(hidden).toBe(0);
});

test("a renamed task is one box that also says the old name", () => {
  const sql = { sql: "select id, amount from raw.orders where amount > 0 group by id order by amount" };
  const { mermaid } = drawChange(
    changeOf({ tasks: { old: { arguments: sql } } }, { tasks: { new: { arguments: sql } } }),
    options,
  );
  expect(mermaid).toContain('n0["#126; new<br/>was old"]:::changed');
  expect(mermaid).not.toContain("n1");
});

test("a group that prefixes its tasks' ids is not repeated in each box", () => {
  const { mermaid } = drawDag(
    makeDag("d", {
      groups: { load: { prefix: true }, "load.raw": { parent: "load" } },
      tasks: { "load.a": { group: "load" }, b: { group: "load.raw" } },
    }),
    options,
  );
  expect(mermaid).toContain('subgraph g0["load"]');
  expect(mermaid).toContain('n0["a"]');
  expect(mermaid).toContain('subgraph g1["raw"]');
});

test("a group with nothing in it is not drawn", () => {
  expect(drawDag(makeDag("d", { groups: { empty: {} }, tasks: { a: {} } }), options).mermaid).not.toContain("subgraph");
});

test("a DAG that waits is drawn behind the task it waits for", () => {
  const { mermaid, legend } = drawChange(
    changeOf(
      { tasks: { a: {}, b: {} }, edges: ["a > b"] },
      { tasks: { a: {}, b: {}, c: {} }, edges: ["a > b"] },
      { externals: { wait_for_orders_daily_a: ["orders_daily", "a"] } },
    ),
    options,
  );
  expect(mermaid).toContain('n3(["finance"]):::outside');
  expect(mermaid).toContain("n0 -.-> n3");
  expect(legend.map(({ sign }) => sign)).toContain("dotted");
});

test("a cycle that head has stands out in the diagram of the change", () => {
  const tasks = { a: {}, b: {}, c: {} };
  const { mermaid, legend } = drawChange(
    changeOf({ tasks, edges: ["a > b > c"] }, { tasks, edges: ["a > b > c", "c > b"] }),
    options,
  );
  expect(mermaid).toContain("n1 ==> n2");
  expect(mermaid).toContain("n2 ==> n1");
  expect(mermaid).toContain("linkStyle 1,2 stroke:#cf222e");
  expect(legend.map(({ meaning }) => meaning)).toContain("cycle");
});

test("the drawing of a cycle holds its tasks alone", () => {
  const dag = makeDag("d", { tasks: { a: {}, b: {}, c: {}, d: {} }, edges: ["a > b > c > b", "c > d"] });
  const { mermaid } = drawCycle(dag, ["b", "c"], options);
  expect(mermaid.match(/\["/g)).toHaveLength(2);
  expect(mermaid.match(/==>/g)).toHaveLength(2);
});

test("a task that depends on itself is a cycle of one", () => {
  expect(
    shortestRing([
      ["a", "b"],
      ["b", "b"],
    ]),
  ).toEqual(["b"]);
  expect(drawDag(makeDag("d", { tasks: { b: {} }, edges: ["b > b"] }), options).mermaid).toContain("n0 ==> n0");
});

test.each<[string, [string, string][], string[]]>([
  ["no edges", [], []],
  [
    "no cycle",
    [
      ["a", "b"],
      ["b", "c"],
      ["a", "c"],
    ],
    [],
  ],
  [
    "the shortest of two",
    [
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
      ["d", "e"],
      ["e", "d"],
      ["c", "d"],
    ],
    ["d", "e"],
  ],
  [
    "a ring from its smallest id",
    [
      ["c", "a"],
      ["a", "b"],
      ["b", "c"],
    ],
    ["a", "b", "c"],
  ],
])("the shortest ring: %s", (_, pairs, ring) => {
  expect(shortestRing(pairs)).toEqual(ring);
});

test("the graph between DAGs has an arrow for each wait, and what is not ours stands outside", () => {
  const { mermaid } = drawDagGraph([
    makeDag("a"),
    makeDag("b", { externals: { wait_for_a_x: ["a", "x"], wait_for_a_y: ["a", "y"], wait_for_erp_z: ["erp", "z"] } }),
  ]);
  expect(mermaid).toContain("n0 --> n1");
  expect(mermaid).toContain('n2(["erp"]):::outside');
  expect(mermaid.match(/-->/g)).toHaveLength(2);
});
