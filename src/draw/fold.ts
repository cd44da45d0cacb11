import { focusOf } from "./focus.ts";
import { type FoldLevel, foldLevels } from "./fold-levels.ts";
import { foldedScene } from "./folded-scene.ts";
import { columnsOf } from "./ranks.ts";
import type { Scene, SceneNode } from "./scene.ts";

/** With more boxes in a row each one is too small to read in a comment. A DAG drawn without a change is shown whole. */
const MAX_COLUMNS = 14;

/**
 * A scene with at most `budget` nodes, and with not too many in a row, as far as folding can do it. A folded node says
 * how many it stands for.
 */
export function foldScene(scene: Scene, budget: number): Scene {
  const columns = focusOf(scene).size === 0 ? Number.POSITIVE_INFINITY : MAX_COLUMNS;
  const fits = (folded: Scene): boolean =>
    folded.nodes.length <= budget &&
    (columns === Number.POSITIVE_INFINITY ||
      columnsOf(
        folded.nodes.map(({ key }) => key),
        folded.edges,
      ) <= columns);
  const folds = new Map<string, string>();
  let folded = scene;
  for (const level of foldLevels(scene)) {
    if (fits(folded)) break;
    let size = folded.nodes.length;
    for (const boxes of bucketsOf(scene, level, folds)) {
      const least = Math.max(2, size - budget + 1);
      for (let count = level.order === null ? boxes.length : least; ; count = Math.ceil(count * 1.25)) {
        const chosen = boxes.slice(0, count).flat();
        const key = `fold ${chosen[0] === undefined ? "" : level.bucket(chosen[0])}`;
        for (const node of chosen) folds.set(node.key, key);
        if (level.order === null && size - boxes.length + 1 > budget) {
          size -= boxes.length - 1;
          break;
        }
        folded = foldedScene(scene, folds);
        size = folded.nodes.length;
        if (fits(folded)) return folded;
        if (count >= boxes.length) break;
      }
    }
    folded = foldedScene(scene, folds);
  }
  return folded;
}

/** For each bucket with more than one box what its boxes hold, in the level's order; the bucket with the most boxes first. */
function bucketsOf(scene: Scene, level: FoldLevel, folds: ReadonlyMap<string, string>): SceneNode[][][] {
  const buckets = new Map<string, Map<string, SceneNode[]>>();
  for (const node of scene.nodes) {
    const bucket = level.bucket(node);
    if (bucket === null) continue;
    const boxes = buckets.get(bucket) ?? new Map<string, SceneNode[]>();
    buckets.set(bucket, boxes);
    const key = folds.get(node.key) ?? node.key;
    const members = boxes.get(key);
    if (members) members.push(node);
    else boxes.set(key, [node]);
  }
  const rank = (nodes: readonly SceneNode[]): number => {
    const { order } = level;
    return order === null ? 0 : nodes.reduce((least, node) => Math.min(least, order(node)), Number.POSITIVE_INFINITY);
  };
  return [...buckets.values()]
    .filter((boxes) => boxes.size > 1)
    .map((boxes) =>
      [...boxes.values()]
        .map((nodes) => ({ nodes, rank: rank(nodes) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ nodes }) => nodes),
    )
    .sort((a, b) => b.length - a.length);
}
