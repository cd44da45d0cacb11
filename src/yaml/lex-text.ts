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
/** Characters that are lexed again before the text is taken as it is. */
const MOST_WORK = 5_000_000;

/**
 * Lexes a text with the package `yaml`. Inside brackets and quotes PyYAML does not mind how far a line is indented
 * (`yaml/scanner.py`, `unwind_indent`), and `yaml` does: such lines are moved to the right. Where the two see other
 * borders between tokens, they are made plain. That makes a text of its own, whose places are those of the given one.
 */
export function lexText(given: Embedded): LexedText {
  let source = given;
  for (let work = 0; ; work += source.text.length) {
    const lexed = lex(source);
    if (work >= MOST_WORK) return lexed;
    const inserts = borders(lexed);
    const range = inserts.length > 0 ? null : rangeToMove(lexed);
    const spaces = range ? " ".repeat(deepest(given.text) + 1) : "";
    if (range) inserts.push(...linesIn(source.text, range).map((at) => ({ at, text: spaces })));
    if (inserts.length === 0) return lexed;
    source = withInserts(source, inserts);
  }
}

function lex(source: Embedded): LexedText {
  const lexemes = [...new Lexer().lex(source.text)];
  const tokens: LexedToken[] = [];
  let offset = 0;
  for (const [index, lexeme] of lexemes.entries()) {
    if (lexeme === DOCUMENT || lexeme === FLOW_END || lexeme === SCALAR) continue;
    tokens.push({ source: lexeme, offset, scalar: lexemes[index - 1] === SCALAR });
    offset += lexeme.length;
  }
  return { source, lexemes, tokens };
}

/** A text that is put in at a place, which the given text does not have. */
interface Insert {
  readonly at: number;
  readonly text: string;
}

/** A space before colons that end an alias's or anchor's name for PyYAML only, and quotes around a dash that is a text in brackets. */
function borders({ tokens }: LexedText): Insert[] {
  return tokens.flatMap(({ source, offset, scalar }, index): Insert[] => {
    if (scalar) return [];
    const end = offset + source.length;
    if (/^[*&][0-9A-Za-z_-]+:$/.test(source)) return [{ at: end - 1, text: " " }];
    const next = source === "-" ? tokens.slice(index + 1, index + 3).find((after) => after.source !== "") : undefined;
    return next && /^[,\]}]/.test(next.source)
      ? [
          { at: offset, text: '"' },
          { at: end, text: '"' },
        ]
      : [];
  });
}

/** The range of the first bracket or quote that ends for `yaml` only because of an indentation, from there to its end. */
function rangeToMove({ source, lexemes }: LexedText): readonly [start: number, end: number] | null {
  let offset = 0;
  let depth = 0;
  for (const [index, lexeme] of lexemes.entries()) {
    if (lexeme === FLOW_END) return [offset, endOfFlow(source.text, offset, depth)];
    if (lexeme === DOCUMENT || lexeme === SCALAR) continue;
    if (lexemes[index - 1] !== SCALAR) {
      if (isCutQuote(lexeme)) return [offset + lexeme.length, endOfQuote(source.text, offset)];
      if (lexeme === "[" || lexeme === "{") depth += 1;
      else if (lexeme === "]" || lexeme === "}") depth -= 1;
    }
    offset += lexeme.length;
  }
  return null;
}

function endOfQuote(text: string, start: number): number {
  const quoted = text[start] === "'" ? /'(?:[^']|'')*'/y : /"(?:[^"\\]|\\[\s\S])*"/y;
  quoted.lastIndex = start;
  return quoted.test(text) ? quoted.lastIndex : text.length;
}

/** Where the brackets that are open at `from` are closed. A quote or `#` counts only where a token can begin. */
function endOfFlow(text: string, from: number, depth: number): number {
  let level = depth;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? "";
    const begins = /[\s[\]{},:]/.test(text[at - 1] ?? " ");
    if (character === "[" || character === "{") level += 1;
    else if (character === "]" || character === "}") level -= 1;
    else if (begins && character === "#") at = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    else if (begins && (character === "'" || character === '"')) at = endOfQuote(text, at) - 1;
    if (level === 0) return at;
  }
  return text.length;
}

/** True for a token that begins with a quote and has no closing one. */
export const isCutQuote = (lexeme: string): boolean =>
  (lexeme.startsWith("'") && !/^'(?:[^']|'')*'$/.test(lexeme)) ||
  (lexeme.startsWith('"') && !/^"(?:[^"\\]|\\[\s\S])*"$/.test(lexeme));

/** The starts of the lines in a range that hold something, up to a document marker, which ends everything for PyYAML too. */
function linesIn(text: string, [start, end]: readonly [number, number]): number[] {
  const lines: number[] = [];
  const first = text.lastIndexOf("\n", start - 1) + 1;
  for (let at = first; at < end && at < text.length; at = nextLine(text, at)) {
    if (at === 0 || (at < start && text.slice(at, start).trim() !== "")) continue;
    if (/^(?:---|\.\.\.)(?![^ \t\n])/.test(text.slice(at, at + 4))) break;
    if (/^[ \t]*[^ \t\n]/.test(text.slice(at, nextLine(text, at)))) lines.push(at);
  }
  return lines;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** The most that a line could be asked to be indented: by spaces and by `-` and `?` before nested collections. */
const deepest = (text: string): number =>
  Math.min(
    2000,
    text.split("\n").reduce((most, line) => Math.max(most, line.search(/[^ ?:-]|$/)), 0),
  );

/** The text with these put in, in ascending order of their places. */
function withInserts(source: Embedded, inserts: readonly Insert[]): Embedded {
  const runs: Run[] = [{ at: 0, from: 0 }];
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  for (const { at, text } of inserts) {
    parts.push(source.text.slice(from, at), text);
    length += at - from;
    runs.push({ at: length, from: at, added: true }, { at: length + text.length, from: at });
    length += text.length;
    from = at;
  }
  const inside = embed(source.file, parts.join("") + source.text.slice(from), runs);
  return { file: source.file, text: inside.text, toFile: (offset) => source.toFile(inside.toFile(offset)) };
}
