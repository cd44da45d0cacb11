const SIMPLE: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
};

/** The parts of a string literal's start: `rb"""` is raw, bytes and closed by `"""`. */
export interface Quoting {
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly format: boolean;
  readonly open: number;
  readonly close: number;
}

/** Reads prefix and quotes of a string literal's text; `close` is 0 where its end is missing. */
export function quotingOf(literal: string): Quoting {
  let prefix = 0;
  while (prefix < literal.length && prefix < 3 && literal[prefix] !== "'" && literal[prefix] !== '"') prefix += 1;
  const letters = literal.slice(0, prefix).toLowerCase();
  const quote = literal[prefix] ?? '"';
  const long = literal.startsWith(quote.repeat(3), prefix);
  const width = long ? 3 : 1;
  const closed = literal.length >= prefix + 2 * width && literal.endsWith(quote.repeat(width));
  return {
    raw: letters.includes("r"),
    bytes: letters.includes("b"),
    format: letters.includes("f") || letters.includes("t"),
    open: prefix + width,
    close: closed ? width : 0,
  };
}

/**
 * The text that the inside of a string literal stands for (Python's language reference, "String and bytes literals").
 * `null` where an escape needs more than this reader knows: `\N{name}`, a lone surrogate, or one that Python refuses.
 */
export function unescapeText(
  inside: string,
  quoting: { readonly raw: boolean; readonly bytes: boolean },
): string | null {
  const text = inside.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  if (quoting.raw || !text.includes("\\")) return text;
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char !== "\\") {
      out += char;
      continue;
    }
    const next = text[at + 1] ?? "";
    const simple = SIMPLE[next];
    if (simple !== undefined) {
      out += simple;
      at += 1;
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
    if (octal !== undefined) {
      const code = Number.parseInt(octal, 8);
      out += String.fromCharCode(quoting.bytes ? code & 0xff : code);
      at += octal.length;
      continue;
    }
    const width = next === "x" ? 2 : quoting.bytes ? 0 : next === "u" ? 4 : next === "U" ? 8 : 0;
    if (width > 0) {
      const digits = text.slice(at + 2, at + 2 + width);
      const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === width ? Number.parseInt(digits, 16) : -1;
      if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
      out += String.fromCodePoint(code);
      at += 1 + width;
      continue;
    }
    if (next === "N" && !quoting.bytes) return null;
    out += "\\";
  }
  return out;
}

/** The bytes that the inside of a bytes literal stands for, or `null` where it is none. */
export function unescapeBytes(inside: string, raw: boolean): Uint8Array | null {
  const text = unescapeText(inside, { raw, bytes: true });
  if (text === null) return null;
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
  return codes.every((code) => code < 256) ? Uint8Array.from(codes) : null;
}

/** A number literal: an `int`, a `float`, or `null` (complex numbers, more digits than Python converts, no number). */
export function readNumber(literal: string): { readonly int: bigint } | { readonly float: number } | null {
  const text = literal.replaceAll("_", "").toLowerCase();
  if (text.length > 4300 || text.endsWith("j")) return null;
  if (/^0[xob][0-9a-f]+$/.test(text)) {
    try {
      return { int: BigInt(text) };
    } catch {
      return null;
    }
  }
  if (/^(?:0+|[1-9][0-9]*)$/.test(text)) return { int: BigInt(text) };
  if (/^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(text) && /[.e]/.test(text)) return { float: Number(text) };
  return null;
}
