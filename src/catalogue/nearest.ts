const MAX_LENGTH = 200;

/** The candidate that takes the fewest edits to reach, at most a third of the name's length; ties by code unit. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = Math.floor(Math.min(name.length, MAX_LENGTH) / 3) + 1;
  for (const candidate of [...candidates].sort()) {
    const edits = distance(name.slice(0, MAX_LENGTH), candidate.slice(0, MAX_LENGTH), fewest);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein's distance, given up where it reaches `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
