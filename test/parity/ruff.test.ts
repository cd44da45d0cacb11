import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitDag } from "../../src/emit/emit-dag.ts";
import { createFileScope } from "../../src/emit/file-scope.ts";
import { createWriter } from "../../src/emit/file-writer.ts";
import { print } from "../../src/emit/layout.ts";
import { valueCode } from "../../src/emit/values.ts";
import { asPath } from "../../src/model/path.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { dags, ownText, plainValues } from "../emit/arbitraries.ts";
import { dag, directory } from "../emit/dag-builder.ts";

const runs = Number(process.env.WINDSOCK_RUNS ?? 400);
const seed = Number(process.env.WINDSOCK_SEED ?? 20260101);
const texts = new Map([[asPath("dags/dags.py"), ownText]]);

let python: string;
let ruff: string;
let folder: string;
beforeAll(async () => {
  python = (await makeEnvironments()).airflow3;
  ruff = join(dirname(python), "ruff");
  folder = mkdtempSync(join(tmpdir(), "windsock-ruff-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, args: readonly string[], input?: string): string => {
  const result = spawnSync(command, args, { cwd: folder, encoding: "utf8", input, maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  return result.stdout + result.stderr;
};

describe("the generated file", () => {
  beforeAll(() => {
    const generated = join(folder, directory);
    mkdirSync(generated);
    fc.sample(dags, { numRuns: runs, seed }).forEach((sample, index) => {
      const emitted = emitDag(sample, { directory, texts });
      writeFileSync(join(generated, `dag_${index}.py`), emitted.ok ? emitted.file.text : "");
    });
  });

  test("is as ruff formats it", () => {
    expect(run(ruff, ["format", "--isolated", "--no-cache", "--diff", "--line-length", "100", "."])).toMatch(
      /^\d+ files already formatted\n$/,
    );
  });

  test("has nothing that ruff's E, F and I rules complain of", () => {
    expect(run(ruff, ["check", "--isolated", "--no-cache", "--select", "E,F,I", "--line-length", "100", "."])).toBe(
      "All checks passed!\n",
    );
  });
});

test("Python reads a printed value as that value", () => {
  const samples = fc.sample(plainValues, { numRuns: runs * 5, seed });
  const writer = createWriter(dag(), createFileScope(new Set(), []));
  const lines = samples.map((value) => {
    const code = valueCode(value, writer, "x");
    return JSON.stringify({ code: print(code, 4, 0, 1), value: tagged(value) });
  });
  expect(run(python, ["-c", READ_BACK], lines.join("\n"))).toBe("");
});

/** A value as JSON that keeps what JSON has not. */
function tagged(value: typeof plainValues extends fc.Arbitrary<infer T> ? T : never): unknown {
  switch (value.t) {
    case "int":
      return { int: String(value.v) };
    case "float":
      return { float: Object.is(value.v, -0) ? "-0.0" : String(value.v) };
    case "str":
      return { str: Array.from(value.v, (char) => char.codePointAt(0)) };
    case "bytes":
      return { bytes: [...value.v] };
    case "list":
    case "tuple":
    case "set":
      return { [value.t]: value.v.map(tagged) };
    case "map":
      return { map: value.v.map(([key, part]) => [tagged(key), tagged(part)]) };
    case "bool":
      return { bool: value.v };
    default:
      return { null: null };
  }
}

const READ_BACK = `
import ast, json, sys

def value(node):
    (kind, data), = node.items()
    if kind == "null": return None
    if kind == "bool": return data
    if kind == "int": return int(data)
    if kind == "float": return float(data)
    if kind == "str": return "".join(map(chr, data))
    if kind == "bytes": return bytes(data)
    if kind == "list": return [value(part) for part in data]
    if kind == "tuple": return tuple(value(part) for part in data)
    if kind == "set": return set(value(part) for part in data)
    return {value(key): value(part) for key, part in data}

def read(code):
    # A dict whose keys are too long for a line is written as dict([...]), which literal_eval does not know.
    return eval(code, {"__builtins__": {"dict": dict, "set": set}}) if "dict(" in code else ast.literal_eval(code)

for line in sys.stdin.read().split("\\n"):
    sample = json.loads(line)
    wanted, got = value(sample["value"]), read(sample["code"])
    if repr(wanted) != repr(got) and wanted != got:
        print("wanted", repr(wanted), "got", repr(got), "from", sample["code"])
        break
`;
