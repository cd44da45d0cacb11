/**
 * Python that `@lezer/python` 1.1.19 does not read, written in Python that it does, without moving any offset: what it
 * does not know is blanked out or replaced by text of the same length. Covered: `/` in lambda parameters, defaults of type
 * parameters, parentheses around the items of `with`, t-strings, and decorators that go on behind a call.
 */
export function repairText(text: string): string {
  const code = maskLiterals(text);
  const out = [...splitUnits(text)];
  const blank = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) out[at] = " ";
  };
  for (const match of code.matchAll(/(?<![\w.])lambda\b[^:()\n]{0,2000}/g)) {
    const slash = match[0].search(/\/[ \t]*(?:,|$)/);
    if (slash < 0) continue;
    const at = match.index + slash;
    const comma = code.slice(at).search(/,|:/);
    const before = code.lastIndexOf(",", at);
    if (code[at + comma] === ",") blank(at, at + comma + 1);
    else if (before > match.index) blank(before, at + 1);
  }
  for (const match of code.matchAll(/(?<![\w.])[tT](?=["'])|(?<![\w.])(?:[tT][rR]|[rR][tT])(?=["'])/g)) {
    for (let at = match.index; at < match.index + match[0].length; at += 1) {
      if (out[at] === "t" || out[at] === "T") out[at] = "f";
    }
  }
  for (const match of code.matchAll(/^[ \t]*(?:async[ \t]+)?with[ \t]*\(/gm)) {
    const open = match.index + match[0].length - 1;
    const close = closingBracket(code, open);
    if (close < 0 || !/^[ \t]*:/.test(code.slice(close + 1, close + 80)) || !/\bas\b/.test(code.slice(open, close)))
      continue;
    out[open] = " ";
    out[close] = " ";
    for (let at = open; at < close; at += 1) {
      const comment = text[at] === "#" && code[at] === " ";
      if (comment) while (at < close && text[at] !== "\n") out[at++] = " ";
      if (text[at] === "\n" || text[at] === "\r") out[at] = " ";
    }
    const comma = /,\s*$/.exec(code.slice(open, close));
    if (comma) blank(open + comma.index, open + comma.index + 1);
  }
  for (const match of code.matchAll(/^[ \t]*@[\w.]+\(/gm)) {
    const close = closingBracket(code, match.index + match[0].length - 1);
    const lineEnd = close < 0 ? -1 : (code.slice(close).search(/[\r\n]/) + code.length + 1) % (code.length + 1);
    if (close >= 0 && lineEnd >= 0 && /^\)[ \t]*[.[(]/.test(code.slice(close, close + 80))) {
      blank(close + 1, Math.min(code.length, close + lineEnd));
    }
  }
  for (const match of code.matchAll(/^[ \t]*(?:(?:async[ \t]+)?def|class|type)[ \t]+\w+[ \t]*\[/gm)) {
    const open = match.index + match[0].length - 1;
    const close = closingBracket(code, open);
    if (close < 0) continue;
    for (const part of defaultsIn(code, open + 1, close)) blank(part.from, part.to);
  }
  return out.join("");
}

const splitUnits = (text: string): string[] => text.split("");

/** Ranges of `= default` between two offsets, at bracket depth 0, up to the next comma. */
function defaultsIn(code: string, from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let depth = 0;
  let start = -1;
  for (let at = from; at <= to; at += 1) {
    const char = at === to ? "," : (code[at] ?? "");
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    else if (depth === 0 && char === "=" && start < 0) start = at;
    else if (depth === 0 && char === "," && start >= 0) {
      found.push({ from: start, to: at });
      start = -1;
    }
  }
  return found;
}

function closingBracket(code: string, open: number): number {
  let depth = 0;
  const limit = Math.min(code.length, open + 20_000);
  for (let at = open; at < limit; at += 1) {
    const char = code[at] ?? "";
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** The text with the inside of string literals and comments blanked out; quotes, line ends and length stay. */
function maskLiterals(text: string): string {
  const out = splitUnits(text);
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === "#") {
      while (at < text.length && text[at] !== "\n" && text[at] !== "\r") out[at++] = " ";
      continue;
    }
    if (char !== "'" && char !== '"') {
      at += 1;
      continue;
    }
    const quote = text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
    at += quote.length;
    while (at < text.length && !text.startsWith(quote, at)) {
      if (quote.length === 1 && text[at] === "\n") break;
      const width = text[at] === "\\" ? 2 : 1;
      for (let part = at; part < Math.min(text.length, at + width); part += 1) if (out[part] !== "\n") out[part] = " ";
      at += width;
    }
    at += quote.length;
  }
  return out.join("");
}
