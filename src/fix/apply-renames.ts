import type { Fix } from "../model/finding.ts";
import type { Path } from "../model/path.ts";

/**
 * The files that fixes rename, old name to new. Only files of the tree whose new name no other file has, and that no
 * second file is to get as well.
 */
export function applyRenames(tree: ReadonlyMap<Path, unknown>, fixes: readonly Fix[]): ReadonlyMap<Path, Path> {
  const wanted = new Map(fixes.flatMap((fix) => fix.renames ?? []).map(({ from, to }) => [from, to]));
  const targets = [...wanted.values()];
  return new Map(
    [...wanted].filter(
      ([from, to]) => tree.has(from) && !tree.has(to) && targets.filter((target) => target === to).length === 1,
    ),
  );
}
