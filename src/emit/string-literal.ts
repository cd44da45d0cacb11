import { columnsOf, widthOf } from "./width.ts";

const SHORT: ReadonlyMap<number, string> = new Map([
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [0x5c, "\\\\"],
]);

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

function escapeCode(code: number, quote: string): string {
  const char = String.fromCodePoint(code);
  if (char === quote) return `\\${char}`;
  const short = SHORT.get(code);
  if (short !== undefined) return short;
  if (columnsOf(code) !== null) return char;
  if (code <= 0xff) return `\\x${hex(code, 2)}`;
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const count = (text: string, char: string): number => text.split(char).length - 1;

/** Double quotes, unless the text has more of them than of single ones: the choice of black and ruff. */
const quoteFor = (text: string): string => (count(text, '"') > count(text, "'") ? "'" : '"');

/** A Python string literal on one line. Characters that are invisible or of unclear width are escaped. */
export function stringLiteral(text: string): string {
  const quote = quoteFor(text);
  let body = "";
  for (const char of text) body += escapeCode(char.codePointAt(0) ?? 0, quote);
  return quote + body + quote;
}

/** A Python bytes literal on one line. */
export function bytesLiteral(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes);
  const quote = quoteFor(text);
  let body = "";
  for (const code of bytes) body += code <= 0x7e ? escapeCode(code, quote) : `\\x${hex(code, 2)}`;
  return `b${quote}${body}${quote}`;
}

/**
 * The text in triple quotes, on as many lines as it has, or `null` where it would need an escape, or holds what an
 * editor might change (tabs, a space at the end of a line). Raw where it has backslashes.
 */
export function tripleQuoted(text: string): string | null {
  if (text.includes('"""') || text.endsWith('"') || /[\t\r]| $/m.test(text)) return null;
  if (/\\/.test(text.slice(-1))) return null;
  for (const char of text) if (char !== "\n" && columnsOf(char.codePointAt(0) ?? 0) === null) return null;
  return `${text.includes("\\") ? "r" : ""}"""${text}"""`;
}

/** Columns of one character in a string literal, whichever quotes it gets. */
export const columnsInString = (char: string): number =>
  char === "'" || char === '"' ? 2 : widthOf(escapeCode(char.codePointAt(0) ?? 0, '"'));

/** Columns of one byte, given as a character, in a bytes literal. */
export const columnsInBytes = (char: string): number => (char > "~" ? 4 : columnsInString(char));

/**
 * Parts of a text whose literals are at most `room` columns wide, cut after line ends, else after spaces, else anywhere.
 * One pass over the text.
 */
export function splitText(text: string, room: number, columnsOfChar: (char: string) => number): string[] {
  const parts: string[] = [];
  let part = "";
  let width = 0;
  const flush = (): void => {
    if (part !== "") parts.push(part);
    part = "";
    width = 0;
  };
  for (const word of text.match(/[^ \n]*(?: +|\n)|[^ \n]+/g) ?? []) {
    const chars = Array.from(word, (char) => ({ char, columns: columnsOfChar(char) }));
    const columns = chars.reduce((sum, next) => sum + next.columns, 0);
    if (width + columns > room) flush();
    for (const next of chars) {
      if (width + next.columns > room) flush();
      part += next.char;
      width += next.columns;
    }
    if (word.endsWith("\n")) flush();
  }
  flush();
  return parts;
}
