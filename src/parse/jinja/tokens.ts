/** One piece of a Jinja template, without the white space that `-` in its tags cuts. `text` is how it is written. */
export type Piece =
  | { readonly t: "data"; readonly text: string }
  | { readonly t: "print" | "tag"; readonly tokens: readonly Token[]; readonly text: string };

/** One token inside `{{ … }}` or `{% … %}`. */
export interface Token {
  readonly t: "name" | "string" | "int" | "float" | "op";
  readonly text: string;
}

/**
 * A template cut into pieces; not `ok` where Jinja raises (`raises` says why), or where it holds something that this reader
 * does not know for certain (`null`).
 */
export type Pieces =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  | { readonly ok: false; readonly raises: string | null; readonly text: string };

const TOKEN =
  /\s+|([A-Za-z_][A-Za-z0-9_]*)|("(?:[^"\\]|\\[nt"'\\])*"|'(?:[^'\\]|\\[nt"'\\])*')|([0-9]+\.[0-9]+(?![\w.]))|((?:0|[1-9][0-9]*)(?![\w.]))|(\*\*|\/\/|==|!=|<=|>=|[-+*/%~<>=.,:|()[\]{}])/y;

/**
 * Cuts a template as Jinja's lexer does with ABSQL's settings: no line statements, blocks are not trimmed, and one
 * newline at the end is cut (`jinja2/lexer.py`).
 */
export function cutTemplate(source: string): Pieces {
  const text = source.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const pieces: Piece[] = [];
  let at = 0;
  let cutNext = false;
  const data = (until: number, cut: boolean): void => {
    let own = text.slice(at, until);
    if (cutNext) own = own.replace(/^\s+/, "");
    if (cut) own = trimEnd(own);
    if (own !== "") pieces.push({ t: "data", text: own });
    cutNext = false;
  };
  for (;;) {
    const open = nextTag(text, at);
    if (open < 0) {
      data(text.length, false);
      return { ok: true, pieces };
    }
    const kind = text[open + 1];
    const sign = text[open + 2];
    const inside = open + (sign === "-" || (sign === "+" && kind !== "{") ? 3 : 2);
    data(open, sign === "-");
    if (kind === "#") {
      const end = text.indexOf("#}", inside);
      if (end < 0) return { ok: false, raises: "A `{#` has no `#}`.", text: text.slice(open) };
      cutNext = text[end - 1] === "-" && end > inside;
      at = end + 2;
      continue;
    }
    const read = readTag(text, inside, kind === "{" ? "}}" : "%}");
    if (!read.ok) {
      const shown = text.slice(open, open + 200);
      const unclosed = text.indexOf(kind === "{" ? "}}" : "%}", inside) < 0;
      const raises = unclosed ? `A \`{${kind}\` has no \`${kind === "{" ? "}}" : "%}"}\`.` : null;
      return { ok: false, raises, text: shown };
    }
    at = read.end;
    cutNext = read.cut;
    if (kind === "%" && read.tokens[0]?.text === "raw") return { ok: false, raises: null, text: text.slice(open) };
    pieces.push({ t: kind === "{" ? "print" : "tag", tokens: read.tokens, text: text.slice(open, at) });
  }
}

/** Where the next `{{`, `{%` or `{#` is; -1 where there is none. */
function nextTag(text: string, from: number): number {
  for (let at = text.indexOf("{", from); at >= 0; at = text.indexOf("{", at + 1)) {
    const next = text[at + 1];
    if (next === "{" || next === "%" || next === "#") return at;
  }
  return -1;
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

type ReadTag =
  | { readonly ok: true; readonly tokens: readonly Token[]; readonly end: number; readonly cut: boolean }
  | { readonly ok: false };

function readTag(text: string, from: number, close: string): ReadTag {
  const tokens: Token[] = [];
  let depth = 0;
  let at = from;
  while (at < text.length) {
    if (depth === 0) {
      const sign = text[at] === "-" || (text[at] === "+" && close === "%}") ? 1 : 0;
      if (text.startsWith(close, at + sign)) return { ok: true, tokens, end: at + sign + 2, cut: text[at] === "-" };
    }
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) return { ok: false };
    const [whole, name, string, float, int, op] = found;
    if (op !== undefined && "([{".includes(op)) depth += 1;
    if (op !== undefined && ")]}".includes(op)) depth -= 1;
    if (depth < 0) return { ok: false };
    if (name !== undefined) tokens.push({ t: "name", text: name });
    else if (string !== undefined) tokens.push({ t: "string", text: unescapeText(string.slice(1, -1)) });
    else if (float !== undefined) tokens.push({ t: "float", text: float });
    else if (int !== undefined) tokens.push({ t: "int", text: int });
    else if (op !== undefined) tokens.push({ t: "op", text: op });
    at += whole.length;
  }
  return { ok: false };
}

const unescapeText = (text: string): string =>
  text.replaceAll(/\\(.)/g, (_, char: string) => (char === "n" ? "\n" : char === "t" ? "\t" : char));
