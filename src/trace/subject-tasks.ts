import type { Dag } from "../model/dag.ts";
import type { TraceSubject } from "./find-subject.ts";
import type { TaskRef } from "./links.ts";

/** The tasks that a subject stands for: the one, all of a group and the groups in it, or all of the DAG. */
export function tasksOfSubject({ dag, node }: TraceSubject): TaskRef[] {
  const inside = node?.t === "group" ? groupsInside(dag, node.id) : null;
  return dag.tasks
    .filter(({ id, group }) => node === null || (inside === null ? id === node.id : inside.has(group ?? "")))
    .map(({ id }) => ({ dag: dag.id, task: id }));
}

/** A group and all below it. gusty lists a group before those in it, but not in every folder shape. */
function groupsInside(dag: Dag, id: string): ReadonlySet<string> {
  const below = new Map<string, string[]>();
  for (const { id: child, parent } of dag.groups) below.set(parent ?? "", [...(below.get(parent ?? "") ?? []), child]);
  const inside = new Set([id]);
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of below.get(next) ?? []) {
      if (inside.has(child)) continue;
      inside.add(child);
      waiting.push(child);
    }
  }
  return inside;
}
