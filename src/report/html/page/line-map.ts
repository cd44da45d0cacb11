import type { PageLine } from "../page-data.ts";

/** The mapping of one generated line: the narrowest entry that holds it; of text of several lines, the line itself. */
export function sourceOf(lines: readonly PageLine[], line: number): PageLine | null {
  const holding = lines.filter(([from, to]) => from <= line && line <= to);
  const best = narrowest(holding, ([from, to]) => to - from);
  return best === null ? null : lineByLine(best, line - best[0]);
}

/** Generated lines that come from a line of a source file: those of the narrowest place that holds it. */
export function madeOf(lines: readonly PageLine[], file: number, line: number): PageLine[] {
  const holding = lines.filter(([, , source, from, to]) => source === file && from <= line && line <= to);
  const best = narrowest(holding, ([, , , from, to]) => to - from);
  if (best === null) return [];
  const alike = holding.filter(([, , , from, to]) => from === best[3] && to === best[4]);
  return alike.map((entry) => lineByLine(entry, line - entry[3]));
}

/** One line of an entry whose lines stand one for one; another entry as it is. */
function lineByLine(entry: PageLine, offset: number): PageLine {
  const [line, endLine, file, from, to] = entry;
  if (from === to || endLine - line !== to - from) return entry;
  return [line + offset, line + offset, file, from + offset, from + offset];
}

function narrowest<T>(items: readonly T[], width: (item: T) => number): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || width(item) < width(best)) best = item;
  return best;
}
