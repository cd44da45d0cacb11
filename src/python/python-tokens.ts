/** One token of Python, as far as it takes to see that tokens cannot stand beside each other. */
export interface PythonToken {
  readonly kind: "name" | "number" | "string" | "operator" | "newline" | "indent" | "dedent";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Why a text is no Python, with its place. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly detail: string;
}

/** The tokens of a text; `fault` where Python's own tokenizer stops; `null` where this one does not know what Python does. */
export type Tokens = { readonly tokens: readonly PythonToken[]; readonly fault: SyntaxFault | null } | null;

const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const NUMBER =
  /0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;
const OPERATOR = /\*\*=|\/\/=|>>=|<<=|\.\.\.|[-+*/%@&|^=<>!:]=|->|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>()[\]{},:.;=]/y;
const STRING = /(?:[rRbBuUfFtT]{0,2})(?:"""|'''|"|')/y;
const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Reads tokens by the rules of Python's tokenizer (Python reference, "Lexical analysis"). Linear in the text. */
export function tokenizePython(text: string): Tokens {
  const tokens: PythonToken[] = [];
  const brackets: { readonly text: string; readonly at: number }[] = [];
  const indents = [0];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let lineStart = true;
  const push = (kind: PythonToken["kind"], start: number, end: number): void => {
    tokens.push({ kind, text: text.slice(start, end), start, end });
  };
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  const stop = (start: number, end: number, detail: string): Tokens => ({ tokens, fault: { start, end, detail } });
  while (at < text.length) {
    if (lineStart && brackets.length === 0) {
      const indentation = /[ \t\f]*/y;
      const end = match(indentation);
      const blank = text.slice(at, end);
      at = end;
      const next = text[at];
      if (next === undefined || next === "\n" || next === "\r" || next === "#") lineStart = false;
      else {
        if (/[\t\f]/.test(blank)) return null;
        const width = blank.length;
        if (width > (indents.at(-1) ?? 0)) {
          indents.push(width);
          push("indent", at, at);
        }
        while (width < (indents.at(-1) ?? 0)) {
          indents.pop();
          push("dedent", at, at);
        }
        if (width !== (indents.at(-1) ?? 0))
          return stop(at - width, at, "this line is indented like no line above it that it could belong to");
        lineStart = false;
      }
    }
    const letter = text[at] ?? "";
    if (letter === "\n" || letter === "\r") {
      const end = text.startsWith("\r\n", at) ? at + 2 : at + 1;
      if (brackets.length === 0) {
        if (tokens.at(-1) && !["newline", "indent", "dedent"].includes(tokens.at(-1)?.kind ?? ""))
          push("newline", at, at);
        lineStart = true;
      }
      at = end;
    } else if (letter === " " || letter === "\t" || letter === "\f") at += 1;
    else if (letter === "#") while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
    else if (letter === "\\") {
      const end = match(/\\(?:\r\n|\r|\n)/y);
      if (end < 0) return null;
      at = end;
    } else {
      const quoted = match(STRING);
      if (quoted >= 0) {
        const start = at;
        const quote = text.slice(at, quoted).replace(/^[a-zA-Z]+/, "");
        const prefix = text.slice(at, quoted - quote.length);
        const end = endOfString(text, quoted, quote);
        // Since Python 3.12 an f-string may hold its own quotes again, so that its end is not to be seen from here.
        if (/[fFtT]/.test(prefix) && (end < 0 || /[{]/.test(text.slice(quoted, end)))) {
          const inner = end < 0 ? "" : text.slice(quoted, end - quote.length);
          if (
            end < 0 ||
            /["']/.test(inner.replace(/[^{}"']/g, "")) ||
            /[{}]/.test(inner.replace(/\{\{|\}\}|\{[^{}"'\\]*\}/g, ""))
          )
            return null;
        }
        if (end < 0)
          return stop(start, Math.min(text.length, lineEnd(text, start)), `this text has no closing \`${quote}\``);
        push("string", start, end);
        at = end;
        continue;
      }
      const name = match(NAME);
      const number = name < 0 && /[\d.]/.test(letter) && /^\.?\d/.test(text.slice(at, at + 2)) ? match(NUMBER) : -1;
      const end = name >= 0 ? name : number >= 0 ? number : match(OPERATOR);
      if (end < 0) return /[?$]/.test(letter) ? stop(at, at + 1, `\`${letter}\` means nothing in Python`) : null;
      if (name < 0 && number < 0) {
        if ("([{".includes(letter)) brackets.push({ text: letter, at });
        const opens = CLOSES[letter];
        if (opens !== undefined) {
          const last = brackets.pop();
          if (!last) return stop(at, end, `this \`${letter}\` closes nothing`);
          if (last.text !== opens)
            return stop(at, end, `this \`${letter}\` cannot close the \`${last.text}\` before it`);
        }
      }
      push(name >= 0 ? "name" : number >= 0 ? "number" : "operator", at, end);
      at = end;
    }
  }
  const open = brackets.at(-1);
  if (open) return stop(open.at, open.at + 1, `the \`${open.text}\` is never closed`);
  if (tokens.at(-1)?.kind !== "newline" && tokens.length > 0) push("newline", at, at);
  return { tokens, fault: null };
}

/** Where a string ends whose text begins at `from`; -1 where it does not. */
function endOfString(text: string, from: number, quote: string): number {
  const long = quote.length === 3;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === "\\") at += text.startsWith("\r\n", at + 1) ? 2 : 1;
    else if (!long && (letter === "\n" || letter === "\r")) return -1;
    else if (letter === quote[0] && text.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}
