import type { GeneratedFile, SourceLine } from "../model/review.ts";

/** Where a line of the generated Python (1-based) comes from: the narrowest entry of its source map, or `null`. */
export function sourceLineOf({ lines }: GeneratedFile, line: number): SourceLine | null {
  const width = (one: SourceLine): number => one.endLine - one.line;
  let best: SourceLine | null = null;
  for (const one of lines) {
    if (one.line > line || one.endLine < line) continue;
    if (best === null || width(one) < width(best)) best = one;
  }
  return best;
}
