import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawChange } from "../../src/draw/draw-change.ts";
import type { DagOptions } from "../support/dag.ts";
import { changeOf } from "../support/sample-changes.ts";
import { MERMAIDS, type MermaidPage, openMermaidPage } from "./mermaid-page.ts";

const tests = resolve(import.meta.dirname, "..");

/** The diagrams in every golden file of every room: `.mmd` files, and the `mermaid` fences of Markdown. */
const goldenDiagrams = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .filter((name) => /(^|[/\\])golden[/\\].*\.(md|mmd)$/.test(name))
  .sort()
  .flatMap((name): [string, string][] => {
    const text = readFileSync(join(tests, name), "utf8");
    if (name.endsWith(".mmd")) return [[name, text]];
    return [...text.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map((match, index) => [
      `${name} ${index + 1}`,
      match[1] ?? "",
    ]);
  });

const boxes = (text: string): number => text.match(/^ *n\d+[([]/gm)?.length ?? 0;
const groups = (text: string): number => text.match(/^ *subgraph /gm)?.length ?? 0;
const arrows = (text: string): number => text.match(/ (-->|==>|-\.->) /g)?.length ?? 0;

/** Any DAG before and after: up to 30 tasks, each there or not, changed or not, in any group, with any edges. */
const versions = fc
  .record({
    ids: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_.-]{0,14}$/), { maxLength: 30, size: "max" }),
    inBase: fc.infiniteStream(fc.boolean()),
    retries: fc.infiniteStream(fc.nat(1)),
    places: fc.infiniteStream(fc.nat(5)),
    ends: fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.boolean()), { maxLength: 60, size: "max" }),
  })
  .map(({ ids, inBase, retries, places, ends }): [DagOptions, DagOptions] => {
    const groups = { g0: {}, "g0.g1": { parent: "g0", prefix: true }, g2: {}, end: {} };
    const names = [...Object.keys(groups), undefined, undefined];
    const make = (base: boolean): DagOptions => {
      const kept = ids.filter(() => !(base && inBase.next().value));
      const tasks = kept.map((id) => {
        const group = names[places.next().value ?? 5];
        const given = { retries: retries.next().value ?? 0 };
        return [id, { arguments: given, ...(group === undefined ? {} : { group }) }] as const;
      });
      const pairs = ends.flatMap(([up, down, both]): [string, string][] => {
        const [a, b] = [kept[up], kept[down]];
        return a !== undefined && b !== undefined && (both || base) ? [[a, b]] : [];
      });
      return { groups, tasks: Object.fromEntries(tasks), pairs };
    };
    return [make(true), make(false)];
  });

describe.each(MERMAIDS)("%s", (name) => {
  let mermaid: MermaidPage;
  beforeAll(async () => {
    mermaid = await openMermaidPage(name);
  });
  afterAll(() => mermaid.close());

  const drawWhole = async (text: string): Promise<void> => {
    const drawn = await mermaid.draw(text);
    const ids = Object.keys(drawn.texts);
    expect(ids.filter((id) => id.startsWith("n"))).toHaveLength(boxes(text));
    expect(ids.filter((id) => id.startsWith("g"))).toHaveLength(groups(text));
    expect(drawn.arrows).toBeGreaterThanOrEqual(arrows(text));
  };

  test.each(goldenDiagrams)("draws all of %s", (_, text) => drawWhole(text));

  test("draws all of the diagram of any change", async () => {
    await fc.assert(
      fc.asyncProperty(versions, fc.integer({ min: 8, max: 40 }), async ([base, head], nodes) => {
        await drawWhole(drawChange(changeOf(base, head), { nodes, direction: "LR" }).mermaid);
      }),
      { seed: 5, numRuns: 15, endOnFailure: true },
    );
  });
});

test("there are golden diagrams", () => {
  expect(goldenDiagrams.length).toBeGreaterThan(5);
});
