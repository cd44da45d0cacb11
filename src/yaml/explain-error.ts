import type { YAMLParseError } from "yaml";
import { isCutQuote, type LexedToken } from "./lex-text.ts";
import { issue, TOO_DEEP, type YamlIssue } from "./node.ts";

/** What the package `yaml` says, in words for people who write task files, at the place where to change something. */
export function explainError(error: YAMLParseError, text: string): YamlIssue {
  const [start, end] = error.pos;
  const rule = RULES.find(([pattern]) => pattern.test(error.message));
  const explained = rule?.[1](text, start, error.message);
  if (!explained) return issue(start, Math.max(start, end), `The YAML cannot be read here: ${plain(error.message)}.`);
  const { at = start, length = 1, detail, hint } = explained;
  return issue(at, Math.min(text.length, at + length), detail, hint);
}

/** Brackets and quotes that nothing closes: all that follows them is read wrongly. */
export function unclosed(tokens: readonly LexedToken[]): YamlIssue[] {
  const open: LexedToken[] = [];
  for (const token of tokens) {
    if (token.scalar) continue;
    if (isCutQuote(token.source)) {
      return [
        issue(
          token.offset,
          token.offset + 1,
          "This quote is never closed.",
          `Write \`${token.source[0]}\` where the text ends.`,
        ),
      ];
    }
    if (token.source === "[" || token.source === "{") open.push(token);
    else if (token.source === "]" || token.source === "}") open.pop();
  }
  return open
    .slice(-1)
    .map(({ source, offset }) =>
      issue(
        offset,
        offset + 1,
        `The \`${source}\` is never closed.`,
        `Write \`${source === "[" ? "]" : "}"}\` where the ${source === "[" ? "list" : "mapping"} ends.`,
      ),
    );
}

interface Explained {
  readonly at?: number;
  readonly length?: number;
  readonly detail: string;
  readonly hint: string;
}

type Rule = readonly [pattern: RegExp, explain: (text: string, at: number, message: string) => Explained | null];

const QUOTES = "Put the whole value in quotes.";

const RULES: readonly Rule[] = [
  [/call stack/i, () => ({ detail: TOO_DEEP, hint: "Use fewer levels." })],
  [/^Nested mappings are not allowed/, nestedKey],
  [/^(?:Implicit keys need|Implicit map keys need)/, keyWithoutColon],
  [/^All mapping items must start/, wrongIndent],
  [
    /^Plain value cannot start/,
    (text, at) => ({
      detail: `A value cannot begin with ${text[at] === "`" ? "a backtick" : `\`${text[at]}\``}.`,
      hint: QUOTES,
    }),
  ],
  [
    /^Invalid escape sequence/,
    (text, at) => ({
      length: 2,
      detail: `\`${text.slice(at, at + 2)}\` means nothing inside double quotes.`,
      hint: "Write the backslash twice, or use single quotes.",
    }),
  ],
  [
    /^Unexpected flow-(?:seq|map)-end/,
    (text, at) => ({
      detail: `This \`${text[at]}\` closes nothing.`,
      hint: "Remove it, or put the whole value in quotes.",
    }),
  ],
  [
    /^Unexpected block-seq-ind on same line/,
    () => ({ detail: "A list entry stands on the line of its key.", hint: "Begin the list on a line of its own." }),
  ],
  [/^Unexpected [a-z-]+ at node end/, behindValue],
  [
    /^Block scalar header includes/,
    () => ({
      detail: "After `|` or `>` stands text on the same line.",
      hint: "Begin the text on the next line, or put the whole value in quotes.",
    }),
  ],
  [/^Missing , /, () => ({ detail: "A comma is missing before this.", hint: "Write a comma between the entries." })],
  [
    /^Unexpected , in/,
    () => ({ detail: "A comma stands here with nothing before it.", hint: "Remove it, or write the entry." }),
  ],
  [/^A node can have at most/, (_, __, message) => ({ detail: `${plain(message)}.`, hint: "Keep one of them." })],
  [
    /^Block collections are not allowed within/,
    () => ({
      detail: "Inside brackets stands a list with `-`, or a second `: ` in one entry.",
      hint: "Put the text in quotes, or write the entries on lines of their own.",
    }),
  ],
];

/** `a: b: c`, or a line that is indented further than the key above it. */
function nestedKey(text: string, at: number): Explained {
  const line = lineEnd(text, at);
  const colon = text.slice(at, line).search(/:(?:\s|$)/);
  if (colon >= 0)
    return {
      at: at + colon,
      detail: "A second `: ` stands in this value, so that YAML takes the text before it for a key.",
      hint: QUOTES,
    };
  return deeperLine(text, line);
}

function deeperLine(text: string, line: number): Explained {
  const next = /[^\s]/.exec(text.slice(line));
  const at = line + (next?.index ?? 0);
  return {
    at,
    length: Math.max(1, lineEnd(text, at) - at),
    detail: "This line is indented further than the line it belongs with.",
    hint: "Indent it like the line above it.",
  };
}

function keyWithoutColon(text: string, at: number): Explained {
  const end = lineEnd(text, at);
  const line = text.lastIndexOf("\n", at - 1) + 1;
  if (text.slice(line, at).trim() !== "") return deeperLine(text, end);
  if (/^-\s/.test(text.slice(at, at + 2)))
    return {
      detail: "A list entry stands where a key is expected.",
      hint: "Indent the list below the key that it belongs to.",
    };
  return {
    length: Math.max(1, end - at),
    detail: "This line is no `key: value`.",
    hint: "Write a `:` and a space after the key, or indent the line if it goes on with the value above.",
  };
}

function wrongIndent(text: string, at: number): Explained {
  const skip = /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
  const from = at + skip;
  return {
    at: from,
    length: Math.max(1, lineEnd(text, from) - from),
    detail: "This line is not indented like the keys that it stands with.",
    hint: "Give all keys of one mapping the same indentation.",
  };
}

function behindValue(text: string, at: number): Explained {
  const end = Math.max(1, lineEnd(text, at) - at);
  const before = text.slice(0, at).trimEnd();
  const line = text.lastIndexOf("\n", at - 1) + 1;
  if (before.length > line && /['"]$/.test(before))
    return {
      length: end,
      detail: "Text stands behind the closing quote.",
      hint: "Put the whole value in one pair of quotes; write `''` for a quote inside single quotes.",
    };
  if (before.length > line)
    return { length: end, detail: "Text stands here behind a value that is complete.", hint: QUOTES };
  return {
    length: end,
    detail: "This line fits nothing above it.",
    hint: "Check its indentation: keys stand below keys, and list entries below list entries.",
  };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** A message as part of a sentence. */
const plain = (message: string): string => message.replace(/\s+/g, " ").replace(/[.:]$/, "");
