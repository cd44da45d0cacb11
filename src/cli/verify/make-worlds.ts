import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { emitDag } from "../../emit/emit-dag.ts";
import type { Dag } from "../../model/dag.ts";
import { folderOf, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { placeInside } from "../tree-place.ts";
import type { Job } from "./start-judge.ts";

/** The two worlds of a project, both in one copy of it. */
export interface Worlds {
  readonly gusty: Job;
  readonly generated: Job;
  /** Why a DAG that is built has no generated file, by its id. */
  readonly refused: ReadonlyMap<string, string>;
  /** The generated files, by the ids of their DAGs. */
  readonly files: ReadonlyMap<string, Path>;
}

/** What `makeWorlds` needs to know. */
export interface WorldsInput {
  readonly project: Project;
  readonly snapshot: Snapshot;
  /** The DAGs to verify. */
  readonly dags: readonly Dag[];
  /** Entry points to load though no DAG of theirs is known. */
  readonly others: readonly Path[];
  /** The project's folder on disk, and an empty folder for the copy: both real paths. */
  readonly root: string;
  readonly copy: string;
  /** AIRFLOW_HOME of the caller's environment. */
  readonly airflowHome: string | undefined;
}

/**
 * Copies the files of the version into `copy`, adds the generated Python of the DAGs, and says what to load there: the
 * entry points for gusty's world, the generated files for the other.
 */
export async function makeWorlds(input: WorldsInput): Promise<Worlds> {
  const { project, dags, copy } = input;
  for (const path of input.snapshot.tree.keys()) {
    await mkdir(join(copy, folderOf(path)), { recursive: true });
    await cp(join(input.root, path), join(copy, path), { recursive: true, verbatimSymlinks: true });
  }
  const refused = new Map<string, string>();
  const files = new Map<string, Path>();
  for (const dag of dags) {
    if (dag.outcome === "fails") continue;
    const emitted = emitDag(dag, { directory: project.config.generated.directory, texts: project.texts });
    if (!emitted.ok) {
      refused.set(dag.id, emitted.why);
      continue;
    }
    const absolute = join(copy, emitted.file.path);
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, emitted.file.text);
    files.set(dag.id, emitted.file.path);
  }
  const entryPoints = [...new Set([...dags.flatMap(({ site }) => site.entryPoint ?? []), ...input.others])].sort();
  const declared = dags.flatMap(({ site }) => (site.entryPoint === null ? [join(copy, site.folder)] : []));
  const shared = {
    root: copy,
    home: await homeIn(input),
    // The folder that stands for the entry point of a declared one is the one around it.
    folders: [...new Set([...entryPoints.map((file) => join(copy, folderOf(file))), ...declared.map(dirname)])],
    gusty: true,
  };
  return {
    gusty: {
      ...shared,
      files: entryPoints.map((file) => join(copy, file)),
      declared:
        declared.length > 0 && project.config.file !== null
          ? { configuration: join(copy, project.config.file), folders: declared }
          : null,
    },
    generated: { ...shared, files: [...files.values()].map((file) => join(copy, file)), declared: null },
    refused,
    files,
  };
}

/** AIRFLOW_HOME: the folder of the project that is known for it, else the environment's, in the copy if it lies in the project. */
async function homeIn({ project, root, copy, airflowHome }: WorldsInput): Promise<string> {
  const known = project.discovery.airflowHome;
  if (known !== null) return join(copy, known);
  if (airflowHome === undefined || airflowHome === "") return copy;
  const inside = await placeInside(root, resolve(airflowHome));
  return inside === null ? airflowHome : join(copy, inside);
}
