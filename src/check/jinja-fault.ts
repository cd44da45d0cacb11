/** Why Jinja refuses a template, with its place in the text. */
export interface JinjaFault {
  readonly start: number;
  readonly end: number;
  readonly detail: string;
}

interface Token {
  readonly kind: "name" | "number" | "string" | "operator";
  readonly text: string;
  readonly start: number;
}

const TOKEN =
  /\s+|(?<name>[\p{ID_Start}_][\p{ID_Continue}]*)|(?<number>\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?|0[xX][\da-fA-F_]+)|(?<string>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(?<operator>\/\/|\*\*|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;])/uy;

/** Statements with an end of their own, and the words that may stand between (`jinja2/parser.py`). */
const BLOCKS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["for", ["else"]],
  ["if", ["elif", "else"]],
  ["block", []],
  ["macro", []],
  ["call", []],
  ["filter", []],
  ["with", []],
  ["autoescape", []],
  ["set", []],
]);
const SINGLE = new Set(["extends", "print", "include", "from", "import", "do"]);
const WORDS = new Set(["and", "or", "not", "in", "is", "if", "else"]);
const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * The first thing in a template that Jinja certainly refuses, or `null`: then it may still refuse it. By the rules of
 * `jinja2/lexer.py` (`Lexer.tokeniter`) and `jinja2/parser.py` with the `do` extension, as Airflow sets it up.
 * `test/parity/syntax-faults.test.ts` holds it against Jinja. Linear in the text.
 */
export function jinjaFault(text: string): JinjaFault | null {
  const open: { readonly name: string; readonly at: number; readonly end: number }[] = [];
  const opening = /\{[{%#]/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const at = found.index;
    if (found[0] === "{#") {
      const end = text.indexOf("#}", at + 2);
      // Jinja does not ask for an end where the text ends right here.
      if (end < 0 && /^[-+]?$/.test(text.slice(at + 2, at + 4))) break;
      if (end < 0) return { start: at, end: at + 2, detail: "`{#` begins a comment, and no `#}` ends it" };
      opening.lastIndex = end + 2;
      continue;
    }
    const raw = found[0] === "{%" ? endOfRaw(text, at) : null;
    if (raw !== null) {
      if (raw < 0) return { start: at, end: at + 2, detail: "`{% raw %}` has no `{% endraw %}`" };
      opening.lastIndex = raw;
      continue;
    }
    const inside = tokensOf(text, at, found[0] === "{{" ? "}}" : "%}");
    if ("detail" in inside) return inside;
    const place = { start: at, end: inside.end };
    const fault = found[0] === "{{" ? outputFault(inside.tokens, place) : statementFault(inside.tokens, place, open);
    if (fault) return fault;
    opening.lastIndex = inside.end;
  }
  const left = open.at(-1);
  return left
    ? { start: left.at, end: left.end, detail: `\`{% ${left.name} %}\` has no \`{% end${left.name} %}\`` }
    : null;
}

/** Where a raw block ends; -1 without an end; `null` where none begins. */
function endOfRaw(text: string, at: number): number | null {
  const begin = /\{%[-+]?\s*raw\s*-?%\}/y;
  begin.lastIndex = at;
  if (!begin.test(text)) return null;
  if (begin.lastIndex === text.length) return text.length;
  const end = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
  end.lastIndex = begin.lastIndex;
  return end.test(text) ? end.lastIndex : -1;
}

type Inside = { readonly tokens: readonly Token[]; readonly end: number } | JinjaFault;

/** The tokens between `{{` or `{%` and its end. Inside brackets an end does not count, as in Jinja. */
function tokensOf(text: string, start: number, closing: string): Inside {
  const tokens: Token[] = [];
  const brackets: string[] = [];
  let at = start + 2;
  if (/[-+]/.test(text[at] ?? "")) at += 1;
  while (at < text.length) {
    if (brackets.length === 0) {
      const sign = /[-+]/.test(text[at] ?? "") && !(closing === "}}" && text[at] === "+") ? 1 : 0;
      if (text.startsWith(closing, at + sign)) return { tokens, end: at + sign + 2 };
    }
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return { start: at, end: at + 1, detail: badCharacter(text[at] ?? "") };
    const kind = groups.name ? "name" : groups.number ? "number" : groups.string ? "string" : "operator";
    const value = groups.name ?? groups.number ?? groups.string ?? groups.operator;
    if (value !== undefined) {
      if (kind === "operator") {
        const wants = CLOSES[value];
        if (wants !== undefined && brackets.pop() !== wants)
          return { start: at, end: at + 1, detail: `this \`${value}\` closes nothing` };
        if ("([{".includes(value)) brackets.push(value);
      }
      tokens.push({ kind, text: value, start: at });
    }
    at = TOKEN.lastIndex;
  }
  return { start, end: start + 2, detail: `\`${text.slice(start, start + 2)}\` has no \`${closing}\`` };
}

const badCharacter = (character: string): string =>
  /["']/.test(character)
    ? `this ${character === '"' ? '`"`' : "`'`"} has no end`
    : `\`${character}\` means nothing inside Jinja`;

interface Place {
  readonly start: number;
  readonly end: number;
}

function outputFault(tokens: readonly Token[], place: Place): JinjaFault | null {
  return tokens.length === 0 ? { ...place, detail: "`{{ }}` is empty" } : expressionFault(tokens, place);
}

function statementFault(
  tokens: readonly Token[],
  place: Place,
  open: { readonly name: string; readonly at: number; readonly end: number }[],
): JinjaFault | null {
  const [first, ...rest] = tokens;
  if (!first) return { ...place, detail: "`{% %}` is empty" };
  if (first.kind !== "name") return { ...place, detail: `\`${first.text}\` is no statement of Jinja` };
  const { text: name } = first;
  const current = open.at(-1);
  if (name.startsWith("end") && BLOCKS.has(name.slice(3))) {
    if (current?.name !== name.slice(3))
      return {
        ...place,
        detail: current ? `\`${name}\` stands where \`end${current.name}\` is expected` : `\`${name}\` ends nothing`,
      };
    open.pop();
    return null;
  }
  if (name === "else" || name === "elif") {
    if (!current || !BLOCKS.get(current.name)?.includes(name))
      return { ...place, detail: `\`${name}\` has no \`if\` before it` };
    return null;
  }
  if (!BLOCKS.has(name) && !SINGLE.has(name)) return { ...place, detail: `\`${name}\` is no statement of Jinja` };
  const single = name === "set" && rest.some((token) => token.text === "=");
  if (BLOCKS.has(name) && !single) open.push({ name, at: place.start, end: place.end });
  return name === "if" && rest.length > 0 ? expressionFault(rest, place) : null;
}

/** Two values side by side, or an operator at the end. What stands behind `is` is left alone: tests take arguments so. */
function expressionFault(tokens: readonly Token[], place: Place): JinjaFault | null {
  if (tokens.some(({ text }) => text === "is" || text === "if")) return null;
  for (const [index, right] of tokens.entries()) {
    const left = tokens[index - 1];
    if (!left || left.kind === "operator" || right.kind === "operator") continue;
    if (WORDS.has(left.text) || WORDS.has(right.text) || (left.kind === "string" && right.kind === "string")) continue;
    return { ...place, detail: `something is missing between \`${left.text}\` and \`${right.text}\`` };
  }
  const last = tokens.at(-1);
  const dangling = last?.kind === "operator" && !/[)\]},]/.test(last.text);
  return dangling ? { ...place, detail: `the expression ends after \`${last.text}\`` } : null;
}
