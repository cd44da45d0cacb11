import { visibleLine } from "./visible.ts";

/** What a terminal can show. `width` is in columns. */
export interface TerminalOptions {
  readonly color: boolean;
  readonly width: number;
  readonly unicode: boolean;
}

/** ANSI SGR codes (ECMA-48, 8.3.117), on and off. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof STYLES;

/** What our own signs become where only ASCII can be shown. */
const ASCII: Readonly<Record<string, string>> = {
  "→": "->",
  "−": "-",
  "·": "|",
  "…": "...",
  "✖": "x",
  "⚠": "!",
  "✔": "ok",
  "│": "|",
  "┌": "--",
  "─": ">",
  "•": "-",
  "×": "x",
};

const asciiOf = (character: string): string => {
  const known = ASCII[character];
  if (known !== undefined) return known;
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\U${point.toString(16).padStart(8, "0")}` : `\\u${point.toString(16).padStart(4, "0")}`;
};

/** Writes text for one terminal. */
export interface Terminal {
  readonly width: number;
  readonly color: boolean;
  /** One line of plain text that the terminal shows as it is: no control characters, ASCII where it must be. */
  text(plain: string): string;
  /** Text that went through `text`, in a style. */
  paint(text: string, ...styles: readonly Style[]): string;
}

/** The terminal that `options` describe. Narrower than 40 columns counts as 40. */
export function terminalOf({ color, width, unicode }: TerminalOptions): Terminal {
  return {
    width: Math.max(40, width),
    color,
    text: (plain) => (unicode ? visibleLine(plain) : visibleLine(plain).replace(/[^\x20-\x7e]/gu, asciiOf)),
    paint: (text, ...styles) =>
      color && text !== ""
        ? styles.reduceRight((inner, style) => `\u001b[${STYLES[style][0]}m${inner}\u001b[${STYLES[style][1]}m`, text)
        : text,
  };
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303e]/u;

/** Columns that a text without control characters takes: two for East Asian characters and emoji, none for combining marks. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (WIDE.test(character)) columns += 2;
    else if (!/\p{M}|\ufe0f/u.test(character)) columns += 1;
  }
  return columns;
}
