import type { Finding } from "../model/finding.ts";
import type { Span } from "../model/span.ts";

type Fix = NonNullable<Finding["fix"]>;

interface Line {
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
  readonly text: string;
}

const ITEM = /^(\s*)- \S.*$/;

/**
 * Moves an entry of `dependencies` to `external_dependencies`, where both are written as plain lists, one entry a line, at
 * the top of a `.yml` file; else `null`. What else stands in the file stays as it is.
 */
export function externalFix(text: string, at: Span, dag: string, task: string): Fix | null {
  if (!/\.ya?ml$/.test(at.file)) return null;
  const lines = linesOf(text);
  const entry = lines.findIndex(({ start, end }) => start <= at.start && at.start < end);
  const indent = ITEM.exec(lines[entry]?.text ?? "")?.[1];
  if (indent === undefined || lines[entry]?.text.trim() !== `- ${text.slice(at.start, at.end)}`) return null;
  let key = entry;
  while (lines[key]?.text.startsWith(`${indent}- `)) key -= 1;
  let last = entry;
  while (lines[last + 1]?.text.startsWith(`${indent}- `)) last += 1;
  const [keyLine, entryLine, lastLine] = [lines[key], lines[entry], lines[last]];
  if (!keyLine || !entryLine || !lastLine || keyLine.text.trimEnd() !== "dependencies:") return null;
  const alone = key + 1 === last;
  const gone: Span = { file: at.file, start: alone ? keyLine.start : entryLine.start, end: entryLine.end };
  const wanted = `${indent}- ${dag}: ${task}\n`;
  const place = placeIn(lines, lastLine.end, at);
  if (!place) return null;
  const added = `${place.needsKey ? "external_dependencies:\n" : ""}${wanted}`;
  const edits =
    place.at.start === gone.end
      ? [{ at: gone, text: added }]
      : [
          { at: gone, text: "" },
          { at: place.at, text: added },
        ];
  return { description: `Wait for \`${task}\` of \`${dag}\` under \`external_dependencies\``, safe: false, edits };
}

/** Where an external dependency goes: behind those that are there, or behind `dependencies`. */
function placeIn(lines: readonly Line[], behind: number, { file }: Span): { at: Span; needsKey: boolean } | null {
  const key = lines.findIndex((line) => line.text.startsWith("external_dependencies:"));
  if (key < 0) return { at: { file, start: behind, end: behind }, needsKey: true };
  let last = key;
  while (ITEM.test(lines[last + 1]?.text ?? "")) last += 1;
  const end = lines[last]?.end;
  if (last === key || end === undefined || lines[key]?.text.trimEnd() !== "external_dependencies:") return null;
  return { at: { file, start: end, end }, needsKey: false };
}

/** The lines of a text that all have an end, and no `\r`. */
function linesOf(text: string): readonly Line[] {
  if (!text.endsWith("\n") || text.includes("\r")) return [];
  let start = 0;
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => {
      const from = start;
      start += line.length + 1;
      return { start: from, end: start, text: line };
    });
}
