/** What Python makes of a text between triple double quotes: a text, a syntax error, or something that only Python knows. */
export type PythonString =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly raises: boolean };

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

/** Evaluates `"""body"""` as Python does. */
export function evalTripleQuoted(body: string): PythonString {
  const end = closingQuotes(`${body}"""`);
  if (end !== body.length) return { ok: false, raises: end < 0 || end === body.length - 1 || end === body.length - 2 };
  let text = "";
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at] ?? "";
    if (character !== "\\") {
      text += character;
      continue;
    }
    const found = readEscape(body, at + 1);
    if (found === null) return { ok: false, raises: body[at + 1] !== "N" };
    text += found.text;
    at += found.length;
  }
  return { ok: true, text };
}

/** Where the first `"""` stands that no backslash hides; -1 where there is none. */
function closingQuotes(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith('"""', at)) return at;
  }
  return -1;
}

/** The escape whose backslash stands before `at`; `null` where it is no valid one, or a name (`\N{...}`). */
function readEscape(body: string, at: number): { text: string; length: number } | null {
  const letter = body[at] ?? "";
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) return { text: simple, length: 1 };
  const octal = /^[0-7]{1,3}/.exec(body.slice(at, at + 3))?.[0];
  if (octal !== undefined) return { text: String.fromCharCode(Number.parseInt(octal, 8)), length: octal.length };
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits !== undefined) {
    const hex = body.slice(at + 1, at + 1 + digits);
    const code = /^[0-9a-fA-F]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : Infinity;
    return code > 0x10ffff ? null : { text: String.fromCodePoint(code), length: digits + 1 };
  }
  return letter === "N" ? null : { text: `\\${letter}`, length: 1 };
}
