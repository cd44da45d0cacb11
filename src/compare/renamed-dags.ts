import type { Dag } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import { canonicalTask } from "./dag-hash.ts";

/** The share of tasks that must be the same, by id, group and content, for a removed and an added DAG to be one renamed. */
const ALIKE = 0.5;
/** Fewer than this say nothing: many DAGs begin with the same empty task. */
const MIN_SHARED = 2;

/** Of DAGs that only base has (`removed`) those that live on in one that only head has: the most alike first, ties by id. */
export function renamedDags(
  removed: readonly Dag[],
  added: readonly Dag[],
  projects: { base: Project; head: Project },
): Map<Dag, Dag> {
  const before = removed.map((dag) => ({ dag, content: contentOf(dag, projects.base) }));
  const after = added.map((dag) => ({ dag, content: contentOf(dag, projects.head) }));
  const pairs = before
    .flatMap((from) => after.map((to) => ({ from: from.dag, to: to.dag, alike: likeness(from.content, to.content) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || order(a.from.id, b.from.id) || order(a.to.id, b.to.id));
  const renamed = new Map<Dag, Dag>();
  const given = new Set<Dag>();
  for (const { from, to } of pairs) {
    if (renamed.has(from) || given.has(to)) continue;
    renamed.set(from, to);
    given.add(to);
  }
  return renamed;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function contentOf(dag: Dag, { texts }: Project): Set<string> {
  const context = { texts, folder: dag.site.folder };
  const own = dag.tasks.filter(({ kind }) => kind === "spec");
  return new Set(own.map((task) => JSON.stringify([task.id, task.group, canonicalTask(task, context)])));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((task) => b.has(task)).length;
  return shared < MIN_SHARED ? 0 : shared / (a.size + b.size - shared);
}
