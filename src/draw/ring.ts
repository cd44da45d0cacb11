/**
 * The shortest cycle among edges (up, down), as ids in the order of the arrows, beginning with the smallest id; empty
 * where there is none. Among cycles of one length, the one found from the smallest id.
 */
export function shortestRing(pairs: readonly (readonly [string, string])[]): string[] {
  const next = new Map<string, string[]>();
  for (const [up, down] of pairs) {
    const downs = next.get(up);
    if (downs) downs.push(down);
    else next.set(up, [down]);
  }
  for (const downs of next.values()) downs.sort();
  let best: string[] = [];
  for (const start of cyclicIds(next)) {
    const ring = ringThrough(start, next, best.length === 0 ? Number.POSITIVE_INFINITY : best.length);
    if (ring !== null) best = ring;
  }
  const first = best.indexOf([...best].sort()[0] ?? "");
  return [...best.slice(first), ...best.slice(0, first)];
}

/** Starting points that are looked at, at most: in a knot that large any ring says the same. */
const MAX_STARTS = 50;

/** Ids that remain when everything without an upstream or without a downstream is taken away again and again: all cycles are among them. */
function cyclicIds(next: ReadonlyMap<string, readonly string[]>): string[] {
  const ids = new Set([...next.keys(), ...[...next.values()].flat()]);
  const previous = new Map<string, string[]>();
  for (const [up, downs] of next) for (const down of downs) previous.set(down, [...(previous.get(down) ?? []), up]);
  for (const [ahead, back] of [
    [next, previous],
    [previous, next],
  ] as const) {
    const open = new Map([...ids].map((id) => [id, (back.get(id) ?? []).filter((other) => ids.has(other)).length]));
    const waiting = [...open].filter(([, count]) => count === 0).map(([id]) => id);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      ids.delete(id);
      for (const other of ahead.get(id) ?? []) {
        const left = (open.get(other) ?? 0) - 1;
        open.set(other, left);
        if (left === 0) waiting.push(other);
      }
    }
  }
  return [...ids].sort().slice(0, MAX_STARTS);
}

/** The shortest cycle through `start` with fewer than `limit` ids, by breadth first. */
function ringThrough(start: string, next: ReadonlyMap<string, readonly string[]>, limit: number): string[] | null {
  const from = new Map<string, string>();
  let front = [start];
  for (let length = 1; front.length > 0 && length < limit; length++) {
    const following: string[] = [];
    for (const id of front) {
      for (const down of next.get(id) ?? []) {
        if (down === start) return pathTo(id, start, from);
        if (from.has(down)) continue;
        from.set(down, id);
        following.push(down);
      }
    }
    front = following;
  }
  return null;
}

function pathTo(end: string, start: string, from: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let id = from.get(end); id !== undefined && end !== start; id = from.get(id)) path.push(id);
  return path.reverse();
}
