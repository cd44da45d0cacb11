import type { Rich } from "./rich.ts";

/** At most this many lines of one kind; the rest are counted. */
const MOST = 12;

/** A line for each item, up to a dozen, and how many more there are. */
export function capped<T>(items: readonly T[], line: (item: T) => Rich, what: string): Rich[] {
  const lines = items.slice(0, MOST).map(line);
  const rest = items.length - lines.length;
  return rest > 0 ? [...lines, [`and ${rest} more ${what}`]] : lines;
}
