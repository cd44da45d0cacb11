import { distance } from "fastest-levenshtein";

/**
 * The name that was most likely meant, or `null` where none is near: equal but for case first, else at most a third
 * of the letters differ, and at most three. Of equals the first in the alphabet.
 */
export function nearestName(name: string, names: Iterable<string>): string | null {
  const lower = name.toLowerCase();
  const limit = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
  let best: { readonly name: string; readonly far: number } | null = null;
  for (const candidate of [...new Set(names)].sort()) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const far = candidate.toLowerCase() === lower ? 0 : distance(lower, candidate.toLowerCase());
    if (far <= limit && far < candidate.length && (!best || far < best.far)) best = { name: candidate, far };
  }
  return best?.name ?? null;
}
