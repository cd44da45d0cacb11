import { diffArrays } from "diff";
import type { Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { decodeText } from "../snapshot/text.ts";

/** Where a line of the merge result stands in the pull request's own head commit. */
export interface BranchLines {
  /** The line in the head commit (1-based), or `null` where that commit has no such file or its lines cannot be matched. */
  lineOf(path: Path, line: number): number | null;
}

/** A file with more changed lines than this is not matched: the work grows with their square. */
const CHANGED_LINES = 2000;

/**
 * Maps lines of `merged` to lines of `branch`, for the files of `texts` (their text in `merged`). Most files are the same in
 * both; those that are not are loaded in one batch.
 */
export async function mapBranchLines(
  merged: Snapshot,
  branch: Snapshot,
  texts: ReadonlyMap<Path, string>,
): Promise<BranchLines> {
  const differing = [...texts.keys()].filter((path) => oidOf(merged, path) !== oidOf(branch, path)).sort();
  const contents = differing.length > 0 ? await branch.load(differing) : new Map();
  const tables = new Map<Path, readonly number[] | null>();
  const tableOf = (path: Path): readonly number[] | null => {
    const content = contents.get(path);
    const decoded = content?.ok ? decodeText(content.bytes) : null;
    return decoded?.ok ? matchLines(texts.get(path) ?? "", decoded.text) : null;
  };
  const changed = new Set(differing);
  return {
    lineOf(path, line) {
      if (!changed.has(path)) return branch.tree.has(path) ? line : null;
      const table = tables.has(path) ? tables.get(path) : tableOf(path);
      tables.set(path, table ?? null);
      return table?.[line - 1] ?? null;
    },
  };
}

const oidOf = (snapshot: Snapshot, path: Path): string | null => {
  const entry = snapshot.tree.get(path);
  return entry?.kind === "file" ? entry.oid : null;
};

/** For each line of `from` its line in `to`; for one that is not there the line before it. `null` where they differ too much. */
export function matchLines(from: string, to: string): readonly number[] | null {
  const parts = diffArrays(splitLines(from), splitLines(to), { maxEditLength: CHANGED_LINES });
  if (parts === undefined) return null;
  const table: number[] = [];
  let line = 0;
  for (const part of parts) {
    if (part.added) line += part.count;
    else for (let n = 0; n < part.count; n += 1) table.push(part.removed ? Math.max(line, 1) : ++line);
  }
  return table;
}

const splitLines = (text: string): string[] => text.split(/\r\n|\r|\n/);
