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
 * configuration, which may declare their folders, does not count yet. They are known all the same: what base says of them.
 */
export function withMigrated(base: Project, head: Project): Project {
  const present = new Set(head.dags.flatMap(({ id, site }) => [`id ${id}`, `folder ${site.folder}`]));
  const carried = base.dags.flatMap((dag): Dag[] => {
    if (present.has(`id ${dag.id}`) || present.has(`folder ${dag.site.folder}`)) return [];
    const path = migratedTo(dag, { base, head });
    if (path === null) return [];
    const site = {
      ...dag.site,
      declared: { file: path, start: 0, end: 0 },
      by: "windsock.yml" as const,
      entryPoint: null,
    };
    return [{ ...dag, site, files: [...dag.files.filter((file) => file !== dag.site.entryPoint), path].sort() }];
  });
  if (carried.length === 0) return head;
  const dags = [...head.dags, ...carried].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const missing = [...base.texts].filter(([file]) => !head.texts.has(file));
  const operatorFiles = new Map([...base.operatorFiles, ...head.operatorFiles]);
  return { ...head, dags, operatorFiles, texts: new Map([...head.texts, ...missing]) };
}
