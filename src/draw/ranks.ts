import type { SceneEdge } from "./scene.ts";

/**
 * For each node its column: how many nodes the longest way to it has, itself included. Where a cycle leaves no first
 * node, the first one in the given order is taken for it, as layout engines do.
 */
export function ranksOf(keys: Iterable<string>, edges: readonly Pick<SceneEdge, "up" | "down">[]): Map<string, number> {
  const open = new Map([...keys].map((key) => [key, 0]));
  const next = new Map<string, string[]>();
  for (const { up, down } of edges) {
    const count = open.get(down);
    if (count === undefined || !open.has(up) || up === down) continue;
    open.set(down, count + 1);
    const downs = next.get(up);
    if (downs) downs.push(down);
    else next.set(up, [down]);
  }
  const ranks = new Map<string, number>();
  const reached = new Map<string, number>();
  const ready = [...open].filter(([, count]) => count === 0).map(([key]) => key);
  for (const start of [...ready, ...open.keys()]) {
    const waiting = ranks.has(start) ? [] : [start];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (ranks.has(key)) continue;
      const rank = reached.get(key) ?? 1;
      ranks.set(key, rank);
      for (const down of next.get(key) ?? []) {
        reached.set(down, Math.max(reached.get(down) ?? 1, rank + 1));
        const left = (open.get(down) ?? 0) - 1;
        open.set(down, left);
        if (left === 0) waiting.push(down);
      }
    }
  }
  return ranks;
}

/** The number of columns: the highest rank, 0 without nodes. */
export const columnsOf = (keys: Iterable<string>, edges: readonly Pick<SceneEdge, "up" | "down">[]): number =>
  [...ranksOf(keys, edges).values()].reduce((most, rank) => Math.max(most, rank), 0);
