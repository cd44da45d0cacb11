import type { SourceLine } from "../model/review.ts";
import type { Span } from "../model/span.ts";

/** The lines of a file as it is written, and where each statement came from. */
export interface SourceText {
  /** Adds lines at the given indent; a text without lines adds an empty one. */
  add(code: string, indent?: number, source?: Span | null): void;
  /** Says where the items of the statement added last come from: one item after the other, from its second line on. */
  items(heights: readonly number[], sources: readonly (Span | null)[]): void;
  /** Adds so many empty lines, fewer if there are some already. */
  gap(lines: number): void;
  text(): string;
  readonly lines: readonly SourceLine[];
}

/** An empty text. `code` of several lines must be laid out for its indent already; the indent goes before its first line. */
export function createSourceText(): SourceText {
  const written: string[] = [];
  const lines: SourceLine[] = [];
  let start = 1;
  return {
    add: (code, indent = 0, source = null) => {
      const line = written.length + 1;
      start = line;
      written.push(...`${" ".repeat(indent)}${code}`.split("\n"));
      if (source !== null) lines.push({ line, endLine: written.length, source });
    },
    items: (heights, sources) => {
      let line = start + 1;
      for (const [index, height] of heights.entries()) {
        const source = sources[index] ?? null;
        if (source !== null) lines.push({ line, endLine: line + height - 1, source });
        line += height;
      }
    },
    gap: (count) => {
      if (written.length === 0) return;
      while (written.at(-1) === "" && written.length > 0) written.pop();
      for (let index = 0; index < count; index += 1) written.push("");
    },
    text: () => `${written.join("\n")}\n`,
    lines,
  };
}
