import { joinDeployments, pairDeployments } from "../build/deployments.ts";
import { emitDag } from "../emit/emit-dag.ts";
import { GENERATED_MARK } from "../emit/preamble.ts";
import type { Dag } from "../model/dag.ts";
import { joinPath, type Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";

/**
 * Where head has the generated file of a DAG that gusty builds in base, with the very text that base compiles to: from
 * there Airflow loads the same DAG. `null` where there is none, or base has it too.
 */
export function migratedTo(dag: Dag, projects: { base: Project; head: Project }): Path | null {
  const { base, head } = projects;
  if (dag.site.entryPoint === null) return null;
  for (const directory of head.generatedIn) {
    const path = joinPath(directory, `${dag.id}.py`);
    const committed = head.texts.get(path)?.replaceAll("\r\n", "\n");
    if (!committed?.startsWith(GENERATED_MARK) || base.texts.has(path)) continue;
    const emitted = emitDag(dag, { directory, texts: base.texts });
    if (emitted.ok && emitted.file.text === committed) return path;
  }
  return null;
}

/**
 * Head with the DAGs that went from gusty to plain Python: no entry point makes them any more, and head's own
 * configuration, which may declare their folders, does not count yet. They are known all the same: what base says of
 * them, for each choice of versions.
 */
export function withMigrated(base: Project, head: Project): Project {
  if (head.deployments !== undefined) {
    const pairs = pairDeployments(base, head);
    return joinDeployments(
      head,
      pairs.map((pair) => (pair.base ? withMigrated(pair.base, pair.head) : pair.head)),
    );
  }
  const present = new Set(head.dags.flatMap(({ id, site }) => [`id ${id}`, `folder ${site.folder}`]));
  const gone = base.dags.filter((dag) => !present.has(`id ${dag.id}`) && !present.has(`folder ${dag.site.folder}`));
  const paths = new Map(
    gone.flatMap((dag): [string, Path][] => {
      const path = migratedTo(dag, { base, head });
      return path === null ? [] : [[dag.id, path]];
    }),
  );
  if (paths.size === 0) return head;
  const others = head.others?.map((one) =>
    carried(base.others?.find((other) => sameVersions(one, other)) ?? base, one, paths),
  );
  return { ...carried(base, head, paths), ...(others ? { others } : {}) };
}

const sameVersions = (a: Project, b: Project): boolean =>
  a.versions.airflow.major === b.versions.airflow.major && a.versions.gusty.version === b.versions.gusty.version;

/** `head` with these DAGs of `base`, loaded from the files of `paths`. */
function carried(base: Project, head: Project, paths: ReadonlyMap<string, Path>): Project {
  const dags = base.dags.flatMap((dag): Dag[] => {
    const path = paths.get(dag.id);
    if (path === undefined) return [];
    const declared = { file: path, start: 0, end: 0 };
    const site = { ...dag.site, declared, by: "windsock.yml" as const, entryPoint: null };
    return [{ ...dag, site, files: [...dag.files.filter((file) => file !== dag.site.entryPoint), path].sort() }];
  });
  const missing = [...base.texts].filter(([file]) => !head.texts.has(file));
  return {
    ...head,
    dags: [...head.dags, ...dags].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    operatorFiles: new Map([...base.operatorFiles, ...head.operatorFiles]),
    texts: new Map([...head.texts, ...missing]),
  };
}
