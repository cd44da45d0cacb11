import type { Path } from "../model/path.ts";
import type { Embedded, Span } from "../model/span.ts";

/**
 * A run of characters: from `at` in the embedded text, characters come from `from` in the file, one for one.
 * `added`: characters that the file does not have, all at `from`.
 */
export interface Run {
  readonly at: number;
  readonly from: number;
  readonly added?: true;
}

/** A text inside a file whose characters come from the file in runs, in ascending order of `at`; the first is at 0. */
export function embed(file: Path, text: string, runs: readonly Run[]): Embedded {
  const toFile = (offset: number): number => {
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((runs[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const run: Run = runs[low] ?? { at: 0, from: 0 };
    return run.added ? run.from : run.from + offset - run.at;
  };
  return { file, text, toFile };
}

/** The whole file as Python's `open()` reads it in text mode: `\r\n` and a lone `\r` become `\n`. `text` is the file as decoded. */
export function wholeFile(file: Path, text: string): Embedded {
  const runs: Run[] = [{ at: 0, from: 0 }];
  let lost = 0;
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
    lost += 1;
    runs.push({ at: at + 2 - lost, from: at + 2 });
  }
  return embed(file, text.replace(/\r\n?/g, "\n"), runs);
}

/** A part of an embedded text, from `start` to `end` (exclusive). */
export function partOf(source: Embedded, start: number, end: number): Embedded {
  return {
    file: source.file,
    text: source.text.slice(start, end),
    toFile: (offset) => source.toFile(start + offset),
  };
}

/** The place in the file of a range of an embedded text. */
export const spanIn = (source: Embedded, start: number, end: number): Span => ({
  file: source.file,
  start: source.toFile(start),
  end: Math.max(source.toFile(start), source.toFile(end)),
});

/** The text that is left of a source where only these ranges are kept, in order. */
export function keepParts(source: Embedded, ranges: readonly (readonly [start: number, end: number])[]): Embedded {
  const runs: Run[] = [];
  let text = "";
  for (const [start, end] of ranges) {
    if (end <= start) continue;
    runs.push({ at: text.length, from: start });
    text += source.text.slice(start, end);
  }
  const inside = embed(source.file, text, runs.length > 0 ? runs : [{ at: 0, from: ranges[0]?.[0] ?? 0 }]);
  return { file: source.file, text, toFile: (offset) => source.toFile(inside.toFile(offset)) };
}

/** A source without the parts that match `pattern`, which must be global. */
export function withoutMatches(source: Embedded, pattern: RegExp): Embedded {
  const ranges: (readonly [number, number])[] = [];
  let from = 0;
  for (const match of source.text.matchAll(pattern)) {
    ranges.push([from, match.index]);
    from = match.index + match[0].length;
  }
  return keepParts(source, [...ranges, [from, source.text.length]]);
}
