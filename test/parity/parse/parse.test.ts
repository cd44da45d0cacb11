import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asPath } from "../../../src/model/path.ts";
import type { Problem } from "../../../src/model/problem.ts";
import type { Field } from "../../../src/model/value.ts";
import { parseMetadata } from "../../../src/parse/metadata-file.ts";
import { parseTaskFile } from "../../../src/parse/task-file.ts";
import { canonical } from "../yaml/canonical.ts";
import { files, type RandomFile } from "./files.ts";

const python =
  process.env.WINDSOCK_PYTHON_3 ?? resolve(import.meta.dirname, "../../../.cache/python/airflow-3/bin/python");
const runs = Number(process.env.WINDSOCK_RUNS ?? 2000);
const seed = Number(process.env.WINDSOCK_SEED ?? 20260101);

type Read = { ok: unknown } | { error: string };

/**
 * Where Windsock refuses what `parse` of gusty lets through: it fails later in gusty, or when the task runs.
 * Building the task fails on an operator that is no text; Airflow refuses an id that is none; a call fails on a keyword
 * that is no text.
 */
const REFUSED_EARLY = [/^missing-operator/, /`operator` is no text/, /A task id must be a text/, /cannot be bound/];

/** What only calling the real functions shows: time zones by name, and arguments that are results of other calls. */
const ONLY_PYTHON_KNOWS = /InvalidTimezone|ZoneInfo|!\w+ (?:\[|\{)[^\n]*!/;

function readByGusty(samples: readonly RandomFile[]): Read[] {
  if (!existsSync(python)) throw new Error(`There is no Python at ${python}: \`npm test\` makes it.`);
  const script = resolve(import.meta.dirname, "parse_files.py");
  const result = spawnSync(python, [script], { input: JSON.stringify(samples), encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout.trim().split("\n").at(-1) ?? "") as Read[];
}

const fieldsOf = (fields: readonly Field[]): unknown => fields.map(({ key, value }) => [key, canonical(value)]);

function readByWindsock({ name, text }: RandomFile): { value: unknown; problems: readonly Problem[] } {
  const options = { airflow: 3, gusty: null, constructors: new Map() } as const;
  const content = { ok: true, bytes: new TextEncoder().encode(text) } as const;
  if (name === "METADATA.yml") {
    const { fields, problems } = parseMetadata(asPath(`dag/${name}`), content, options);
    return { value: fields && fieldsOf(fields), problems };
  }
  const { specs, problems } = parseTaskFile(asPath(`dag/${name}`), content, options);
  return { value: specs.length > 0 ? specs.map((spec) => [spec.taskId, fieldsOf(spec.fields)]) : null, problems };
}

/** gusty changes `multi_task_spec` itself where it binds arguments, which no operator ever sees. */
function alike(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [kind] = value as unknown[];
  if (kind === "multi_task_spec") return ["multi_task_spec"];
  return value.map(alike);
}

const isLeft = (value: unknown): boolean =>
  Array.isArray(value) && value[0] === "call" && value[1] === "absql.render.render_text";

/** Equal, where what is left to ABSQL in the generated file may be anything. */
function agree(ours: unknown, theirs: unknown): boolean {
  if (isLeft(ours)) return true;
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return JSON.stringify(ours) === JSON.stringify(theirs);
  return ours.length === theirs.length && ours.every((item, at) => agree(item, theirs[at]));
}

test(`${runs} files are read as gusty reads them`, () => {
  const samples = fc.sample(files, { numRuns: runs, seed });
  const differences: unknown[] = [];
  let read = 0;
  for (const [index, theirs] of readByGusty(samples).entries()) {
    const sample = samples[index] ?? { name: "", text: "" };
    const { value, problems } = readByWindsock(sample);
    if (problems.some(({ kind }) => kind === "not-static")) continue;
    if ("ok" in theirs) read += 1;
    const same = "ok" in theirs ? agree(alike(value), alike(theirs.ok)) : value === null;
    const early =
      value === null &&
      problems.some((problem) =>
        REFUSED_EARLY.some((known) => known.test(`${problem.kind} ${JSON.stringify(problem)}`)),
      );
    const called = "error" in theirs && ONLY_PYTHON_KNOWS.test(`${theirs.error} ${sample.text}`);
    if (!same && !early && !called) differences.push(JSON.stringify({ ...sample, theirs, ours: value ?? problems }));
  }
  expect(differences).toEqual([]);
  expect(read).toBeGreaterThan(runs / 4);
});
