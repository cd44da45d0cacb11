import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readProject } from "../../src/build/read-project.ts";
import { emitDag } from "../../src/emit/emit-dag.ts";
import type { Project } from "../../src/model/project.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import type { Tree } from "./generator/projects.ts";
import type { Job } from "./judge.ts";

/** A generated project compiled for one Airflow, and the worlds made of it. */
export interface CompiledTree {
  readonly project: Project;
  /** Why a DAG that is built has no generated file, by its id. */
  readonly refused: ReadonlyMap<string, string>;
  /** `generated` is `null` where no DAG is built. */
  readonly jobs: { readonly gusty: Job; readonly generated: Job | null };
}

/** Compiles a project in memory, and writes its worlds below `folder`, which is emptied. */
export async function compileTree(tree: Tree, airflow: AirflowMajor, folder: string): Promise<CompiledTree> {
  const project = await readProject(memorySnapshot(tree), { airflow });
  const refused = new Map<string, string>();
  const files: Record<string, string> = {};
  for (const dag of project.dags) {
    if (dag.outcome !== "built") continue;
    const emitted = emitDag(dag, { directory: project.config.generated.directory, texts: project.texts });
    if (emitted.ok) files[emitted.file.path] = emitted.file.text;
    else refused.set(dag.id, emitted.why);
  }
  await rm(folder, { recursive: true, force: true });
  const [gusty, generated] = [join(folder, "gusty"), join(folder, "generated")];
  await writeTree(tree, gusty);
  const paths = Object.keys(files);
  if (paths.length > 0) await writeTree({ ...tree, ...files }, generated);
  const declared = project.dags.flatMap(({ site }) => (site.entryPoint === null ? [join(gusty, site.folder)] : []));
  const job = (root: string, names: readonly string[], isGusty: boolean): Job => ({
    root,
    home: root,
    files: names.map((name) => join(root, name)),
    declared: isGusty && declared.length > 0 ? { configuration: join(gusty, "windsock.yml"), folders: declared } : null,
    folders: [join(root, "dags"), join(root, "dags/farm")],
    gusty: isGusty,
  });
  const entryPoints = Object.keys(tree).filter((path) => /^dags\/[^/]+\.py$/.test(path));
  return {
    project,
    refused,
    jobs: { gusty: job(gusty, entryPoints, true), generated: paths.length > 0 ? job(generated, paths, false) : null },
  };
}

/** Writes the files of a project below `folder`. */
export async function writeTree(tree: Tree, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
