import type { SourceLine } from "../model/review.ts";
import type { Place } from "./positions.ts";

/**
 * The part of a source's place that makes one of the generated lines: where text of several lines is written as so many
 * lines, line by line; else all of the place. `lines` are those of the source.
 */
export function placeOfLine({ line, endLine }: SourceLine, place: Place, at: number, lines: readonly string[]): Place {
  const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
  if (last === place.line || last - place.line !== endLine - line) return place;
  const exact = place.line + (at - line);
  const text = lines[exact - 1] ?? "";
  const column = exact === place.line ? place.column : 1 + (text.length - text.trimStart().length);
  return { ...place, line: exact, endLine: exact, column, endColumn: Math.max(column, text.trimEnd().length + 1) };
}
