import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { planMigration } from "../../src/cli/migrate/plan.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { openFolder } from "../../src/snapshot/folder-snapshot.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { readFixtures } from "./fixtures.ts";
import { type Job, runJudge } from "./judge.ts";

const work = resolve(import.meta.dirname, "../../.cache/parity/migrate");
const environments = makeEnvironments();

/** Fixtures, and the DAGs that leave gusty in each; the others stay. */
const CASES: readonly (readonly [fixture: string, dags: readonly string[], folder: string])[] = [
  ["literal-create-dag", ["bakery"], "dags/generated__"],
  ["loop-over-listdir", ["invoice"], "dags/generated__"],
  ["loop-over-iterdir", ["tulips"], "dags/_generated"],
  ["create-dags-for-each-folder", ["rain"], "dags/generated__"],
];

/** A fixture as it is and as migrated, each in a folder of its own. */
async function migrateFixture(name: string, dags: readonly string[], directory: string, airflow: AirflowMajor) {
  const fixture = readFixtures().find((one) => one.name === name);
  if (!fixture) throw new Error(`there is no fixture ${name}`);
  const [before, after] = ["before", "after"].map((side) => join(work, `${airflow}`, name, side)) as [string, string];
  for (const folder of [before, after]) {
    await rm(folder, { recursive: true, force: true });
    await cp(fixture.folder, folder, { recursive: true });
    await writeFile(join(folder, "windsock.yml"), `generated:\n  directory: ${directory}\n`);
  }
  const snapshot = await openFolder(after);
  const project = await readProject(snapshot, { airflow });
  const changes = await planMigration(
    snapshot,
    project,
    project.dags.filter(({ id }) => dags.includes(id)),
  );
  for (const [path, text] of changes) {
    await mkdir(dirname(join(after, path)), { recursive: true });
    if (text === null) await rm(join(after, path));
    else await writeFile(join(after, path), text);
  }
  const entryPoints = project.discovery.entryPoints;
  const left = entryPoints.filter((file) => changes.get(file) !== null);
  const job = (root: string, files: readonly string[]): Job => ({
    root,
    home: root,
    files: files.map((file) => join(root, file)),
    declared: null,
    folders: [join(root, "dags")],
    gusty: true,
  });
  const generated = dags.map((id) => `${directory}/${id}.py`);
  return { after, generated, before: job(before, entryPoints), migrated: job(after, [...left, ...generated]) };
}

describe.each<AirflowMajor>([2, 3])("migrated projects on Airflow %i", (airflow) => {
  test("are the same DAGs for Airflow, and those that left need no gusty", async () => {
    const { airflow2, airflow3 } = await environments;
    const cases = await Promise.all(CASES.map(([name, dags, folder]) => migrateFixture(name, dags, folder, airflow)));
    const worlds = await runJudge(
      airflow === 2 ? airflow2 : airflow3,
      cases.flatMap(({ before, migrated }) => [before, migrated]),
    );
    for (const [at, [name]] of CASES.entries()) {
      const [before, migrated] = worlds.slice(2 * at, 2 * at + 2);
      expect(before?.errors, name).toEqual({});
      expect(Object.keys(before?.dags ?? {}).length, name).toBeGreaterThan(0);
      expect(migrated?.errors, name).toEqual({});
      expect(Object.keys(migrated?.dags ?? {}).sort(), name).toEqual(Object.keys(before?.dags ?? {}).sort());
      const found = Object.entries(before?.dags ?? {}).flatMap(([id, dag]) => differences(dag, migrated?.dags[id], id));
      expect(found, name).toEqual([]);
    }
    for (const { after, generated } of cases) {
      for (const file of generated) expect(await readFile(join(after, file), "utf8")).not.toContain("import gusty");
    }
  });
});
