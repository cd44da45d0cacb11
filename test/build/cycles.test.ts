import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRings } from "../../src/build/cycles.ts";
import type { Edge } from "../../src/model/dag.ts";

const edge = (text: string): Edge => {
  const [up = "", down = ""] = text.split(">");
  return { up, down, via: "task", from: null };
};
const rings = (...texts: string[]): string[][] =>
  findRings(texts.map(edge)).map((ring) => ring.map(({ up, down }) => `${up}>${down}`));

describe("rings", () => {
  test("none in a graph without a cycle", () => {
    expect(rings("a>b", "b>c", "a>c")).toEqual([]);
  });

  test("a task that waits for itself", () => {
    expect(rings("a>a", "a>b")).toEqual([["a>a"]]);
  });

  test("the shortest ring of a knot", () => {
    expect(rings("a>b", "b>c", "c>d", "d>a", "c>b")).toEqual([["b>c", "c>b"]]);
  });

  test("one ring for each knot", () => {
    expect(rings("a>b", "b>a", "c>d", "d>c")).toEqual([
      ["a>b", "b>a"],
      ["c>d", "d>c"],
    ]);
  });

  const randomEdges = fc.array(
    fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([up, down]): Edge => ({ up: `t${up}`, down: `t${down}`, via: "task", from: null })),
    { maxLength: 40 },
  );

  test("each ring closes, and there is one exactly if peeling off first tasks does not empty the graph", () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const found = findRings(edges);
        for (const ring of found) {
          expect(ring.map((step) => step.down)).toEqual([...ring.slice(1), ...ring.slice(0, 1)].map((step) => step.up));
        }
        let left = edges;
        for (let before = -1; before !== left.length; ) {
          before = left.length;
          const waiting = new Set(left.map((step) => step.down));
          left = left.filter((step) => waiting.has(step.up));
        }
        expect(found.length > 0).toBe(left.length > 0);
      }),
    );
  });
});
