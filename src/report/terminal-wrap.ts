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

/** Words of one line with the spaces between them; neighbours of one style are painted together. */
function painted(words: readonly Word[], terminal: Terminal): string {
  const runs: { text: string; styles: readonly Style[] }[] = [];
  const add = (text: string, styles: readonly Style[]): void => {
    const last = runs.at(-1);
    if (last && last.styles.join() === styles.join()) last.text += text;
    else runs.push({ text, styles });
  };
  words.forEach((word, at) => {
    const first = word[0]?.styles ?? [];
    const before = words[at - 1]?.at(-1)?.styles ?? [];
    if (at > 0) add(" ", first.length < before.length ? first : before);
    for (const { text, styles } of word) add(text, styles);
  });
  return runs.map(({ text, styles }) => terminal.paint(text, ...styles)).join("");
}

export interface WrapOptions {
  /** Starts the first line, painted. */
  readonly first?: string;
  /** Spaces before the other lines; without it as wide as `first`. */
  readonly hang?: number;
  readonly styles?: readonly Style[];
}

/** Rich text as lines of the terminal's width. */
export function wrap(rich: Rich, terminal: Terminal, { first = "", hang, styles = [] }: WrapOptions = {}): string[] {
  const lead = columnsOf(terminal.text(stripped(first)));
  const indent = hang ?? lead;
  const room = Math.max(10, terminal.width - indent);
  const lines: Word[][] = [[]];
  let columns = lead - indent;
  for (const word of wordsOf(fragmentsOf(rich, terminal, styles), room)) {
    const wide = word.reduce((sum, { text }) => sum + columnsOf(text), 0);
    const space = (lines.at(-1)?.length ?? 0) > 0 ? 1 : 0;
    if (columns > 0 && columns + space + wide > room) {
      lines.push([word]);
      columns = wide;
    } else {
      lines.at(-1)?.push(word);
      columns += space + wide;
    }
  }
  return lines.map((words, at) => (at === 0 ? first : " ".repeat(indent)) + painted(words, terminal));
}

/** Text without the styles of `paint`. */
export const stripped = (text: string): string => text.replace(/\u001b\[\d+m/g, "");
