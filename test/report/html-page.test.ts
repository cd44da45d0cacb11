import fc from "fast-check";
import { expect, test } from "vitest";
import { codeRows, rowsIn } from "../../src/report/html/page/code-rows.ts";
import { placeGraph } from "../../src/report/html/page/layout.ts";
import { madeOf, sourceOf } from "../../src/report/html/page/line-map.ts";
import { firstCollapsed, type Mode, visibleGraph } from "../../src/report/html/page/visible-graph.ts";
import type { PageFile, PageGraph, PageLine, PageNode, Sides } from "../../src/report/html/page-data.ts";

const node = (label: string, rest: Partial<PageNode> = {}): PageNode => ({
  label,
  note: null,
  state: "same",
  shape: "task",
  group: null,
  sides: "both",
  before: null,
  task: null,
  leads: null,
  ...rest,
});

const edge = (up: number, down: number, sides: Sides = "both"): PageGraph["edges"][number] => ({
  up,
  down,
  state: sides === "both" ? "same" : sides === "base" ? "removed" : "added",
  sides,
});

/** `load` holds `a`, `b` and, in `inner`, `c`; `d` is new, `e` is removed. */
const sample: PageGraph = {
  nodes: [
    node("a", { group: 0 }),
    node("b", { group: 0, before: { label: "old_b", group: null } }),
    node("c", { group: 1, state: "changed" }),
    node("d", { state: "added", sides: "head" }),
    node("e", { state: "removed", sides: "base" }),
  ],
  groups: [
    { label: "load", parent: null },
    { label: "inner", parent: 0 },
  ],
  edges: [edge(0, 1), edge(1, 2), edge(2, 3, "head"), edge(2, 4, "base"), edge(0, 3, "head")],
};

const see = (mode: Mode, changedOnly: boolean, collapsed: readonly number[] = []) => {
  const { nodes, groups, edges } = visibleGraph(sample, { mode, changedOnly, collapsed: new Set(collapsed) });
  return {
    nodes: nodes.map(({ label }) => label),
    groups: groups.map(({ label }) => label),
    edges: edges.map(({ up, down, state }) => `${up} ${down} ${state}`),
  };
};

test("before, both and after show what each version has, under the names it has there", () => {
  expect(see("both", false).nodes).toEqual(["a", "b", "c", "d", "e"]);
  expect(see("after", false).nodes).toEqual(["a", "b", "c", "d"]);
  expect(see("before", false).nodes).toEqual(["a", "old_b", "c", "e"]);
  expect(see("before", false).edges).toEqual(["n0 n1 same", "n1 n2 same", "n2 n4 removed"]);
});

test("changed only keeps what changes and the ends of changed arrows", () => {
  expect(see("both", true)).toMatchObject({ nodes: ["a", "c", "d", "e"], groups: ["load", "inner"] });
});

test("a collapsed group is one box with joined arrows, the outermost one wins", () => {
  expect(see("both", false, [0, 1])).toEqual({
    nodes: ["load", "d", "e"],
    groups: [],
    edges: ["g0 n3 added", "g0 n4 removed"],
  });
  expect(see("both", false, [1]).nodes).toEqual(["a", "b", "inner", "d", "e"]);
});

test("a large graph begins with the groups collapsed in which nothing changes", () => {
  expect(firstCollapsed(sample)).toEqual(new Set());
  const many = Array.from({ length: 200 }, (_, at) => node(`t${at}`, { group: at % 2 === 0 ? 0 : 2 }));
  const groups = [...sample.groups, { label: "quiet", parent: null }];
  expect(firstCollapsed({ ...sample, nodes: [...sample.nodes, ...many], groups })).toEqual(new Set([2]));
});

const graphs: fc.Arbitrary<PageGraph> = fc
  .record({
    parents: fc.array(fc.nat(4), { maxLength: 5 }),
    nodes: fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(6)), { maxLength: 40 }),
    edges: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 80 }),
  })
  .map(({ parents, nodes, edges }) => ({
    groups: parents.map((parent, at) => ({ label: `g${at}`, parent: parent < at ? parent : null })),
    nodes: nodes.map(([label, group]) => node(label, { group: group < parents.length ? group : null })),
    edges: edges.filter(([up, down]) => up < nodes.length && down < nodes.length).map(([up, down]) => edge(up, down)),
  }));

