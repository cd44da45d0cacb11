import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Value } from "../../../src/model/value.ts";
import { renderText } from "../../../src/parse/render-text.ts";
import { templates } from "./templates.ts";

const python =
  process.env.WINDSOCK_PYTHON_3 ?? resolve(import.meta.dirname, "../../../.cache/python/airflow-3/bin/python");
const runs = Number(process.env.WINDSOCK_RUNS ?? 1500);
const seed = Number(process.env.WINDSOCK_SEED ?? 20260101);

const str = (v: string): Value => ({ t: "str", v });
const int = (v: bigint): Value => ({ t: "int", v });
const map = (entries: readonly (readonly [string, Value])[]): Value => ({
  t: "map",
  v: entries.map(([key, value]) => [str(key), value] as const),
});

/** The names of `render_texts.py`. */
const CONTEXT = new Map<string, Value>([
  ["a", str("x y")],
  ["n", int(7n)],
  ["none_", { t: "null" }],
  ["yes", { t: "bool", v: true }],
  ["half", { t: "float", v: 0.5 }],
  ["items", { t: "list", v: [int(3n), str("b"), { t: "null" }] }],
  [
    "conf",
    map([
      ["k", str("v")],
      ["deep", map([["z", int(1n)]])],
      ["list", { t: "list", v: [str("p"), str("q")] }],
    ]),
  ],
  ["empty", { t: "list", v: [] }],
]);

test(`${runs} texts are rendered as ABSQL renders them, or said to be known only to Python`, () => {
  const samples = fc.sample(templates, { numRuns: runs, seed });
  if (!existsSync(python)) throw new Error(`There is no Python at ${python}: \`npm test\` makes it.`);
  const script = resolve(import.meta.dirname, "render_texts.py");
  const result = spawnSync(python, [script], { input: JSON.stringify(samples), encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(result.stderr);
  const expected = JSON.parse(result.stdout.trim().split("\n").at(-1) ?? "") as { text?: string; raises?: string }[];
  const differences: unknown[] = [];
  let known = 0;
  for (const [at, sample] of samples.entries()) {
    const own = renderText(sample, CONTEXT, 100_000);
    if (own.kind === "unknown") continue;
    known += 1;
    const truth = expected[at];
    const same = own.kind === "text" ? truth?.text === own.text : truth?.raises !== undefined;
    if (!same) differences.push({ sample, own, truth });
  }
  expect(differences.slice(0, 10)).toEqual([]);
  expect(known / samples.length).toBeGreaterThan(0.4);
});
