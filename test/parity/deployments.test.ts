import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { deploymentName, deploymentsOf } from "../../src/build/deployments.ts";
import { readProject } from "../../src/build/read-project.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import { emitDag } from "../../src/emit/emit-dag.ts";
import type { Project } from "../../src/model/project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { LISTED, TWO_DEPLOYMENTS } from "../support/two-deployments.ts";
import { type Job, runJudge } from "./judge.ts";

const place = resolve(import.meta.dirname, "../../.cache/parity/deployments");

/** An operator of the same name in both, that is not the same class. */
const operator = (parameter: string): string => `from airflow.models import BaseOperator


class OvenOperator(BaseOperator):
    template_fields = ("${parameter}",)

    def __init__(self, ${parameter}, **kwargs):
        super().__init__(**kwargs)
        self.${parameter} = ${parameter}

    def execute(self, context):
        pass
`;
const FILES: Readonly<Record<string, string>> = {
  ...TWO_DEPLOYMENTS,
  "windsock.yml": `${LISTED}generated: { directory: dags/generated__ }\n`,
  "dev/operators/oven_operator.py": operator("degrees"),
  "prd/operators/oven_operator.py": operator("minutes"),
  "dev/dags/sales/bake.yml": "operator: local.OvenOperator\ndegrees: 200\ndependencies: [load]\n",
  "prd/dags/sales/bake.yml": "operator: local.OvenOperator\nminutes: 40\ndependencies: [load]\n",
};

async function write(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** The two worlds of one deployment: gusty's entry point or declared folders, and the generated files where they belong. */
async function worldsOf(deployment: Project): Promise<{ jobs: Job[]; refused: string[] }> {
  const emitted = deployment.dags.map((dag) => {
    const { directory } = deployment.config.generated;
    return emitDag(dag, { directory, texts: deployment.texts });
  });
  const files = emitted.flatMap((one) => (one.ok ? [one.file] : []));
  await write(place, Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const root = join(place, deploymentName(deployment));
  const shared = { root: place, home: root, folders: [join(root, "dags")] };
  const entryPoints = [...new Set(deployment.dags.flatMap(({ site }) => site.entryPoint ?? []))];
  const folders = deployment.dags.flatMap(({ site }) => (site.entryPoint === null ? [join(place, site.folder)] : []));
  const declared = folders.length > 0 ? { configuration: join(place, "windsock.yml"), folders } : null;
  return {
    refused: emitted.flatMap((one) => (one.ok ? [] : [one.why])),
    jobs: [
      { ...shared, files: entryPoints.map((path) => join(place, path)), declared, gusty: true },
      { ...shared, files: files.map(({ path }) => join(place, path)), declared: null, gusty: false },
    ],
  };
}

const declared = Object.fromEntries(Object.entries(FILES).filter(([path]) => !path.endsWith("make_dags.py")));
const DECLARED = {
  ...declared,
  "windsock.yml": `${FILES["windsock.yml"]}dags:\n  - path: "*/dags/[a-z]*"\n    arguments: { latest_only: false }\n`,
};

test.each([
  ["made by entry points", FILES],
  ["declared, without any Python", DECLARED],
])("each deployment of one repository is what gusty builds on its own Airflow: %s", async (_, tree) => {
  const { airflow2, airflow3 } = await makeEnvironments();
  await rm(place, { recursive: true, force: true });
  await write(place, tree);
  const project = await readProject(memorySnapshot(tree));
  const found = deploymentsOf(project).map((one) => `${deploymentName(one)} ${one.versions.airflow.major}`);
  expect(found).toEqual(["dev 3", "prd 2"]);
  const seen: string[] = [];
  for (const deployment of deploymentsOf(project)) {
    const { jobs, refused } = await worldsOf(deployment);
    expect(refused).toEqual([]);
    const python = deployment.versions.airflow.major === 2 ? airflow2 : airflow3;
    const [gusty, generated] = await runJudge(python, jobs);
    expect([gusty?.errors, generated?.errors]).toEqual([{}, {}]);
    const ids = Object.keys(gusty?.dags ?? {});
    seen.push(...ids.map((id) => `${deploymentName(deployment)}:${id}`));
    expect(ids.flatMap((id) => differences(gusty?.dags[id], generated?.dags[id], id))).toEqual([]);
  }
  expect(seen.sort()).toEqual(["dev:sales", "prd:finance", "prd:sales"]);
  expect(project.dags.map(({ id }) => id)).toEqual(seen);
});
