import { pairDags } from "../compare/paired-dags.ts";
import { renamedTasks } from "../compare/renamed-tasks.ts";
import type { Dag, External } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import { hasTarget, targetsOf } from "./external-targets.ts";

/** A target of an external dependency that the change took away, and what it is called now, where that is known. */
export interface LostTarget {
  readonly what: "dag" | "task";
  readonly renamed: string | null;
}

/**
 * What the change from `base` to `head` took away from a DAG that waited for it before: the whole DAG, or the task. `null`
 * where the target is there, or was not there before, or the DAG did not wait for it.
 */
export function lostTarget(dag: Dag, external: External, base: Project | null, head: Project): LostTarget | null {
  if (!base) return null;
  const waited = base.dags
    .filter((candidate) => candidate.id === dag.id)
    .some((before) => before.externals.some(({ dag: id, task }) => id === external.dag && task === external.task));
  const [before, after] = [targetsOf(base, external.dag), targetsOf(head, external.dag)];
  const { task } = external;
  if (!waited || hasTarget(before, task) !== true || hasTarget(after, task) !== false) return null;
  const pair = pairDags(base, head).find(({ base: from }) => from?.id === external.dag);
  if (hasTarget(after, null) === false) return { what: "dag", renamed: pair?.head?.id ?? null };
  if (!pair?.base || !pair.head) return { what: "task", renamed: null };
  const renamed = renamesOf(pair.base, pair.head, base, head).find(({ from }) => from === task);
  return { what: "task", renamed: renamed?.to ?? null };
}

/** The tasks of one DAG that live on under another id. */
export const renamesOf = (before: Dag, after: Dag, base: Project, head: Project) =>
  renamedTasks(before, after, {
    base: { texts: base.texts, folder: before.site.folder },
    head: { texts: head.texts, folder: after.site.folder },
  });
