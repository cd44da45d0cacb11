import type { Problem } from "../model/problem.ts";
import type { Embedded } from "../model/span.ts";
import { spanIn } from "../yaml/embedded.ts";

/** The YAML of a task file and the text behind it, or why gusty finds none. */
export type Header =
  | { readonly ok: true; readonly yaml: Embedded; readonly body: Embedded | null }
  | { readonly ok: false; readonly problem: Problem };

/** A file whose header gusty does not read. `start` and `end` are offsets of `source`; without them the first line is meant. */
export function noHeader(source: Embedded, detail: string, expected: string, start = 0, end?: number): Header {
  const line = source.text.indexOf("\n", start);
  const last = end ?? (line < 0 ? source.text.length : line);
  return { ok: false, problem: { kind: "front-matter", at: spanIn(source, start, last), detail, expected } };
}

/** `text.strip("\n")` of Python. */
export function stripNewlines(source: Embedded, start: number, end: number): readonly [number, number] {
  let from = start;
  let to = end;
  while (from < to && source.text[from] === "\n") from += 1;
  while (to > from && source.text[to - 1] === "\n") to -= 1;
  return [from, to];
}
