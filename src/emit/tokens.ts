/** One token of Python source: enough to find names, strings and comments. Spaces are no tokens. */
export interface Token {
  readonly t: "name" | "number" | "string" | "comment" | "newline" | "other";
  readonly text: string;
  readonly start: number;
}

const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
const NUMBER = /(?:0[xXoObB][0-9a-fA-F_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y;
const COMMENT = /#[^\n]*/y;
const SPACE = /(?:[ \t\f\r]|\\\r?\n)+/y;
const PREFIX = /(?:[rRbBuUfF]{0,2})(?="|')/y;

/** The end of a string literal whose quotes begin at `start`; the end of the text where it is never closed. */
function stringEnd(source: string, start: number): number {
  const quote = source[start] ?? "";
  const triple = source.startsWith(quote.repeat(3), start);
  const close = triple ? quote.repeat(3) : quote;
  for (let at = start + close.length; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source.startsWith(close, at)) return at + close.length;
    else if (source[at] === "\n" && !triple) return at;
  }
  return source.length;
}

/** The tokens of a piece of Python, in order; one pass, whatever the text. An f-string is one token. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };
  let at = 0;
  while (at < source.length) {
    const space = match(SPACE, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const prefix = match(PREFIX, at);
    let token: Token;
    if (prefix !== null) {
      const end = stringEnd(source, at + prefix.length);
      token = { t: "string", text: source.slice(at, end), start: at };
    } else {
      const name = match(NAME, at);
      const number = name === null ? match(NUMBER, at) : null;
      const comment = match(COMMENT, at);
      if (name !== null) token = { t: "name", text: name, start: at };
      else if (number !== null) token = { t: "number", text: number, start: at };
      else if (comment !== null) token = { t: "comment", text: comment, start: at };
      else token = { t: source[at] === "\n" ? "newline" : "other", text: source[at] ?? "", start: at };
    }
    tokens.push(token);
    at += Math.max(token.text.length, 1);
  }
  return tokens;
}

/** Every name that a piece of Python may use or bind, attributes excepted, names within f-strings included. */
export function namesIn(source: string): Set<string> {
  const names = new Set<string>();
  let before = "";
  for (const { t, text } of tokenize(source)) {
    if (t === "name" && before !== ".") names.add(text);
    before = text;
    if (t === "string" && /^[rR]?[fF]/.test(text)) {
      for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) names.add(name);
    }
  }
  return names;
}

/** What stands for `__file__` in copied code: an expression, and the name of a constant for places where only a name fits. */
export interface FileNames {
  expression(): string;
  constant(): string;
}

/** The source with every `__file__` replaced, or `null` where one stands in an f-string that shows its own text. */
export function replaceFile(source: string, names: FileNames): string | null {
  if (!source.includes("__file__")) return source;
  let result = "";
  let at = 0;
  for (const { t, text, start } of tokenize(source)) {
    const isFormat = t === "string" && /^[rR]?[fF]/.test(text) && text.includes("__file__");
    if (!isFormat && (t !== "name" || text !== "__file__")) continue;
    const own = isFormat ? inFormat(text, names) : names.expression();
    if (own === null) return null;
    result += source.slice(at, start) + own;
    at = start + text.length;
  }
  return result + source.slice(at);
}

/** An f-string in which `__file__` is replaced where it is an expression, and not where it is text. */
function inFormat(text: string, { constant }: FileNames): string | null {
  let out = "";
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? "";
    const doubled = depth === 0 && (char === "{" || char === "}") && text[at + 1] === char;
    if (depth > 0 && text.startsWith("__file__", at)) {
      const around = `${text[at - 1] ?? ""}__file__${text
        .slice(at + 8)
        .trimStart()
        .slice(0, 1)}`;
      if (/^["'\w]|["'\w=]$/.test(around.replace("__file__", "."))) return null;
      out += constant();
      at += 8;
      continue;
    }
    if (!doubled && char === "{") depth += 1;
    if (!doubled && char === "}") depth -= 1;
    out += doubled ? char + char : char;
    at += doubled ? 2 : 1;
  }
  return out;
}
