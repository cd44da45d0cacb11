import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { asPath } from "../../../src/model/path.ts";
import { wholeFile } from "../../../src/yaml/embedded.ts";
import { readYaml } from "../../../src/yaml/read-yaml.ts";
import { canonical } from "./canonical.ts";

const python =
  process.env.WINDSOCK_PYTHON_3 ?? resolve(import.meta.dirname, "../../../.cache/python/airflow-3/bin/python");

/** What PyYAML makes of a text, and what Windsock does. `same`: equal values, or both refuse. */
export interface Both {
  readonly text: string;
  readonly theirs: { readonly ok: unknown } | { readonly error: string };
  readonly ours: unknown;
  /** Why Windsock refuses the text; `null` where it does not. */
  readonly refusal: string | null;
  readonly same: boolean;
}

/** Reads texts with PyYAML's SafeLoader and with Windsock, and compares. */
export function readBoth(texts: readonly string[]): Both[] {
  return readByPython(texts).map((theirs, index) => {
    const text = texts[index] ?? "";
    const { value, problems } = readYaml(wholeFile(asPath("a.yml"), text.replaceAll("\r\n", "\n")), new Map());
    const [problem] = problems;
    const refusal = problem?.kind === "yaml-syntax" ? problem.detail : (problem?.kind ?? null);
    const ours = value ? canonical(value) : null;
    const same = "ok" in theirs ? JSON.stringify(ours) === JSON.stringify(theirs.ok) : ours === null;
    return { text, theirs, ours, refusal, same };
  });
}

function readByPython(texts: readonly string[]): Both["theirs"][] {
  if (!existsSync(python)) throw new Error(`There is no Python at ${python}: \`npm test\` makes it.`);
  const script = resolve(import.meta.dirname, "load_yaml.py");
  const result = spawnSync(python, [script], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Both["theirs"][];
}
