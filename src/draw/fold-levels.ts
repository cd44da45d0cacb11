import { ancestorsOf, focusOf, withNeighbours } from "./focus.ts";
import { ranksOf } from "./ranks.ts";
import type { Scene, SceneNode } from "./scene.ts";

/** One way to fold nodes together. */
export interface FoldLevel {
  /** Nodes with one bucket may become one node; `null`: stays as it is. */
  bucket(node: SceneNode): string | null;
  /** In which order the nodes of a bucket are folded, the lowest first, and no more than must be; `null`: all at once. */
  readonly order: ((node: SceneNode) => number) | null;
}

/**
 * The ways to fold a scene, from careful to rough: parallel tasks; then what is far from the change, group by group;
 * then what comes long before it or beside it, what lies between two changes, what comes long after; then what is near.
 * What has changed comes last. What comes before is folded from the start of the flow, what comes after from its end, so
 * that few arrows lead back.
 */
export function foldLevels(scene: Scene): FoldLevel[] {
  const focus = focusOf(scene);
  const near = withNeighbours(scene, focus);
  const before = ancestorsOf(scene, focus);
  const joining = ancestorsOf(scene, near);
  const keys = scene.nodes.map(({ key }) => key);
  const ranks = ranksOf(keys, scene.edges);
  const twins = neighbourhoods(scene);
  const isFar = ({ key }: SceneNode): boolean => !near.has(key);
  const isSame = ({ state, shape }: SceneNode): boolean => state === "same" && shape !== "outside";
  const isAffected = ({ state }: SceneNode): boolean => state === "affected";
  const isChanged = ({ state }: SceneNode): boolean => state !== "same" && state !== "affected";
  const fromStart = ({ key }: SceneNode): number => ranks.get(key) ?? 0;
  const fromEnd = (node: SceneNode): number => -fromStart(node);
  const level = (
    fits: (node: SceneNode) => boolean,
    name: (node: SceneNode) => unknown,
    order: FoldLevel["order"] = null,
  ): FoldLevel => ({ bucket: (node) => (fits(node) ? JSON.stringify(name(node)) : null), order });
  const sameOrder = (node: SceneNode): number => (before.has(node.key) ? fromStart(node) : fromEnd(node));
  const sameName = ({ key }: SceneNode): unknown => [before.has(key) ? "before" : "beside"];
  // What flows back to the neighbours of a change, and what comes after all of them, would be a ring in one box.
  const affectedName = ({ key }: SceneNode): unknown => [
    before.has(key) ? "between" : joining.has(key) ? "joining" : "after",
  ];
  return [
    level(
      (node) => !isChanged(node) && node.shape === "task" && isFar(node),
      (node) => ["twins", node.state, node.group, twins.get(node.key)],
    ),
    level(
      (node) => (isSame(node) || isAffected(node)) && isFar(node) && node.group !== null,
      (node) => ["group", node.state, node.group, before.has(node.key)],
    ),
    level((node) => isSame(node) && isFar(node), sameName, sameOrder),
    level((node) => isAffected(node) && isFar(node), affectedName, fromEnd),
    level(
      ({ shape }) => shape === "outside",
      () => ["outside"],
      fromStart,
    ),
    level(isSame, sameName, sameOrder),
    level(isAffected, affectedName, fromEnd),
    level(isAffected, () => ["affected"]),
    level(isChanged, (node) => [node.state, node.group]),
    level(isChanged, (node) => [node.state], fromEnd),
  ];
}

/** For each node a text that is the same for nodes with the same upstream and downstream. */
function neighbourhoods(scene: Scene): Map<string, string> {
  const sides = new Map(scene.nodes.map(({ key }): [string, string[]] => [key, []]));
  for (const { up, down, state } of scene.edges) {
    sides.get(up)?.push(`>${state}${down}`);
    sides.get(down)?.push(`<${state}${up}`);
  }
  return new Map([...sides].map(([key, list]) => [key, JSON.stringify(list.sort())]));
}
