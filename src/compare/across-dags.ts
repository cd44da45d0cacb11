import type { DagChange } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import { tasksAfter } from "./reach.ts";
import { taskIds } from "./task-ids.ts";

/** Adds what needs the whole picture: who waits for each DAG, and which DAGs and tasks are hit through external dependencies. */
export function connectDags(changes: readonly DagChange[], heads: readonly Dag[]): DagChange[] {
  const disturbed = disturbances(changes);
  return changes.map((change) => {
    const ids = new Set([change.base?.id ?? change.id, change.id]);
    const downstream = heads.flatMap((dag) => {
      const tasks = dag.id === change.id ? [] : dag.externals.filter((external) => ids.has(external.dag));
      return tasks.length === 0 ? [] : [{ dag: dag.id, tasks: tasks.map(({ sensor }) => sensor) }];
    });
    const hit = change.head ? sensorsHit(change.head, disturbed) : [];
    const kind = change.kind === "unchanged" && hit.length > 0 ? "affected" : change.kind;
    return { ...change, kind, downstream, affected: withSensors(change, hit) };
  });
}

/** What of one DAG no longer is as those expect who wait for it. */
interface Disturbance {
  /** The DAG is gone, has another id, or runs at other times: everyone who waits for it is hit. */
  readonly all: boolean;
  /** Tasks that are gone or have another id. */
  readonly tasks: ReadonlySet<string>;
}

function disturbances(changes: readonly DagChange[]): Map<string, Disturbance> {
  return new Map(
    changes
      .filter(({ kind }) => kind === "removed" || kind === "renamed" || kind === "changed")
      .map((change) => [
        change.base?.id ?? change.id,
        {
          all: change.kind !== "changed" || change.risk.includes("schedule"),
          tasks: new Set([...change.tasks.removed, ...change.tasks.renamed.map(({ from }) => from)]),
        },
      ]),
  );
}

function sensorsHit(dag: Dag, disturbed: ReadonlyMap<string, Disturbance>): string[] {
  return dag.externals
    .filter((external) => {
      const found = external.dag === dag.id ? undefined : disturbed.get(external.dag);
      return found !== undefined && (found.all || (external.task !== null && found.tasks.has(external.task)));
    })
    .map(({ sensor }) => sensor);
}

/** The sensors that are hit and what comes after them, beside what is affected already; in the order of the DAG's tasks. */
function withSensors(change: DagChange, hit: readonly string[]): readonly string[] {
  const dag = change.head;
  if (!dag || hit.length === 0) return change.affected;
  const own = new Set([
    ...change.tasks.added,
    ...change.tasks.renamed.map(({ to }) => to),
    ...change.tasks.changed.map(({ id }) => id),
    ...change.operators.flatMap(({ tasks }) => tasks),
    ...[...change.edges.added, ...change.edges.removed].map(([, down]) => down),
  ]);
  const all = new Set([...change.affected, ...hit, ...tasksAfter(hit, dag.edges)]);
  return taskIds(dag).filter((id) => all.has(id) && !own.has(id));
}
