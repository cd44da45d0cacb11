import type { DagChange } from "../model/change.ts";

/** Ids of base by what they are called in head: renamed and moved tasks. */
export function newNames(change: DagChange): ReadonlyMap<string, string> {
  return new Map(change.tasks.renamed.map(({ from, to }) => [from, to]));
}

type Pair = readonly [string, string];

/** Edges added and removed once renamed tasks count as the same: what really is rewired. */
export function rewired(change: DagChange): { added: Pair[]; removed: Pair[] } {
  const names = newNames(change);
  const key = ([up, down]: Pair): string => `${up}\0${down}`;
  const renamed = ([up, down]: Pair): Pair => [names.get(up) ?? up, names.get(down) ?? down];
  const removed = change.edges.removed.map(renamed);
  const before = new Set(removed.map(key));
  const after = new Set(change.edges.added.map(key));
  return {
    added: change.edges.added.filter((pair) => !before.has(key(pair))),
    removed: change.edges.removed.filter((_, at) => !after.has(key(removed[at] ?? ["", ""]))),
  };
}
