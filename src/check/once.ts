import type { Span } from "../model/span.ts";

/** The first of the items that stand at one place: a key of a file with several tasks is one finding. */
export function oncePerPlace<T>(items: readonly T[], placeOf: (item: T) => Span): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const { file, start } = placeOf(item);
    const place = `${start} ${file}`;
    return !seen.has(place) && seen.add(place) !== undefined;
  });
}
