import { Lexer } from "yaml";
import type { Embedded } from "../model/span.ts";
import { embed, type Run } from "./embedded.ts";

/** One lexeme of `yaml`'s lexer; `scalar` is true for the text of a plain or block scalar. */
export interface LexedToken {
  readonly source: string;
  readonly offset: number;
  readonly scalar: boolean;
}

/** The lexemes of a text, control lexemes included, and the tokens among them with their offsets in `source`. */
export interface LexedText {
  readonly source: Embedded;
  readonly lexemes: readonly string[];
  readonly tokens: readonly LexedToken[];
}

/** Control lexemes of `yaml`'s lexer: they stand for no text. */
const DOCUMENT = "\x02";
const FLOW_END = "\x18";
const SCALAR = "\x1f";
/** Lines that are moved before the text is taken as it is. */
const MOST_LINES = 200;

/**
 * Lexes a text with the package `yaml`. Inside brackets and quotes PyYAML does not mind how far a line is indented
 * (`yaml/scanner.py`, `unwind_indent`), and `yaml` does: such lines are moved to the right, in a text of their own whose
 * places are those of the given one.
 */
export function lexText(given: Embedded): LexedText {
  let source = given;
  for (let moved = 0; ; moved += 1) {
    const lexed = lex(source);
    const line = moved < MOST_LINES ? lineToMove(lexed) : null;
    if (line === null) return lexed;
    source = withSpaces(source, line, deepest(given.text) + 1);
  }
}

function lex(source: Embedded): LexedText {
  const lexemes = [...new Lexer().lex(source.text)].flatMap(withoutColon);
  const tokens: LexedToken[] = [];
  let offset = 0;
  for (const [index, lexeme] of lexemes.entries()) {
    if (lexeme === DOCUMENT || lexeme === FLOW_END || lexeme === SCALAR) continue;
    tokens.push({ source: lexeme, offset, scalar: lexemes[index - 1] === SCALAR });
    offset += lexeme.length;
  }
  return { source, lexemes, tokens };
}

/** PyYAML ends the name of an alias or anchor at a colon, which then stands behind a key. */
function withoutColon(lexeme: string, index: number, all: readonly string[]): string[] {
  const name = /^[*&][0-9A-Za-z_-]+(?=:$)/.exec(lexeme)?.[0];
  return name === undefined || !/^[ \t\n]/.test(all[index + 1] ?? "\n") || all[index - 1] === SCALAR
    ? [lexeme]
    : [name, ":"];
}

/** The start of the first line that ends a bracket or quote for `yaml` only because of its indentation. */
function lineToMove({ source, lexemes }: LexedText): number | null {
  let offset = 0;
  for (const [index, lexeme] of lexemes.entries()) {
    if (lexeme === FLOW_END) return movable(source.text, source.text.lastIndexOf("\n", offset - 1) + 1);
    if (lexeme === DOCUMENT || lexeme === SCALAR) continue;
    offset += lexeme.length;
    if (lexemes[index - 1] !== SCALAR && isCutQuote(lexeme)) {
      const line = /\n[ \t]*(?=[^ \t\n])/g;
      line.lastIndex = offset;
      const next = line.exec(source.text);
      return next ? movable(source.text, next.index + 1) : null;
    }
  }
  return null;
}

const isCutQuote = (lexeme: string): boolean =>
  (lexeme.startsWith("'") && !/^'(?:[^']|'')*'$/.test(lexeme)) ||
  (lexeme.startsWith('"') && !/^"(?:[^"\\]|\\[\s\S])*"$/.test(lexeme));

/** A document marker at the start of a line ends everything, for PyYAML too. */
const movable = (text: string, line: number): number | null =>
  line === 0 || line >= text.length || /^(?:---|\.\.\.)(?![^ \t\n])/.test(text.slice(line, line + 4)) ? null : line;

/** The most that a line could be asked to be indented: by spaces and by `-` and `?` before nested collections. */
const deepest = (text: string): number =>
  Math.min(
    2000,
    text.split("\n").reduce((most, line) => Math.max(most, line.search(/[^ ?:-]|$/)), 0),
  );

function withSpaces(source: Embedded, at: number, count: number): Embedded {
  const runs: Run[] = [
    { at: 0, from: 0 },
    { at: at + count, from: at },
  ];
  const inside = embed(source.file, `${source.text.slice(0, at)}${" ".repeat(count)}${source.text.slice(at)}`, runs);
  const toFile = (offset: number): number =>
    source.toFile(Math.min(inside.toFile(offset), offset < at + count ? at : Infinity));
  return { file: source.file, text: inside.text, toFile };
}
