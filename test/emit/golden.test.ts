import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { emitDag } from "../../src/emit/emit-dag.ts";
import { asPath } from "../../src/model/path.ts";
import { directory } from "./dag-builder.ts";
import { GOLDEN_DAGS, goldenTexts } from "./golden-dags.ts";

const folder = resolve(import.meta.dirname, "golden");

describe("generated files", () => {
  test.each(Object.keys(GOLDEN_DAGS))("%s", (name) => {
    const dag = GOLDEN_DAGS[name];
    if (dag === undefined) throw new Error(`no DAG for ${name}`);
    const emitted = emitDag(dag, { directory, texts: goldenTexts });
    if (!emitted.ok) throw new Error(emitted.why);
    expect(emitted.file.path).toBe(asPath(`generated/${dag.id}.py`));
    const file = resolve(folder, `${name}.py`);
    if (process.env.UPDATE_GOLDEN === "1") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, emitted.file.text);
    }
    expect(emitted.file.text).toBe(readFileSync(file, "utf8"));
  });
});
