import type { Finding } from "../../../src/model/finding.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/**
 * A project without what a finding flags: the whole file where its first character is meant, else the YAML entry that
 * begins on that line, with all that is indented below it, and the key above it, or the file, where nothing is left.
 */
export function removeFlagged(files: Files, { at }: Finding): Files {
  const text = files[at.file];
  const { [at.file]: _, ...rest } = files;
  if (typeof text !== "string" || (at.start === 0 && at.end === 0)) return rest;
  const lines = text.split("\n");
  const first = text.slice(0, at.start).split("\n").length - 1;
  const below = (from: number): number => {
    let to = from + 1;
    while (to < lines.length && belongsTo(lines[to] ?? "", lines[from] ?? "")) to += 1;
    return to;
  };
  lines.splice(first, below(first) - first);
  for (let above = first - 1; above >= 0 && isKey(lines[above] ?? "") && below(above) === above + 1; above -= 1)
    lines.splice(above, 1);
  return lines.join("").trim() === "" ? rest : { ...rest, [at.file]: lines.join("\n") };
}

const indent = (line: string): number => line.length - line.trimStart().length;
const isKey = (line: string): boolean => /:\s*$/.test(line);
const isItem = (line: string): boolean => line.trimStart().startsWith("- ");

const belongsTo = (line: string, above: string): boolean =>
  line.trim() !== "" &&
  (indent(line) > indent(above) || (indent(line) === indent(above) && isItem(line) && isKey(above) && !isItem(above)));