test("every graph is placed: boxes of one level never overlap, groups hold theirs, the same graph lies the same", () => {
  fc.assert(
    fc.property(graphs, fc.array(fc.nat(4)), (graph, collapsed) => {
      const visible = visibleGraph(graph, { mode: "both", changedOnly: false, collapsed: new Set(collapsed) });
      const placed = placeGraph(visible);
      expect(placed.nodes.size).toBe(visible.nodes.length);
      for (const { key, group } of visible.nodes) {
        const box = placed.nodes.get(key);
        const around =
          group === null ? { x: 0, y: 0, width: placed.width, height: placed.height } : placed.groups.get(group);
        expect(box && around && box.x >= around.x && box.y >= around.y).toBe(true);
        expect(box && around && box.x + box.width <= around.x + around.width + 0.5).toBe(true);
        expect(box && around && box.y + box.height <= around.y + around.height + 0.5).toBe(true);
      }
      const boxes = [...placed.nodes.values()];
      for (const [at, a] of boxes.entries()) {
        for (const b of boxes.slice(at + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      }
      expect(placeGraph(visible)).toEqual(placed);
    }),
    { numRuns: 60 },
  );
});

/** A chain of so many tasks. */
const chain = (length: number): PageGraph => ({
  nodes: Array.from({ length }, (_, at) => node(`task_${at}`)),
  groups: [],
  edges: Array.from({ length: length - 1 }, (_, at) => edge(at, at + 1)),
});
const place = (graph: PageGraph) =>
  placeGraph(visibleGraph(graph, { mode: "both", changedOnly: false, collapsed: new Set() }));

test("a long chain is broken into rows that a screen can show, a short one stays one row", () => {
  const [short, long] = [place(chain(9)), place(chain(200))];
  expect(new Set([...short.nodes.values()].map(({ y }) => y)).size).toBe(1);
  expect(long.width / long.height).toBeLessThan(5);
  const boxes = [...Array(200).keys()].map((at) => long.nodes.get(`n${at}`));
  for (const [at, box] of boxes.slice(1).entries()) {
    const before = boxes[at];
    expect(box && before && (box.y === before.y ? box.x > before.x : box.y > before.y && box.x === 14)).toBe(true);
  }
});

test("every arrow begins at its first box and ends at its last, in a row and between rows", () => {
  const { nodes, lines } = place(chain(200));
  for (const { edge: arrow, points } of lines) {
    const [up, down] = [nodes.get(arrow.up), nodes.get(arrow.down)];
    expect(up && points[0]).toEqual({ x: (up?.x ?? 0) + (up?.width ?? 0), y: (up?.y ?? 0) + (up?.height ?? 0) / 2 });
    expect(down && points.at(-1)).toEqual({ x: down?.x, y: (down?.y ?? 0) + (down?.height ?? 0) / 2 });
  }
});

const file: PageFile = { path: "x", base: 0, head: 1, removed: [2], added: [2, 4] };
const texts = ["one\nold\nthree", "one\nnew\nthree\nfour"];

test("both versions of a file are shown with what is gone before what is new", () => {
  const shown = (mode: Mode) =>
    codeRows(file, texts, mode).map(({ base, head, text }) => `${base ?? ""}/${head ?? ""} ${text}`);
  expect(shown("both")).toEqual(["1/1 one", "2/ old", "/2 new", "3/3 three", "/4 four"]);
  expect(shown("before")).toEqual(["1/1 one", "2/ old", "3/3 three"]);
  expect(shown("after")).toEqual(["1/1 one", "/2 new", "3/3 three", "/4 four"]);
  expect(codeRows({ ...file, base: null }, texts, "before")).toEqual([]);
});

test("only the lines of some ranges are shown, with three around, in pieces", () => {
  const rows = codeRows({ path: "x", base: null, head: 0, removed: [], added: [] }, ["x\n".repeat(39)], "both");
  const pieces = rowsIn(rows, {
    base: [],
    head: [
      [5, 6],
      [30, 30],
    ],
  });
  expect(pieces.map((piece) => [piece[0]?.head, piece.at(-1)?.head])).toEqual([
    [2, 9],
    [27, 33],
  ]);
});

const map: readonly PageLine[] = [
  [1, 10, 0, 1, 1],
  [3, 3, 0, 4, 4],
  [5, 7, 0, 6, 8],
  [11, 13, 0, 20, 21],
  [20, 20, 0, 4, 4],
  [21, 21, 1, 4, 4],
];

test("a generated line leads to its narrowest source, and a source line to all that it makes", () => {
  expect([sourceOf(map, 3), sourceOf(map, 12), sourceOf(map, 9), sourceOf(map, 15)]).toEqual([
    map[1],
    map[3],
    map[0],
    null,
  ]);
  expect(madeOf(map, 0, 4)).toEqual([map[1], map[4]]);
  expect(madeOf(map, 0, 21)).toEqual([map[3]]);
  expect(madeOf(map, 0, 5)).toEqual([]);
});

test("text of several lines that becomes as many lines is mapped line by line", () => {
  expect(sourceOf(map, 6)).toEqual([6, 6, 0, 7, 7]);
  expect(madeOf(map, 0, 7)).toEqual([[6, 6, 0, 7, 7]]);
});

test.each([
  ["a chain of 3,000", 3000, Array.from({ length: 2999 }, (_, at) => [at, at + 1] as const)],
  ["80 that wait for 80", 160, Array.from({ length: 6400 }, (_, at) => [at % 80, 80 + Math.floor(at / 80)] as const)],
  ["a ring of 2,000", 2000, Array.from({ length: 2000 }, (_, at) => [at, (at + 1) % 2000] as const)],
])("%s are placed at once, though no layout engine would", (_, size, pairs) => {
  const graph: PageGraph = {
    nodes: Array.from({ length: size }, (_, at) => node(`t${at}`)),
    groups: [],
    edges: pairs.map(([up, down]) => edge(up, down)),
  };
  const placed = placeGraph(visibleGraph(graph, { mode: "both", changedOnly: false, collapsed: new Set() }));
  expect(placed.nodes.size).toBe(size);
  expect(new Set([...placed.nodes.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(size);
});
