import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readProject } from "../../src/build/read-project.ts";
import { emitDag } from "../../src/emit/emit-dag.ts";
import type { Project } from "../../src/model/project.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { openFolder } from "../../src/snapshot/folder-snapshot.ts";
import type { Fixture } from "./fixtures.ts";
import type { Job } from "./judge.ts";

const work = resolve(import.meta.dirname, "../../.cache/parity");

/** A fixture compiled for one Airflow, and the two worlds made of it: gusty's, and the generated files in a copy. */
export interface Compiled {
  readonly project: Project;
  /** Why a DAG has no generated file, by its id. */
  readonly refused: ReadonlyMap<string, string>;
  /** Full paths of the generated files. */
  readonly files: readonly string[];
  readonly jobs: { readonly gusty: Job; readonly generated: Job };
}

/** Compiles a fixture, and writes both worlds below `place`, where they can be looked at afterwards. */
export async function compileFixture(
  fixture: Fixture,
  airflow: AirflowMajor,
  place = join(work, `airflow-${airflow}`),
): Promise<Compiled> {
  const project = await readProject(await openFolder(fixture.folder), { airflow });
  const [gusty, generated] = [join(place, "gusty", fixture.name), join(place, "generated", fixture.name)] as const;
  for (const folder of [gusty, generated]) {
    await rm(folder, { recursive: true, force: true });
    await cp(fixture.folder, folder, { recursive: true });
  }

  const refused = new Map<string, string>();
  const files: string[] = [];
  for (const dag of project.dags) {
    const emitted = emitDag(dag, { directory: project.config.generated.directory, texts: project.texts });
    if (!emitted.ok) {
      refused.set(dag.id, emitted.why);
      continue;
    }
    const path = join(generated, emitted.file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, emitted.file.text);
    files.push(path);
  }
  const folders = project.dags.flatMap(({ site }) => (site.entryPoint === null ? [join(gusty, site.folder)] : []));
  const entryPoints = (await readdir(join(gusty, "dags"))).filter((name) => name.endsWith(".py")).sort();
  return {
    project,
    refused,
    files,
    jobs: {
      gusty: {
        root: gusty,
        home: gusty,
        files: entryPoints.map((name) => join(gusty, "dags", name)),
        declared: folders.length > 0 ? { configuration: join(gusty, "windsock.yml"), folders } : null,
        folders: [join(gusty, "dags")],
        gusty: true,
      },
      generated: {
        root: generated,
        home: generated,
        files,
        declared: null,
        folders: [join(generated, "dags")],
        gusty: false,
      },
    },
  };
}
