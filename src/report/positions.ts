import type { ReviewedFinding } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Review } from "../model/review.ts";
import type { Span } from "../model/span.ts";
import { maskFile } from "./mask.ts";

/** Offsets at which the lines of a text start; the first is 0. Lines end at LF, CRLF or a lone CR, as on GitHub. */
export type LineIndex = readonly number[];

/** A range of a file in lines and UTF-16 columns, both 1-based; the end is exclusive. */
export interface Place {
  readonly file: Path;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Side = "base" | "head";

/** Finds the lines of `text`. */
export function lineIndexOf(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}

/** The 1-based line and UTF-16 column of an offset; offsets outside the text are moved to its ends. */
export function positionAt(index: LineIndex, offset: number): { line: number; column: number } {
  let low = 0;
  let high = index.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (index[low] ?? 0)) + 1 };
}

/** What looks up texts and places of one review, each worked out once. */
export interface Places {
  text(file: Path, side: Side): string | null;
  /** The lines of a file with secrets hidden, without their ends; none where the text is not known. */
  lines(file: Path, side: Side): readonly string[];
  /** A span as lines and columns; line 1, column 1 where the file's text is not known. */
  at(span: Span, side: Side): Place;
}

/** Texts and places of a review. */
export function placesOf(review: Pick<Review, "base" | "head">): Places {
  const indexes = { base: new Map<Path, LineIndex>(), head: new Map<Path, LineIndex>() };
  const text = (file: Path, side: Side): string | null => review[side]?.texts.get(file) ?? null;
  const index = (file: Path, side: Side): LineIndex => {
    const known = indexes[side].get(file);
    if (known) return known;
    const made = lineIndexOf(text(file, side) ?? "");
    indexes[side].set(file, made);
    return made;
  };
  const shown = { base: new Map<Path, readonly string[]>(), head: new Map<Path, readonly string[]>() };
  const lines = (file: Path, side: Side): readonly string[] => {
    const known = shown[side].get(file);
    if (known) return known;
    const source = text(file, side);
    const made = source ? maskFile(file, source).split(/\r\n|\r|\n/) : [];
    shown[side].set(file, made);
    return made;
  };
  const at = (span: Span, side: Side): Place => {
    const length = text(span.file, side)?.length ?? 0;
    const starts = index(span.file, side);
    const start = positionAt(starts, Math.min(Math.max(span.start, 0), length));
    const end = positionAt(starts, Math.min(Math.max(span.end, span.start, 0), length));
    return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  return { text, lines, at };
}

/** The version in which a finding's spans lie: a fixed one is of the base. */
export const sideOf = (finding: Pick<ReviewedFinding, "state">): Side => (finding.state === "fixed" ? "base" : "head");
