import { structuredPatch } from "diff";
import { lineIndexOf } from "./positions.ts";

/** Lines of a unified diff, each with its mark, and how many were added and removed. */
export interface FileDiff {
  readonly lines: readonly string[];
  readonly added: number;
  readonly removed: number;
}

/** More edits than this are not looked for: the work grows with their square. */
const MOST_EDITS = 2000;

const linesOf = (text: string): string[] =>
  lineIndexOf(text).map((start, at, all) => text.slice(start, all[at + 1] ?? text.length).replace(/[\r\n]+$/, ""));

/**
 * The unified diff of two texts without its file header; `mask` hides secrets in what is shown, line by line, after the
 * comparison: so that a changed secret is still a changed line. `null` where the texts differ too much to compare.
 */
export function fileDiff(base: string, head: string, context: number, mask: (text: string) => string): FileDiff | null {
  const patch = structuredPatch("a", "b", base, head, undefined, undefined, { context, maxEditLength: MOST_EDITS });
  if (!patch) return null;
  const before = linesOf(mask(base));
  const after = linesOf(mask(head));
  const lines: string[] = [];
  let [added, removed] = [0, 0];
  for (const hunk of patch.hunks) {
    lines.push(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`);
    let [old, fresh] = [hunk.oldStart - 1, hunk.newStart - 1];
    for (const line of hunk.lines) {
      const mark = line.charAt(0);
      if (mark === "-") {
        removed++;
        lines.push(`-${before[old++] ?? ""}`);
      } else if (mark === "+") {
        added++;
        lines.push(`+${after[fresh++] ?? ""}`);
      } else if (mark === " ") {
        old++;
        lines.push(` ${after[fresh++] ?? ""}`);
      }
    }
  }
  return { lines, added, removed };
}
