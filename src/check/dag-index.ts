import type { Dag } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import type { PlainDag } from "../model/site.ts";

/** What a project holds by name, made once: some rules ask for it at every dependency. */
interface DagIndex {
  readonly dags: ReadonlyMap<string, readonly Dag[]>;
  readonly plain: ReadonlyMap<string, readonly PlainDag[]>;
  /** The DAGs that have a task of that name, as `dependencies` would name it; in the order of the project. */
  readonly byTask: ReadonlyMap<string, readonly Dag[]>;
  /** The same for DAGs of plain Python, by the ids of their tasks. */
  readonly byPlainTask: ReadonlyMap<string, readonly PlainDag[]>;
}

const indexes = new WeakMap<Project, DagIndex>();

/** The DAGs of a project by id, and by the names of their tasks. */
export function dagIndex(project: Project): DagIndex {
  const known = indexes.get(project);
  if (known) return known;
  const byTask = new Map<string, Dag[]>();
  for (const dag of project.dags)
    for (const { kind, gustyId } of dag.tasks)
      if (kind === "spec" && byTask.get(gustyId)?.at(-1) !== dag) add(byTask, gustyId, dag);
  const byPlainTask = new Map<string, PlainDag[]>();
  for (const dag of project.discovery.plainDags) for (const task of dag.tasks) add(byPlainTask, task, dag);
  const made = { dags: byId(project.dags), plain: byId(project.discovery.plainDags), byTask, byPlainTask };
  indexes.set(project, made);
  return made;
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) add(found, one.id, one);
  return found;
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
