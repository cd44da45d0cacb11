import type { Project } from "../model/project.ts";
import type { TraceSubject } from "./find-subject.ts";
import { indexLinks, keyOfTask, type TaskRef } from "./links.ts";
import { tasksOfSubject } from "./subject-tasks.ts";

/** What of one DAG lies downstream. */
export interface ImpactOnDag {
  readonly dag: string;
  /** In the DAG's order; for the DAG that was asked for, without what was asked for itself. */
  readonly tasks: readonly string[];
  /** How it is reached: by which sensors, waiting for what (`task: null`: for the whole DAG). Empty for the DAG that was asked for. */
  readonly sensors: readonly { readonly sensor: string; readonly dag: string; readonly task: string | null }[];
  /** DAGs between: 0 for the one that was asked for, 1 for those that wait for it. */
  readonly distance: number;
}

/** What lies downstream of something: in its own DAG first, then in others by distance and id. */
export interface Impact {
  readonly subject: TraceSubject;
  readonly dags: readonly ImpactOnDag[];
}

/** Everything that comes after a task, all tasks of a group or a whole DAG, in other DAGs too, through their sensors. */
export function impactOf(project: Project, subject: TraceSubject): Impact {
  const links = indexLinks(project);
  const start = tasksOfSubject(subject);
  const reached = new Set<string>();
  const asked = new Set(start.map(keyOfTask));
  const found = new Map<string, { distance: number; sensors: Map<string, ImpactOnDag["sensors"][number]> }>();
  found.set(subject.dag.id, { distance: 0, sensors: new Map() });
  let row: readonly TaskRef[] = start;
  // By rows of DAGs: all of one DAG is followed before the next one is entered, so that distances are the least.
  for (let distance = 1; row.length > 0; distance += 1) {
    const next: TaskRef[] = [];
    const waiting = [...row];
    for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
      for (const { down, via, whole } of links.after(task)) {
        const key = keyOfTask(down);
        if (via === "waits") {
          const entry = found.get(down.dag) ?? { distance, sensors: new Map() };
          found.set(down.dag, entry);
          const target = whole ? null : task.task;
          if (down.dag !== subject.dag.id) {
            entry.sensors.set(JSON.stringify([down.task, target]), { sensor: down.task, dag: task.dag, task: target });
          }
        }
        if (reached.has(key)) continue;
        reached.add(key);
        if (asked.has(key)) continue;
        if (via === "waits") next.push(down);
        else waiting.push(down);
      }
    }
    row = next;
  }
  const dags = project.dags.flatMap((dag): ImpactOnDag[] => {
    const entry = found.get(dag.id);
    if (entry === undefined) return [];
    // Two files may give one id, in a DAG that does not load.
    const tasks = [...new Set(dag.tasks.map(({ id }) => id))].filter((id) => {
      const key = keyOfTask({ dag: dag.id, task: id });
      return reached.has(key) && !asked.has(key);
    });
    return [{ dag: dag.id, tasks, sensors: [...entry.sensors.values()], distance: entry.distance }];
  });
  return { subject, dags: dags.sort((a, b) => a.distance - b.distance || (a.dag < b.dag ? -1 : 1)) };
}
