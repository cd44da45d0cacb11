import { keyOfTask, type LinkIndex, type TaskRef, type TraceLink } from "./links.ts";

/**
 * The shortest way from some tasks to one of others, through sensors of other DAGs too; of equally short ones the first in
 * the order of the files. `null`: there is none.
 */
export function pathBetween(
  links: LinkIndex,
  from: readonly TaskRef[],
  to: readonly TaskRef[],
): readonly TraceLink[] | null {
  const goals = new Set(to.map(keyOfTask));
  const came = new Map<string, TraceLink | null>(from.map((task) => [keyOfTask(task), null]));
  let row = [...from];
  while (row.length > 0) {
    const next: TaskRef[] = [];
    for (const task of row) {
      for (const link of links.after(task)) {
        const key = keyOfTask(link.down);
        if (came.has(key)) continue;
        came.set(key, link);
        if (goals.has(key)) return wayTo(link.down, came);
        next.push(link.down);
      }
    }
    row = next;
  }
  return null;
}

function wayTo(goal: TaskRef, came: ReadonlyMap<string, TraceLink | null>): TraceLink[] {
  const way: TraceLink[] = [];
  for (let link = came.get(keyOfTask(goal)); link; link = came.get(keyOfTask(link.up))) way.push(link);
  return way.reverse();
}
