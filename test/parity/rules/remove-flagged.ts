import type { Finding } from "../../../src/model/finding.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/**
 * A project without what a finding flags: the whole file where its very start is meant, the item of a list in brackets,
 * or the YAML entry that begins on that line (the flagged text is its key, or its value), with all that is indented below it, and the key above it
 * where nothing is left. `null` where the text is of another form.
 */
export function removeFlagged(files: Files, { at }: Finding): Files | null {
  const text = files[at.file];
  const { [at.file]: _, ...rest } = files;
  if (at.start === 0 && at.end === 0) return rest;
  if (typeof text !== "string" || text.includes("\r") || /\.(?:py|ipynb)$/.test(at.file)) return null;
  const before = text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start);
  const left = /[[,]\s*$/.test(before)
    ? withoutItem(text, at.start, at.end)
    : /^\s*(?:- )*(?:[\w.-]+: )?["']?$/.test(before)
      ? withoutEntry(text, at.start)
      : null;
  if (left === null) return null;
  // An empty METADATA.yml raises, and without any file its folder would be gone: a key that nobody reads stays.
  return { ...rest, [at.file]: left.trim() === "" ? "nothing: here\n" : left };
}

/** The text without an item of a list in brackets, and the comma beside it. */
function withoutItem(text: string, start: number, end: number): string {
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after) return text.slice(0, start) + text.slice(end + after[0].length);
  return text.slice(0, start).replace(/,\s*$/, "") + text.slice(end);
}

function withoutEntry(text: string, start: number): string {
  const lines = text.split("\n");
  const first = text.slice(0, start).split("\n").length - 1;
  const below = (from: number): number => {
    let to = from + 1;
    while (to < lines.length && belongsTo(lines[to] ?? "", lines[from] ?? "")) to += 1;
    return to;
  };
  lines.splice(first, below(first) - first);
  for (let above = first - 1; above >= 0 && isKey(lines[above] ?? "") && below(above) === above + 1; above -= 1)
    lines.splice(above, 1);
  return lines.join("\n");
}

const indent = (line: string): number => line.length - line.trimStart().length;
const isKey = (line: string): boolean => /:\s*$/.test(line);
const isItem = (line: string): boolean => line.trimStart().startsWith("- ");

const belongsTo = (line: string, above: string): boolean =>
  line.trim() !== "" &&
  (indent(line) > indent(above) || (indent(line) === indent(above) && isItem(line) && isKey(above) && !isItem(above)));

/**
 * Differences that the removal makes by itself: a key of `default_args` is gone from the DAG's own record of them, which
 * only tells tasks what to take.
 */
export function isRemoval(difference: string, { subject }: Finding): boolean {
  const key = subject.key?.split(".").at(-1);
  return (
    key !== undefined && new RegExp(`default_args (?:/ __var )?/ ${key.replace(/\W/g, "\\$&")}\\n`).test(difference)
  );
}
