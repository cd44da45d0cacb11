import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ignoreLine } from "../../src/cli/init/airflow-ignore-line.ts";
import { asPath } from "../../src/model/path.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";

const run = promisify(execFile);
const place = resolve(import.meta.dirname, "../../.cache/parity/airflow-ignore");
/** Every Python file that Airflow would load from a folder, by its own default syntax of `.airflowignore`. */
const LIST = `import sys
from airflow.utils.file import list_py_file_paths
for path in list_py_file_paths(sys.argv[1], safe_mode=False): print(path)
`;

const FOLDERS = ["built__", "built.py", "a+b", "deep/built"];
const KEPT = ["entry.py", "builtXpy/entry.py", "rebuilt__/entry.py", "aab/entry.py", "built/entry.py"];

async function write(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const environments = makeEnvironments();

describe.each<AirflowMajor>([2, 3])("Airflow %i", (airflow) => {
  test.each([
    ["its own syntax", airflow],
    ["what both read", null],
  ] as const)("hides the folders of generated files, and nothing else, by a line in %s", async (_, known) => {
    const { airflow2, airflow3 } = await environments;
    const root = join(place, `${airflow}-${known ?? "any"}`);
    await rm(root, { recursive: true, force: true });
    // A line that both read alike knows no special letters, and hides a folder of that name anywhere.
    const folders = known === null ? FOLDERS.filter((name) => /^\w+$/.test(name)) : FOLDERS;
    const kept = known === null ? KEPT.filter((path) => !path.startsWith("rebuilt__")) : KEPT;
    const lines = folders.map((folder) => ignoreLine(asPath("dags"), asPath(`dags/${folder}`), known));
    await write(root, "dags/.airflowignore", `${lines.join("\n")}\n`);
    for (const path of [...folders.map((folder) => `${folder}/sales.py`), ...kept]) {
      await write(root, `dags/${path}`, "from airflow import DAG\n");
    }
    const { stdout } = await run(airflow === 2 ? airflow2 : airflow3, ["-c", LIST, join(root, "dags")], {
      env: { PATH: process.env.PATH, HOME: root, AIRFLOW_HOME: root },
    });
    const listed = stdout.split("\n").filter((line) => line.startsWith(root));
    expect(listed.map((path) => relative(join(root, "dags"), path)).sort()).toEqual([...kept].sort());
  });
});
