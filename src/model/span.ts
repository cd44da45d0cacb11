import type { Path } from "./path.ts";

/** A range of a file's text: UTF-16 offsets in the text as decoded from UTF-8, byte order mark and CR included; `end` is exclusive. */
export interface Span {
  readonly file: Path;
  readonly start: number;
  readonly end: number;
}

/**
 * A text that stands inside a file: front matter, the `# ` header of a `.py` file, a notebook cell, or the whole file
 * as Python reads it (universal newlines). `toFile` maps an offset of `text` to an offset of the file's own text.
 */
export interface Embedded {
  readonly file: Path;
  readonly text: string;
  toFile(offset: number): number;
}
