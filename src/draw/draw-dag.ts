import type { Dag } from "../model/dag.ts";
import { dagScene } from "./dag-scene.ts";
import { drawScene } from "./draw-scene.ts";
import type { Drawing, DrawOptions } from "./drawing.ts";
import { shortestRing } from "./ring.ts";

/** The diagram of one DAG as it is. A cycle, if there is one, stands out. */
export const drawDag = (dag: Dag, options: DrawOptions): Drawing =>
  drawScene(dagScene(dag, shortestRing(dag.edges.map(({ up, down }) => [up, down]))), options);

/**
 * Only the tasks of a cycle, in their groups, with the edges between them; those of the cycle stand out. `ring` are task
 * ids in the order of the arrows.
 */
export function drawCycle(dag: Dag, ring: readonly string[], options: DrawOptions): Drawing {
  const scene = dagScene(dag, ring);
  const inside = new Set(ring);
  return drawScene(
    {
      ...scene,
      nodes: scene.nodes.filter(({ key }) => inside.has(key)),
      edges: scene.edges.filter(({ up, down }) => inside.has(up) && inside.has(down)),
    },
    options,
  );
}
