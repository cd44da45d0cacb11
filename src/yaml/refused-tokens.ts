import { issue, type YamlIssue } from "./node.ts";

/** One lexeme of `yaml`'s lexer; `scalar` is true for the text of a plain or block scalar. */
export interface LexedToken {
  readonly source: string;
  readonly offset: number;
  readonly scalar: boolean;
}

/** What PyYAML's scanner refuses and `yaml`'s lexer lets through (`yaml/scanner.py`). */
export function refusedTokens(tokens: readonly LexedToken[]): YamlIssue[] {
  const issues: YamlIssue[] = [];
  let depth = 0;
  let blockHeader = false;
  for (const [index, token] of tokens.entries()) {
    const { source, offset, scalar } = token;
    const first = source[0] ?? "";
    if (scalar) {
      if (!blockHeader) issues.push(...refusedPlain(source, offset, depth > 0));
      blockHeader = false;
      continue;
    }
    if (first === "|" || first === ">") blockHeader = true;
    if (first === "[" || first === "{") depth += 1;
    if (first === "]" || first === "}") depth = Math.max(0, depth - 1);
    if ((first === " " || first === "\t") && source.includes("\t")) {
      issues.push(tabIssue(offset + source.indexOf("\t")));
    }
    if (first === "&" || first === "*") issues.push(...refusedName(source, offset, tokens[index + 1]));
    if (first === "!") issues.push(...refusedTag(source, offset));
  }
  return issues;
}

const tabIssue = (at: number): YamlIssue =>
  issue(at, at + 1, "A tab stands where YAML wants spaces.", "Replace the tab by spaces.");

function refusedPlain(source: string, offset: number, flow: boolean): YamlIssue[] {
  const tab = source.indexOf("\t");
  if (tab >= 0) return [tabIssue(offset + tab)];
  const mark = flow ? source.indexOf("?") : -1;
  if (mark < 0) return [];
  return [
    issue(
      offset + mark,
      offset + mark + 1,
      "A `?` stands in a plain text inside brackets, where YAML reads it as the start of a key.",
      "Put the text in quotes.",
    ),
  ];
}

function refusedName(source: string, offset: number, next: LexedToken | undefined): YamlIssue[] {
  const name = source.slice(1);
  const what = source[0] === "&" ? "anchor" : "alias";
  if (/^[0-9A-Za-z_-]+$/.test(name) && (next === undefined || /^[ \t\r\n?:,\]}%@`]/.test(next.source))) return [];
  return [
    issue(
      offset,
      offset + source.length,
      `The ${what} \`${source}\` has a name with other characters than letters, digits, \`-\` and \`_\`.`,
    ),
  ];
}

const URI = "(?:[0-9A-Za-z\\-;/?:@&=+$,_.!~*'()[\\]]|%[0-9A-Fa-f]{2})+";
const TAG = new RegExp(`^!(?:<${URI}>|(?:[0-9A-Za-z_-]*!)?${URI})?$`);

function refusedTag(source: string, offset: number): YamlIssue[] {
  return TAG.test(source)
    ? []
    : [issue(offset, offset + source.length, `The tag \`${source}\` is not written as YAML wants it.`)];
}
