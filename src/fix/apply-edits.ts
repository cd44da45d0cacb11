import type { Fix } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";

/**
 * The fixes that go together: one that overlaps an earlier one is left out as a whole, so that two never garble each
 * other; of one that says the same again the rest counts. Edits are given once.
 */
export function chooseFixes(
  texts: ReadonlyMap<Path, string>,
  fixes: readonly Fix[],
): { readonly fixes: readonly Fix[]; readonly edits: Fix["edits"] } {
  const chosen: Fix["edits"][number][] = [];
  const known = new Set<string>();
  const kept = fixes.filter((fix) => {
    const edits = fix.edits.filter((edit) => !known.has(keyOf(edit)));
    const clashes = edits.some(({ at }) => !texts.has(at.file) || chosen.some((other) => overlap(other.at, at)));
    if (clashes) return false;
    for (const edit of edits) {
      chosen.push(edit);
      known.add(keyOf(edit));
    }
    return true;
  });
  return { fixes: kept, edits: chosen };
}

/** Applies fixes that go together to texts by file. Gives the changed files only. */
export function applyFixes(texts: ReadonlyMap<Path, string>, fixes: readonly Fix[]): ReadonlyMap<Path, string> {
  const chosen = chooseFixes(texts, fixes).edits;
  const changed = new Map<Path, string>();
  for (const file of [...new Set(chosen.map((edit) => edit.at.file))].sort()) {
    const text = texts.get(file) ?? "";
    const own = chosen
      .filter((edit) => edit.at.file === file)
      .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
    let done = 0;
    const parts: string[] = [];
    for (const edit of own) {
      parts.push(text.slice(done, edit.at.start), edit.text);
      done = edit.at.end;
    }
    changed.set(file, parts.join("") + text.slice(done));
  }
  return changed;
}

const keyOf = ({ at, text }: Fix["edits"][number]): string => JSON.stringify([at.file, at.start, at.end, text]);

/** True where two ranges share a character, or stand at one place. */
const overlap = (a: Span, b: Span): boolean =>
  a.file === b.file && (a.start < b.end || a.start === b.start) && (b.start < a.end || a.start === b.start);
