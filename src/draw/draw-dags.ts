import type { Dag } from "../model/dag.ts";
import { pairKey } from "./dag-scene.ts";
import { drawScene } from "./draw-scene.ts";
import type { Drawing, DrawOptions } from "./drawing.ts";
import type { SceneEdge, SceneNode } from "./scene.ts";

/**
 * The graph between DAGs: an arrow from each DAG to those that wait for it. DAGs that are waited for but are not among
 * `dags` are drawn as outside. `nodes` is 40 and `direction` LR unless told otherwise.
 */
export function drawDagGraph(dags: readonly Dag[], options: Partial<DrawOptions> = {}): Drawing {
  const edges = new Map<string, SceneEdge>();
  for (const { id, externals } of dags) {
    for (const { dag } of externals) edges.set(pairKey(dag, id), { up: dag, down: id, state: "same" });
  }
  const own = new Set(dags.map(({ id }) => id));
  const outside = new Set([...edges.values()].map(({ up }) => up).filter((id) => !own.has(id)));
  const node = (id: string): SceneNode => ({
    key: id,
    label: id,
    note: null,
    state: "same",
    shape: outside.has(id) ? "outside" : "task",
    group: null,
    count: 1,
  });
  return drawScene(
    {
      nodes: [...own, ...[...outside].sort()].map(node),
      groups: [],
      edges: [...edges.values()],
      noun: ["DAG", "DAGs"],
    },
    { nodes: options.nodes ?? 40, direction: options.direction ?? "LR" },
  );
}
