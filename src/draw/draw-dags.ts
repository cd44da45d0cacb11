import type { Dag } from "../model/dag.ts";
import { pairKey, ringPairs } from "./dag-scene.ts";
import { drawScene } from "./draw-scene.ts";
import type { Drawing, DrawOptions } from "./drawing.ts";
import type { SceneEdge, SceneNode } from "./scene.ts";

/**
 * The graph between DAGs: an arrow from each DAG to those that wait for it. DAGs that are waited for but are not among
 * `dags` are drawn as outside. `nodes` is 40 and `direction` LR unless told otherwise. The arrows of `rings` (ids in the
 * order of the arrows, the last one leads back to the first) stand out: those DAGs wait for each other.
 */
export function drawDagGraph(
  dags: readonly Dag[],
  options: Partial<DrawOptions> & { readonly rings?: readonly (readonly string[])[] } = {},
): Drawing {
  const red = new Set((options.rings ?? []).flatMap((ring) => [...ringPairs(ring)]));
  const edges = new Map<string, SceneEdge>();
  for (const { id, externals } of dags) {
    for (const { dag } of externals) {
      const key = pairKey(dag, id);
      edges.set(key, { up: dag, down: id, state: red.has(key) ? "ring" : "same" });
    }
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
