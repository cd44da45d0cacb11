import {
  bytesLiteral,
  columnsInBytes,
  columnsInString,
  splitText,
  stringLiteral,
  tripleQuoted,
} from "./string-literal.ts";
import { LINE_LENGTH, widthOf } from "./width.ts";

/** A Python expression before it is put on lines, in the style of black and ruff. */
export type Code =
  /** Text that stays on one line. */
  | { readonly t: "text"; readonly text: string }
  | { readonly t: "string"; readonly text: string }
  | { readonly t: "bytes"; readonly bytes: Uint8Array }
  /** A call, list, tuple, set or dict. `open` is what stands before the items, bracket included. */
  | {
      readonly t: "brackets";
      readonly open: string;
      readonly items: readonly Item[];
      readonly close: string;
      /** `lines`: one item a line even where all would fit. */
      readonly style?: "lines";
      /** What stands for a dict with keys so long that nothing fits behind them. */
      readonly pairs?: Code;
    }
  /** `flat` where it fits on the line, else `broken`. */
  | { readonly t: "either"; readonly flat: string; readonly broken: Code };

/** One item in brackets; `prefix` is `key=`, `"key": ` or `**`. */
export interface Item {
  readonly prefix: string;
  readonly value: Code;
}

export const text = (content: string): Code => ({ t: "text", text: content });
export const brackets = (open: string, items: readonly Item[], close: string, style?: "lines"): Code =>
  style === undefined ? { t: "brackets", open, items, close } : { t: "brackets", open, items, close, style };
export const item = (value: Code, prefix = ""): Item => ({ prefix, value });

/** Two lines at least: better read as they are than with `\n` in them. */
const hasLines = (content: string): boolean => content.slice(0, -1).includes("\n");

/** The expression on one line, or `null` where it must be broken. */
export function flat(code: Code): string | null {
  switch (code.t) {
    case "text":
      return code.text;
    case "string":
      return hasLines(code.text) && tripleQuoted(code.text) !== null ? null : stringLiteral(code.text);
    case "bytes":
      return bytesLiteral(code.bytes);
    case "either":
      return code.flat;
    case "brackets": {
      if (code.style === "lines" && code.items.length > 1) return null;
      const parts: string[] = [];
      for (const { prefix, value } of code.items) {
        const part = flat(value);
        if (part === null) return null;
        parts.push(prefix + part);
      }
      return code.open + parts.join(", ") + (isLoneTuple(code) ? "," : "") + code.close;
    }
  }
}

const isLoneTuple = (code: { open: string; items: readonly Item[] }): boolean =>
  code.open === "(" && code.items.length === 1;

/**
 * The expression as it stands in a file, lines after the first indented.
 *
 * @param indent columns before the statement or item in which the expression stands
 * @param before columns that stand before it on its line, indent excluded
 * @param after columns that follow it on its last line, such as a comma
 */
export function print(code: Code, indent: number, before: number, after: number): string {
  const room = LINE_LENGTH - indent - before - after;
  const line = flat(code);
  if (line !== null && widthOf(line) <= room) return line;
  const inner = " ".repeat(indent + 4);
  switch (code.t) {
    case "text":
      return code.text;
    case "either":
      return print(code.broken, indent, before, after);
    case "bytes": {
      const latin = Array.from(code.bytes, (byte) => String.fromCharCode(byte)).join("");
      const literal = (part: string): string => bytesLiteral(Uint8Array.from(part, (char) => char.charCodeAt(0)));
      return concatenated(literal(latin), (room) => splitText(latin, room - 3, columnsInBytes).map(literal), indent);
    }
    case "string": {
      const triple = hasLines(code.text) ? tripleQuoted(code.text) : null;
      if (triple !== null && linesFit(triple, indent + before, after)) return triple;
      const split = (columns: number): string[] =>
        splitText(code.text, columns - 2, columnsInString).map(stringLiteral);
      return concatenated(stringLiteral(code.text), split, indent);
    }
    case "brackets": {
      if (code.items.length === 0) return code.open + code.close;
      if (code.pairs !== undefined && code.items.some((one) => !fitsBehindPrefix(one, indent + 4))) {
        return print(code.pairs, indent, before, after);
      }
      const lines = code.items.map(
        ({ prefix, value }) => `${inner}${prefix}${print(value, indent + 4, widthOf(prefix), 1)},\n`,
      );
      return `${code.open}\n${lines.join("")}${" ".repeat(indent)}${code.close}`;
    }
  }
}

/** Whether the first line of an item stays within the line, however its value is broken. */
function fitsBehindPrefix({ prefix, value }: Item, indent: number): boolean {
  const room = LINE_LENGTH - indent - widthOf(prefix) - 1;
  const line = flat(value);
  if (line !== null && widthOf(line) <= room) return true;
  switch (value.t) {
    case "text":
      return false;
    case "string":
    case "bytes":
      return room >= 1;
    case "either":
      return fitsBehindPrefix({ prefix, value: value.broken }, indent);
    case "brackets":
      return value.items.length > 0 && widthOf(value.open) <= room + 1;
  }
}

function linesFit(literal: string, before: number, after: number): boolean {
  const lines = literal.split("\n");
  return lines.every((line, index) => {
    const extra = (index === 0 ? before : 0) + (index === lines.length - 1 ? after : 0);
    return widthOf(line) + extra <= LINE_LENGTH;
  });
}

/** One literal on a line of its own in parentheses where it fits, else several that Python joins. */
function concatenated(whole: string, split: (columns: number) => string[], indent: number): string {
  const columns = Math.max(LINE_LENGTH - indent - 4, 20);
  const parts = widthOf(whole) <= columns ? [whole] : split(columns);
  const inner = " ".repeat(indent + 4);
  return `(\n${parts.map((part) => `${inner}${part}\n`).join("")}${" ".repeat(indent)})`;
}

/** How many lines each item takes where `print` breaks the brackets, in order; empty where they stay on one line. */
export function itemHeights(code: Code, indent: number, before: number, after: number): number[] {
  if (code.t !== "brackets" || !print(code, indent, before, after).startsWith(`${code.open}\n`)) return [];
  return code.items.map(({ prefix, value }) => print(value, indent + 4, widthOf(prefix), 1).split("\n").length);
}
