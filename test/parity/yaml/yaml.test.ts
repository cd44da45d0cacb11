import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asPath } from "../../../src/model/path.ts";
import { wholeFile } from "../../../src/yaml/embedded.ts";
import { readYaml } from "../../../src/yaml/read-yaml.ts";
import { canonical } from "./canonical.ts";
import { documents } from "./documents.ts";

const python =
  process.env.WINDSOCK_PYTHON_3 ?? resolve(import.meta.dirname, "../../../.cache/python/airflow-3/bin/python");
const runs = Number(process.env.WINDSOCK_RUNS ?? 2000);
const seed = Number(process.env.WINDSOCK_SEED ?? 20260101);

/**
 * Where reading differs from PyYAML, always by refusing what PyYAML reads, but for the last. `refusal` is how the reason
 * that is given begins. Each is a form that people do not write, which the package `yaml` reads otherwise.
 */
const DIFFERENCES: readonly { refusal: string | null; in: RegExp; why: string }[] = [
  { refusal: "A `?` stands in a plain text", in: /\?/, why: "`[?a]`: a key mark without a space after it" },
  { refusal: "Inside brackets stands a list", in: /-/, why: "`[-]`: a lone dash in brackets is a text for PyYAML" },
  {
    refusal: "The YAML cannot be read here: Missing newline",
    in: /-/,
    why: "`[&a -]`: the same, with an anchor or a tag",
  },
  {
    refusal: "This line is no `key: value`",
    in: /[|>]/,
    why: "a block text whose `|` is no further right than its key",
  },
  {
    refusal: "This line fits nothing above it",
    in: /[|>]/,
    why: "a block text whose `|` is no further right than its `-`",
  },
  { refusal: "The nesting is deeper", in: /[[{]/, why: "nesting between 400 and about 490 levels" },
  { refusal: null, in: /.\ufeff/s, why: "a second byte order mark" },
  { refusal: null, in: /\\u[dD]8/, why: "escapes of half characters, which Python does not put together" },
];

type Read = { ok: unknown } | { error: string };

function readByPython(texts: readonly string[]): Read[] {
  if (!existsSync(python)) throw new Error(`There is no Python at ${python}: \`npm test\` makes it.`);
  const script = resolve(import.meta.dirname, "load_yaml.py");
  const result = spawnSync(python, [script], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Read[];
}

test(`${runs} documents are read as PyYAML reads them`, () => {
  const texts = fc.sample(documents, { numRuns: runs, seed });
  const differences: unknown[] = [];
  let read = 0;
  for (const [index, theirs] of readByPython(texts).entries()) {
    const text = texts[index] ?? "";
    const ours = readYaml(wholeFile(asPath("a.yml"), text.replaceAll("\r\n", "\n")), new Map());
    const [problem] = ours.problems;
    const refusal = problem?.kind === "yaml-syntax" ? problem.detail : null;
    if ("ok" in theirs) read += 1;
    const value = ours.value ? canonical(ours.value) : null;
    const same = "ok" in theirs ? JSON.stringify(value) === JSON.stringify(theirs.ok) : value === null;
    const known = DIFFERENCES.some(
      (known) => known.in.test(text) && (known.refusal === null || refusal?.startsWith(known.refusal) === true),
    );
    if (!same && !known) differences.push(JSON.stringify({ text, theirs, ours: value ?? refusal }));
  }
  expect(differences).toEqual([]);
  expect(read).toBeGreaterThan(runs / 10);
});
