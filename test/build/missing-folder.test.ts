import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const HEAD = "import os\nfrom gusty import create_dag\n";
const CALL = 'create_dag(os.path.join(os.path.dirname(__file__), "gone"), schedule=None)\n';

/** The problems of an entry point, as their kind and what they are about. */
async function problemsOf(source: string): Promise<unknown> {
  const { problems } = await readProject(memorySnapshot({ "dags/entry.py": HEAD + source }), { airflow: 3 });
  return problems.map((one) => [one.kind, one.kind === "folder-shape" && one.raises ? one.folder : null]);
}

test("gusty raises for a folder that is not there", async () => {
  expect(await problemsOf(`dag = ${CALL}`)).toEqual([["folder-shape", "dags/gone"]]);
});

test("a call that may not run, or whose error may be caught, is no such error", async () => {
  expect(await problemsOf(`if os.environ.get("X"):\n    ${CALL}`)).toEqual([["not-static", null]]);
  expect(await problemsOf(`try:\n    ${CALL}except Exception:\n    pass\n`)).toEqual([["not-static", null]]);
});
