import { applyFixes } from "../fix/apply-edits.ts";
import type { Fix } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import { type FileDiff, fileDiff } from "./file-diff.ts";
import { maskFile } from "./mask.ts";
import type { Places, Side } from "./positions.ts";

/** A fix as the diff of one file. */
export interface FixDiff extends FileDiff {
  readonly file: Path;
}

/** What a fix changes, file by file, with `context` lines around. */
export function fixDiffs(fix: Fix, places: Places, side: Side, context: number): FixDiff[] {
  const files = [...new Set(fix.edits.map(({ at }) => at.file))];
  const texts = new Map(files.map((file): [Path, string] => [file, places.text(file, side) ?? ""]));
  return [...applyFixes(texts, [fix])].flatMap(([file, fixed]): FixDiff[] => {
    const diff = fileDiff(texts.get(file) ?? "", fixed, context, (source) => maskFile(file, source));
    return diff && diff.lines.length > 0 ? [{ file, ...diff }] : [];
  });
}
