/** A block scalar as PyYAML's scanner reads it: its content, and where it ends in the text. */
export interface BlockScalar {
  readonly value: string;
  readonly end: number;
}

const HEADER = /^[|>](?:([+-])([1-9])?|([1-9])([+-])?)?(?: *(?: #[^\n]*)?)(?=\n|$)/;

/**
 * `scan_block_scalar` of PyYAML (`yaml/scanner.py`); `null` where the header is none.
 * @param at where the `|` or `>` stands
 * @param parent the column of the block collection around it, -1 where there is none
 */
export function scanBlockScalar(text: string, at: number, parent: number): BlockScalar | null {
  const lineEnd = text.indexOf("\n", at);
  const header = HEADER.exec(text.slice(at, lineEnd < 0 ? text.length : lineEnd));
  if (!header) return null;
  const chomping = header[1] ?? header[4];
  const increment = header[2] ?? header[3];
  const least = Math.max(1, parent + 1);
  const lines = lineEnd < 0 ? [] : readLines(text, lineEnd + 1);
  const indent = increment === undefined ? Math.max(least, deepestOf(lines)) : least + Number(increment) - 1;
  return readContent(text, lineEnd < 0 ? text.length : lineEnd + 1, indent, text[at] === ">", chomping);
}

/** The leading lines that hold nothing but spaces, and the spaces of the first other one. */
function readLines(text: string, from: number): number[] {
  const widths: number[] = [];
  for (let at = from; at < text.length; ) {
    let end = at;
    while (text[end] === " ") end += 1;
    widths.push(end - at);
    if (text[end] !== "\n") break;
    at = end + 1;
  }
  return widths;
}

const deepestOf = (widths: readonly number[]): number => widths.reduce((most, width) => Math.max(most, width), 0);

function readContent(
  text: string,
  from: number,
  indent: number,
  folded: boolean,
  chomping: string | undefined,
): BlockScalar {
  const parts: string[] = [];
  let { breaks, at, column } = skipBreaks(text, from, indent);
  let lineBreak = "";
  while (column === indent && at < text.length) {
    parts.push("\n".repeat(breaks));
    const leading = isBlank(text[at]);
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    parts.push(text.slice(at, end));
    lineBreak = found < 0 ? "" : "\n";
    ({ breaks, at, column } = skipBreaks(text, found < 0 ? text.length : found + 1, indent));
    if (column !== indent || at >= text.length) break;
    if (folded && lineBreak === "\n" && !leading && !isBlank(text[at])) parts.push(breaks === 0 ? " " : "");
    else parts.push(lineBreak);
  }
  if (chomping !== "-") parts.push(lineBreak);
  if (chomping === "+") parts.push("\n".repeat(breaks));
  return { value: parts.join(""), end: at - column };
}

const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

/** Passes over empty lines, and over at most `indent` spaces of the line after them. */
function skipBreaks(text: string, from: number, indent: number): { breaks: number; at: number; column: number } {
  let at = from;
  let breaks = 0;
  for (;;) {
    let column = 0;
    while (column < indent && text[at] === " ") {
      at += 1;
      column += 1;
    }
    if (text[at] !== "\n") return { breaks, at, column };
    breaks += 1;
    at += 1;
  }
}
