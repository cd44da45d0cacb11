import type { Rich } from "./rich.ts";
import { columnsOf, type Style, type Terminal } from "./terminal-style.ts";

interface Fragment {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** Fragments that no line break parts. */
type Word = readonly Fragment[];

function fragmentsOf(rich: Rich, terminal: Terminal, styles: readonly Style[]): Fragment[] {
  return rich.flatMap((piece): Fragment[] => {
    if (typeof piece === "string") return [{ text: terminal.text(piece), styles }];
    if (piece.t === "code") {
      const name = terminal.text(piece.text);
      return [terminal.color ? { text: name, styles: [...styles, "cyan"] } : { text: `\`${name}\``, styles }];
    }
    return fragmentsOf(piece.of, terminal, piece.t === "strong" ? [...styles, "bold"] : styles);
  });
}

/** A word cut into pieces of at most `width` columns. */
function cut(text: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let columns = 0;
  for (const character of text) {
    const wide = columnsOf(character);
    if (columns + wide > width) {
      pieces.push(piece);
      piece = "";
      columns = 0;
    }
    piece += character;
    columns += wide;
  }
  return [...pieces, piece];
}

function wordsOf(fragments: readonly Fragment[], width: number): Word[] {
  const words: Fragment[][] = [[]];
  for (const { text, styles } of fragments) {
    text.split(" ").forEach((part, at) => {
      if (at > 0) words.push([]);
      cut(part, width).forEach((piece, nth) => {
        if (nth > 0) words.push([]);
        words.at(-1)?.push({ text: piece, styles });
      });
    });
  }
  return words.filter((word) => word.some(({ text }) => text !== ""));
}

/** Rich text as lines of the terminal's width; `first` starts the first line, and as many spaces the others. */
export function wrap(rich: Rich, terminal: Terminal, first = "", styles: readonly Style[] = []): string[] {
  const indent = columnsOf(terminal.text(stripped(first)));
  const room = Math.max(10, terminal.width - indent);
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const word of wordsOf(fragmentsOf(rich, terminal, styles), room)) {
    const wide = word.reduce((sum, { text }) => sum + columnsOf(text), 0);
    if (columns > 0 && columns + 1 + wide > room) {
      lines.push(line);
      line = "";
      columns = 0;
    }
    line += (columns > 0 ? " " : "") + word.map(({ text, styles: own }) => terminal.paint(text, ...own)).join("");
    columns += (columns > 0 ? 1 : 0) + wide;
  }
  return [...lines, line].map((text, at) => (at === 0 ? first : " ".repeat(indent)) + text);
}

/** Text without the styles of `paint`. */
export const stripped = (text: string): string => text.replace(/\u001b\[\d+m/g, "");
