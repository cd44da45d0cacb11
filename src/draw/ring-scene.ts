import { TASKS } from "./dag-scene.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";

/** One sensor of a ring of DAGs: its DAG waits in it for a task of another one, or for all of it. */
export interface RingStep {
  readonly dag: string;
  readonly sensor: string;
  readonly awaits: { readonly dag: string; readonly task: string | null };
}

/** What a node says that stands for a whole DAG. */
export const WHOLE_DAG = "the whole DAG";

/**
 * DAGs that wait for each other in a ring: each as a box with its sensor and what the next one waits for. `steps` go
 * against the arrows: each one's DAG waits for the next one's.
 */
export function ringScene(steps: readonly RingStep[]): Scene {
  const nodes = new Map<string, SceneNode>();
  const edges: SceneEdge[] = [];
  const add = (dag: string, label: string, shape: SceneNode["shape"]): string => {
    const key = JSON.stringify([dag, label, shape]);
    if (!nodes.has(key)) nodes.set(key, { key, label, note: null, state: "same", shape, group: dag, count: 1 });
    return key;
  };
  for (const [index, { dag, sensor, awaits }] of steps.entries()) {
    const next = steps[(index + 1) % steps.length];
    const own = add(dag, sensor, "sensor");
    const isSensor = next !== undefined && awaits.task === next.sensor;
    const target = add(awaits.dag, awaits.task ?? WHOLE_DAG, isSensor ? "sensor" : "task");
    edges.push({ up: target, down: own, state: "ring" });
    if (next && !isSensor) edges.push({ up: add(next.dag, next.sensor, "sensor"), down: target, state: "ring" });
  }
  const groups = [...new Set(steps.flatMap(({ dag, awaits }) => [dag, awaits.dag]))];
  return {
    nodes: [...nodes.values()],
    groups: groups.map((id) => ({ id, label: id, parent: null })),
    edges,
    noun: TASKS,
  };
}
