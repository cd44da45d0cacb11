import { dagIn, nameIn, pairDeployments } from "../build/deployments.ts";
import type { DagChange } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import { connectDags } from "./across-dags.ts";
import { backfillOf } from "./backfill.ts";
import { compareDags } from "./compare-dags.ts";
import { dagHash } from "./dag-hash.ts";
import { pairDags } from "./paired-dags.ts";
import { taskIds } from "./task-ids.ts";

/**
 * What the change from `base` to `head` does to every DAG of either version, by id. A DAG that is broken or undecided is
 * compared as far as it is known; then its hash is `null`. Of several deployments each is compared by itself.
 */
export function compareProjects(base: Project, head: Project): DagChange[] {
  if (head.deployments === undefined) return compareDeployment(base, head);
  return pairDeployments(base, head)
    .flatMap((pair) =>
      compareDeployment(pair.base ?? pair.head, pair.head).map((change) => changeIn(pair.name, change)),
    )
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A change as it is told in a project of several deployments. */
const changeIn = (deployment: string | null, change: DagChange): DagChange => ({
  ...change,
  id: nameIn(deployment, change.id),
  base: change.base && dagIn(deployment, change.base),
  head: change.head && dagIn(deployment, change.head),
  downstream: change.downstream.map(({ dag, tasks }) => ({ dag: nameIn(deployment, dag), tasks })),
});

function compareDeployment(base: Project, head: Project): DagChange[] {
  const changes = pairDags(base, head).flatMap((pair) => {
    if (pair.base && pair.head) return [compareDags(pair.base, pair.head, { base, head })];
    if (pair.head) return [wholeDag(pair.head, "added", head, head.date ?? base.date)];
    return pair.base ? [wholeDag(pair.base, "removed", base, null)] : [];
  });
  return connectDags(changes, head.dags);
}

function wholeDag(dag: Dag, kind: "added" | "removed", project: Project, now: number | null): DagChange {
  const hash = dagHash(dag, project.texts);
  const ids = taskIds(dag);
  const pairs = new Map(dag.edges.map(({ up, down }) => [JSON.stringify([up, down]), [up, down] as const]));
  const edges = [...pairs.values()];
  const added = kind === "added";
  const backfill = added ? backfillOf(null, dag, now) : null;
  return {
    id: dag.id,
    kind,
    base: added ? null : dag,
    head: added ? dag : null,
    hash: added ? { base: null, head: hash } : { base: hash, head: null },
    tasks: { added: added ? ids : [], removed: added ? [] : ids, renamed: [], moved: [], changed: [] },
    edges: { added: added ? edges : [], removed: added ? [] : edges },
    settings: [],
    operators: [],
    backfill,
    risk: backfill ? ["shape", "backfill"] : ["shape"],
    downstream: [],
    affected: [],
    files: [...dag.files].sort(),
    migrated: null,
    filesMoved: [],
  };
}
