import type { Fix } from "../model/finding.ts";
import type { Path } from "../model/path.ts";

/**
 * Applies fixes to texts by file. Edits that overlap an earlier one are left out, so that two fixes never garble each
 * other; a second run finds what is left. Gives the changed files only.
 */
export function applyFixes(texts: ReadonlyMap<Path, string>, fixes: readonly Fix[]): ReadonlyMap<Path, string> {
  const edits = fixes.flatMap((fix) => fix.edits);
  const changed = new Map<Path, string>();
  for (const file of [...new Set(edits.map((edit) => edit.at.file))].sort()) {
    const text = texts.get(file);
    if (text === undefined) continue;
    const own = edits
      .filter((edit) => edit.at.file === file)
      .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
    let done = 0;
    const parts: string[] = [];
    for (const edit of own) {
      if (edit.at.start < done) continue;
      parts.push(text.slice(done, edit.at.start), edit.text);
      done = edit.at.end;
    }
    changed.set(file, parts.join("") + text.slice(done));
  }
  return changed;
}
