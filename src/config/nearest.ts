/** Longer words are not compared: no key, task id or option that a person mistypes is as long. */
const LONGEST = 200;

/**
 * The candidate that `word` most likely means, or `null`: letter case aside, at most a third of its letters, and
 * at most three, may be missing, added, wrong or swapped. Of equally near ones the first by code unit.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > LONGEST) return null;
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)), wanted.length - 1) + 1;
  for (const candidate of [...candidates].sort()) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) >= least) continue;
    const steps = distance(wanted, candidate.toLowerCase(), least);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/**
 * The one candidate that `word` is plainly meant to be: one letter off, or two in words of eight and more, and no other
 * candidate as near. `null` for words of fewer than four letters, which mean too many things.
 */
export function misspelt(word: string, candidates: Iterable<string>): string | null {
  const near = word.length < 4 ? null : nearest(word, candidates);
  if (near === null || near === word) return null;
  const steps = distance(word.toLowerCase(), near.toLowerCase(), 3);
  if (steps > (word.length < 8 ? 1 : 2)) return null;
  const rivals = [...new Set(candidates)].filter(
    (other) =>
      other !== near && other.length <= LONGEST && distance(word.toLowerCase(), other.toLowerCase(), 3) <= steps,
  );
  return rivals.length > 0 ? null : near;
}

/**
 * Letters to insert, delete, replace or swap with the next one (optimal string alignment); `limit` where it is that many
 * or more. What both begin and end with is left out first, so that long names that differ a little cost little.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return aligned(a.slice(start, a.length - end), b.slice(start, b.length - end), limit);
}

/** The same, filling only the band of the table whose entries can be below the limit. */
function aligned(a: string, b: string, limit: number): number {
  let before = new Uint8Array(b.length + 2);
  let previous = new Uint8Array(b.length + 2);
  let row = new Uint8Array(b.length + 2);
  for (let j = 0; j <= b.length + 1; j++) previous[j] = Math.min(j, limit);
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    row[first - 1] = first === 1 ? Math.min(i, limit) : limit;
    let least = row[first - 1] ?? limit;
    for (let j = first; j <= last; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same, limit);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    row[last + 1] = limit;
    if (least >= limit) return limit;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length] ?? limit;
}
