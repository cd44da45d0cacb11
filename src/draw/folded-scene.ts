import type { EdgeState } from "./drawing.ts";
import type { Scene, SceneEdge, SceneGroup, SceneNode } from "./scene.ts";

/** A scene in which each node of `folds` stands in the node that it names there, and the edges follow. */
export function foldedScene(scene: Scene, folds: ReadonlyMap<string, string>): Scene {
  const members = new Map<string, SceneNode[]>();
  for (const node of scene.nodes) {
    const key = folds.get(node.key) ?? node.key;
    const found = members.get(key);
    if (found) found.push(node);
    else members.set(key, [node]);
  }
  const groups = new Map(scene.groups.map((group) => [group.id, group]));
  const nodes = [...members].flatMap(([key, [first, ...rest]]) => {
    if (first === undefined) return [];
    return [rest.length === 0 ? { ...first, key } : mergedNode(key, [first, ...rest], scene, groups)];
  });
  return { ...scene, nodes, edges: mergedEdges(scene.edges, folds) };
}

function mergedNode(
  key: string,
  nodes: readonly [SceneNode, ...SceneNode[]],
  scene: Scene,
  groups: ReadonlyMap<string, SceneGroup>,
): SceneNode {
  const [first] = nodes;
  const places = new Set(nodes.map(({ group }) => group));
  const tops = new Set(nodes.map(({ group }) => topGroup(group, groups)));
  const outer = tops.size === 1 ? topGroup(first.group, groups) : null;
  const count = nodes.reduce((sum, node) => sum + node.count, 0);
  const [one, many] = first.shape === "outside" ? ["DAG", "DAGs"] : scene.noun;
  const named = [...places].filter((group) => group !== null).length;
  return {
    key,
    label: `${count} ${count === 1 ? one : many}${named > 1 ? ` in ${named} groups` : ""}`,
    note: null,
    state: first.state,
    shape: first.shape === "outside" ? "outside" : "fold",
    group: places.size === 1 ? first.group : outer,
    count,
  };
}

/** The outermost group around a group; itself where it stands alone. */
function topGroup(group: string | null, groups: ReadonlyMap<string, SceneGroup>): string | null {
  let top = group;
  for (let steps = 0; top !== null && steps < 100; steps++) {
    const parent = groups.get(top)?.parent ?? null;
    if (parent === null) break;
    top = parent;
  }
  return top;
}

/** One edge for all between the same two nodes: where they differ, there was and is an arrow. */
function mergedEdges(edges: readonly SceneEdge[], folds: ReadonlyMap<string, string>): SceneEdge[] {
  const merged = new Map<string, SceneEdge>();
  for (const { up, down, state } of edges) {
    const edge = { up: folds.get(up) ?? up, down: folds.get(down) ?? down };
    if (edge.up === edge.down && up !== down) continue;
    const key = JSON.stringify([edge.up, edge.down]);
    const found = merged.get(key);
    merged.set(key, { ...edge, state: found ? together(found.state, state) : state });
  }
  return [...merged.values()];
}

const together = (a: EdgeState, b: EdgeState): EdgeState => {
  if (a === b) return a;
  return a === "ring" || b === "ring" ? "ring" : "same";
};
