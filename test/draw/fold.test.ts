import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawScene } from "../../src/draw/draw-scene.ts";
import { foldScene } from "../../src/draw/fold.ts";
import { shortestRing } from "../../src/draw/ring.ts";
import type { Scene, SceneEdge, SceneNode } from "../../src/draw/scene.ts";

/** Any scene: up to 120 nodes in up to 30 nested groups, edges in any direction, any states. */
const scenes: fc.Arbitrary<Scene> = fc
  .record({
    states: fc.array(
      fc.constantFrom<SceneNode["state"]>("same", "same", "same", "affected", "changed", "added", "removed"),
      { maxLength: 120 },
    ),
    shapes: fc.infiniteStream(fc.constantFrom<SceneNode["shape"]>("task", "task", "task", "sensor", "outside")),
    places: fc.infiniteStream(fc.nat(40)),
    parents: fc.infiniteStream(fc.nat(40)),
    groups: fc.nat(30),
    ends: fc.array(fc.tuple(fc.nat(119), fc.nat(119)), { maxLength: 800 }),
    arrows: fc.infiniteStream(fc.constantFrom<SceneEdge["state"]>("same", "same", "same", "added", "removed", "ring")),
  })
  .map(({ states, shapes, places, parents, groups, ends, arrows }) => {
    const take = <T>(stream: Iterator<T>, fallback: T): T => {
      const { value, done } = stream.next();
      return done ? fallback : value;
    };
    const nodes = states.map((state, index): SceneNode => {
      const shape = take(shapes, "task");
      const group = take(places, 0);
      return {
        key: `k${index}`,
        label: `task_${index}`,
        note: null,
        state: shape === "outside" ? "same" : state,
        shape,
        group: shape === "outside" || group >= groups ? null : `g${group}`,
        count: 1,
      };
    });
    return {
      nodes,
      groups: Array.from({ length: groups }, (_, index) => {
        const parent = take(parents, 0);
        return { id: `g${index}`, label: `g${index}`, parent: parent < index ? `g${parent}` : null };
      }),
      edges: ends
        .filter(([up, down]) => up < nodes.length && down < nodes.length)
        .map(([up, down]) => ({ up: `k${up}`, down: `k${down}`, state: take(arrows, "same") })),
      noun: ["task", "tasks"],
    };
  });

const size = (scene: Scene): number => scene.nodes.reduce((sum, { count }) => sum + count, 0);

describe("folding any scene", () => {
  test("keeps within the budget and loses no task", () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 8, max: 60 }), (scene, budget) => {
        const folded = foldScene(scene, budget);
        expect(folded.nodes.length).toBeLessThanOrEqual(budget);
        expect(size(folded)).toBe(size(scene));
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test("never mixes what has changed with what has not, and joins nothing that was apart", () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 8, max: 60 }), (scene, budget) => {
        const states = (from: Scene) =>
          ["same", "affected", "changed", "added", "removed"].map((state) =>
            from.nodes.reduce((sum, node) => sum + (node.state === state ? node.count : 0), 0),
          );
        const folded = foldScene(scene, budget);
        expect(states(folded)).toEqual(states(scene));
        expect(folded.edges.length).toBeLessThanOrEqual(scene.edges.length);
        const keys = new Set(folded.nodes.map(({ key }) => key));
        expect(folded.edges.every(({ up, down }) => keys.has(up) && keys.has(down))).toBe(true);
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  test("gives text that GitHub draws, and the same text each time", () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 0, max: 2000 }), (scene, nodes) => {
        const drawing = drawScene(scene, { nodes, direction: "LR" });
        expect(Buffer.byteLength(drawing.mermaid)).toBeLessThanOrEqual(50_000);
        expect(drawing.mermaid.match(/ (-->|==>|-\.->) /g)?.length ?? 0).toBeLessThanOrEqual(500);
        expect(drawScene(scene, { nodes, direction: "LR" })).toEqual(drawing);
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});

const chain = (length: number, changed: number): Scene => ({
  nodes: Array.from({ length }, (_, index) => ({
    key: `t${index}`,
    label: `t${index}`,
    note: null,
    state: index === changed ? "changed" : index > changed ? "affected" : "same",
    shape: "task",
    group: null,
    count: 1,
  })),
  groups: [],
  edges: Array.from({ length: length - 1 }, (_, index) => ({ up: `t${index}`, down: `t${index + 1}`, state: "same" })),
  noun: ["task", "tasks"],
});

test("a scene within the budget stays as it is", () => {
  const scene = chain(10, 5);
  expect(foldScene(scene, 40)).toBe(scene);
});

test("in a long row what is far from the change is folded, before it and after it", () => {
  const labels = foldScene(chain(100, 50), 40).nodes.map(({ label }) => label);
  expect(labels.length).toBeLessThanOrEqual(14);
  expect(labels).toEqual(expect.arrayContaining(["t49", "t50", "t51"]));
  expect(labels[0]).toMatch(/^\d+ tasks$/);
  expect(labels.at(-1)).toMatch(/^\d+ tasks$/);
});

test("what flows back to a change's neighbours is folded apart from what comes after, so that no ring is drawn", () => {
  // Two changes far apart; one's tasks flow into what the other one's neighbour waits for.
  const left = Array.from({ length: 30 }, (_, at) => `a${at}`);
  const right = Array.from({ length: 30 }, (_, at) => `b${at}`);
  const row = (keys: readonly string[]) => keys.slice(1).map((down, at) => [keys[at] ?? "", down] as const);
  const pairs = [...row(left), ...row(right), ["a29", "b1"] as const];
  const node = (key: string): SceneNode => ({
    key,
    label: key,
    note: null,
    state: key === "a0" || key === "b0" ? "changed" : "affected",
    shape: "task",
    group: null,
    count: 1,
  });
  const folded = foldScene(
    {
      nodes: [...left, ...right].map(node),
      groups: [],
      edges: pairs.map(([up, down]) => ({ up, down, state: "same" })),
      noun: ["task", "tasks"],
    },
    20,
  );
  expect(folded.nodes.length).toBeLessThanOrEqual(20);
  expect(shortestRing(folded.edges.map(({ up, down }) => [up, down] as const))).toEqual([]);
});
