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
 * Where reading differs from PyYAML: mostly by refusing what PyYAML reads (`refusal` is how the reason begins). Each is
 * a form that people do not write, which the package `yaml` reads otherwise. About one of 7,000 random documents has one.
 */
const DIFFERENCES: readonly { refusal: string | null; in: RegExp; why: string }[] = [
  { refusal: "A `?` stands in a plain text", in: /\?/, why: "`[?a]`: a key mark without a space after it" },
  { refusal: "The anchor `&", in: /&\S*:\S/, why: "`&a:b`: a text that begins with `:` right behind an anchor" },
  { refusal: "A `:` stands here", in: /& ?\S+ :\S/, why: "`[&a :b]`: the same in brackets" },
  {
    refusal: "This line is no `key: value`",
    in: /^[|>]/m,
    why: "a block text whose `|` is no further right than its key",
  },
  {
    refusal: "This line fits nothing above it",
    in: /^ *[|>]/m,
    why: "a block text whose `|` is no further right than its `-`",
  },
  { refusal: "The nesting is deeper", in: /[[{]/, why: "nesting between 400 and about 490 levels" },
  {
    refusal: null,
    in: /^\? .*(?:\n\s*)?#/m,
    why: "a text behind `?` that goes on after a comment: read, where PyYAML refuses",
  },
  { refusal: null, in: /.\ufeff/s, why: "a second byte order mark, which is a text for PyYAML" },
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
