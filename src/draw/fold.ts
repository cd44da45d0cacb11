import type { EdgeState } from "./drawing.ts";
import { ancestorsOf, focusOf } from "./focus.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";

/** One way to fold nodes together, from careful to rough. */
interface Level {
  /** Nodes with one bucket may become one node; `null` stays as it is. */
  bucket(node: SceneNode): string | null;
  /** Folds the smallest first and only as many as must be; else whole buckets, the largest first. */
  readonly wide: boolean;
}

/**
 * A scene with at most `budget` nodes. Folds what has not changed first, far from the change before near it, group by
 * group; then what is affected; at last what has changed. A folded node says how many it stands for.
 */
export function foldScene(scene: Scene, budget: number): Scene {
  const folds = new Map<string, string>();
  const count = (): number => new Set(scene.nodes.map(({ key }) => folds.get(key) ?? key)).size;
  for (const level of levelsOf(scene)) {
    if (count() <= budget) break;
    for (const nodes of bucketsOf(scene, level, folds)) {
      const excess = count() - budget;
      if (excess <= 0) break;
      const bucket = level.bucket(nodes[0]?.[0] ?? NOBODY) ?? "";
      const chosen = level.wide ? nodes.slice(0, excess + 1) : nodes;
      for (const node of chosen.flat()) folds.set(node.key, `fold ${bucket}`);
    }
  }
  return folds.size === 0 ? scene : foldedScene(scene, folds);
}

const NOBODY: SceneNode = { key: "", label: "", note: null, state: "same", shape: "task", group: null, count: 0 };

function levelsOf(scene: Scene): Level[] {
  const focus = focusOf(scene);
  const before = ancestorsOf(scene, focus);
  const parents = new Map(scene.groups.map(({ id, parent }) => [id, parent]));
  const same = ({ state, shape }: SceneNode): boolean => state === "same" && shape !== "outside";
  const changed = ({ state }: SceneNode): boolean => state !== "same" && state !== "affected";
  const level = (fits: (node: SceneNode) => boolean, name: (node: SceneNode) => string, wide = false): Level => ({
    bucket: (node) => (fits(node) ? name(node) : null),
    wide,
  });
  const top = (group: string | null): string | null => topGroup(group, parents);
  return [
    level(
      (node) => same(node) && !focus.has(node.key),
      (node) => JSON.stringify(["same", node.group, before.has(node.key)]),
    ),
    level(same, (node) => JSON.stringify(["same", node.group])),
    level(
      ({ state }) => state === "affected",
      (node) => JSON.stringify(["affected", node.group]),
    ),
    level(
      ({ shape }) => shape === "outside",
      () => "outside",
      true,
    ),
    level(same, (node) => JSON.stringify(["same in", top(node.group)])),
    level(same, () => "same", true),
    level(
      ({ state }) => state === "affected",
      () => "affected",
      true,
    ),
    level(changed, (node) => JSON.stringify([node.state, node.group])),
    level(changed, (node) => node.state, true),
  ];
}

function topGroup(group: string | null, parents: ReadonlyMap<string, string | null>): string | null {
  let [top, steps] = [group, 0];
  for (let parent = top === null ? null : (parents.get(top) ?? null); parent !== null && steps < 100; steps++) {
    top = parent;
    parent = parents.get(parent) ?? null;
  }
  return top;
}

/** For each bucket the nodes as drawn so far (one node, or those folded already), sorted as the level wants them. */
function bucketsOf(scene: Scene, level: Level, folds: ReadonlyMap<string, string>): SceneNode[][][] {
  const buckets = new Map<string, Map<string, SceneNode[]>>();
  for (const node of scene.nodes) {
    const bucket = level.bucket(node);
    if (bucket === null) continue;
    const drawn = buckets.get(bucket) ?? new Map<string, SceneNode[]>();
    buckets.set(bucket, drawn);
    const key = folds.get(node.key) ?? node.key;
    const members = drawn.get(key);
    if (members) members.push(node);
    else drawn.set(key, [node]);
  }
  const lists = [...buckets.values()].map((drawn) => [...drawn.values()].sort((a, b) => a.length - b.length));
  return lists.filter((list) => list.length > 1).sort((a, b) => b.length - a.length);
}

function foldedScene(scene: Scene, folds: ReadonlyMap<string, string>): Scene {
  const members = new Map<string, SceneNode[]>();
  for (const node of scene.nodes) {
    const key = folds.get(node.key) ?? node.key;
    const found = members.get(key);
    if (found) found.push(node);
    else members.set(key, [node]);
  }
  const parents = new Map(scene.groups.map(({ id, parent }) => [id, parent]));
  const nodes = [...members].map(([key, nodes]) => mergedNode(key, nodes, scene, parents));
  return { ...scene, nodes, edges: mergedEdges(scene.edges, folds) };
}

function mergedNode(
  key: string,
  nodes: readonly SceneNode[],
  scene: Scene,
  parents: ReadonlyMap<string, string | null>,
): SceneNode {
  const [first] = nodes;
  if (first === undefined || nodes.length === 1) return first ?? NOBODY;
  const groups = new Set(nodes.map(({ group }) => group));
  const tops = new Set(nodes.map(({ group }) => topGroup(group, parents)));
  const common = groups.size === 1 ? first.group : tops.size === 1 ? topGroup(first.group, parents) : null;
  const count = nodes.reduce((sum, node) => sum + node.count, 0);
  const noun = first.shape === "outside" ? ["DAG", "DAGs"] : scene.noun;
  const within = groups.size > 1 ? ` in ${groups.size} groups` : "";
  return {
    key,
    label: `${count} ${count === 1 ? noun[0] : noun[1]}${within}`,
    note: null,
    state: first.state,
    shape: first.shape === "outside" ? "outside" : "fold",
    group: common,
    count,
  };
}

/** One edge for all between the same two nodes: where they differ, the dependency as such was and is there. */
function mergedEdges(edges: readonly SceneEdge[], folds: ReadonlyMap<string, string>): SceneEdge[] {
  const merged = new Map<string, SceneEdge>();
  for (const { up, down, state } of edges) {
    const edge = { up: folds.get(up) ?? up, down: folds.get(down) ?? down };
    if (edge.up === edge.down && up !== down) continue;
    const key = JSON.stringify([edge.up, edge.down]);
    const found = merged.get(key);
    merged.set(key, { ...edge, state: found ? strongest(found.state, state) : state });
  }
  return [...merged.values()];
}

const strongest = (a: EdgeState, b: EdgeState): EdgeState =>
  a === b ? a : a === "ring" || b === "ring" ? "ring" : "same";
