import type { Edge } from "../model/dag.ts";

/** Every task that comes after one of `from`, at any distance; those of `from` only where a cycle leads back to them. */
export function tasksAfter(from: Iterable<string>, edges: readonly Pick<Edge, "up" | "down">[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const { up, down } of edges) {
    const downs = next.get(up);
    if (downs) downs.push(down);
    else next.set(up, [down]);
  }
  const reached = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const down of next.get(id) ?? []) {
      if (reached.has(down)) continue;
      reached.add(down);
      waiting.push(down);
    }
  }
  return reached;
}
