import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const ENTRY = `import os

from gusty import create_dag

sales = create_dag(os.path.join(os.path.dirname(__file__), "sales"), latest_only=False)
`;

/** Folders with a \`dags\` folder, and a file that names the Airflow where \`pinned\`. */
const folders = (names: readonly string[], pinned = true): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => [
      [`${name}/dags/make.py`, ENTRY],
      [`${name}/dags/sales/load.yml`, "operator: airflow.operators.bash.BashOperator\nbash_command: run\n"],
      ...(pinned ? [[`${name}/requirements.txt`, "apache-airflow==2.11.2\n"]] : []),
    ]),
  );

const rootsIn = async (files: Record<string, string>): Promise<readonly unknown[]> =>
  (await readProject(memorySnapshot(files))).deployments?.map(({ config }) => config.root) ?? [];

test("folders with a `dags` folder and an Airflow of their own are deployments", async () => {
  expect(await rootsIn(folders(["b", "a/airflow"]))).toEqual(["a/airflow", "b"]);
});

test.each([
  ["one of them has no pin", { ...folders(["a"]), ...folders(["b"], false) }],
  ["there is one", folders(["a"])],
  [
    "the configuration says something of the one",
    { ...folders(["a", "b"]), "windsock.yml": "deployments: [{ airflow: 3.3 }]\n" },
  ],
  [
    "a DAG lies below no `dags` folder",
    { ...folders(["a", "b"]), "make.py": ENTRY, "sales/load.yml": "operator: x.Y\n" },
  ],
  ["there are more than anyone has", folders(Array.from({ length: 60 }, (_, n) => `a${n}`))],
])("there are none where %s", async (_, files) => {
  expect(await rootsIn(files)).toEqual([]);
});
