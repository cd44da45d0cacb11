import type { DagChange } from "../model/change.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";

/** Adds the DAGs that wait for this one, each behind the tasks it waits for, or behind the last tasks if it waits for all. */
export function outsideDags(scene: Scene, change: DagChange): Scene {
  const keys = new Set(scene.nodes.map(({ key }) => key));
  const busy = new Set(scene.edges.map(({ up }) => up));
  const last = scene.nodes.filter(({ key, state }) => !busy.has(key) && state !== "removed").map(({ key }) => key);
  const ids = [...new Set([change.base?.id ?? change.id, change.id])];
  const nodes: SceneNode[] = [];
  const edges: SceneEdge[] = [];
  for (const { dag, tasks } of change.downstream) {
    const key = `outside ${dag}`;
    nodes.push({ key, label: dag, note: null, state: "same", shape: "outside", group: null, count: 1 });
    const awaited = tasks.flatMap((sensor) => awaitedTask(sensor, ids));
    const ups = awaited.filter((task) => keys.has(task));
    for (const up of new Set(ups.length > 0 ? ups : last.slice(0, MAX_LAST)))
      edges.push({ up, down: key, state: "waits" });
  }
  return { ...scene, nodes: [...scene.nodes, ...nodes], edges: [...scene.edges, ...edges] };
}

/** With more last tasks than this, arrows from all of them would only hide the picture. */
const MAX_LAST = 3;

/** gusty names a sensor after what it waits for (`gusty/building.py`): `wait_for_{dag}_{task}`. */
const awaitedTask = (sensor: string, dags: readonly string[]): string[] =>
  dags.filter((dag) => sensor.startsWith(`wait_for_${dag}_`)).map((dag) => sensor.slice(`wait_for_${dag}_`.length));
