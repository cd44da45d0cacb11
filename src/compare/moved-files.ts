import { baseName, type Path } from "../model/path.ts";

type Texts = ReadonlyMap<Path, string>;

/**
 * Files that only moved: of `files`, those of base alone whose very text stands in one of head alone, with the same name
 * where there is one. Each once, by the new path.
 */
export function movedFiles(files: readonly Path[], base: Texts, head: Texts): (readonly [from: Path, to: Path])[] {
  const left = new Map<string, Path[]>();
  for (const file of files) {
    const text = head.has(file) ? undefined : base.get(file);
    if (text !== undefined) left.set(text, [...(left.get(text) ?? []), file]);
  }
  const fresh = files.filter((file) => head.has(file) && !base.has(file));
  const moved = new Map<Path, Path>();
  for (const sameName of [true, false]) {
    for (const file of fresh) {
      if (moved.has(file)) continue;
      const froms = left.get(head.get(file) ?? "") ?? [];
      const from = sameName ? froms.find((one) => baseName(one) === baseName(file)) : froms[0];
      if (from === undefined) continue;
      froms.splice(froms.indexOf(from), 1);
      moved.set(file, from);
    }
  }
  return [...moved].map(([to, from]) => [from, to] as const).sort(([, a], [, b]) => (a < b ? -1 : 1));
}
