import type { LexedToken } from "./lex-text.ts";
import { issue, type YamlIssue } from "./node.ts";

/** What PyYAML's scanner refuses and `yaml`'s lexer lets through (`yaml/scanner.py`). */
export function refusedTokens(tokens: readonly LexedToken[]): YamlIssue[] {
  const issues: YamlIssue[] = [];
  let depth = 0;
  let blockHeader = false;
  let started = false;
  const directives = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const { source, offset, scalar } = token;
    const first = source[0] ?? "";
    const next = tokens.slice(index + 1, index + 3).find((after) => after.source !== "");
    if (scalar) {
      if (!blockHeader) issues.push(...refusedPlain(source, offset, depth > 0));
      blockHeader = false;
      started = true;
      continue;
    }
    if (first === "|" || first === ">") blockHeader = true;
    if (first === "[" || first === "{") depth += 1;
    if (first === "]" || first === "}") depth = Math.max(0, depth - 1);
    if ((first === " " || first === "\t") && source.includes("\t")) {
      issues.push(tabIssue(offset + source.indexOf("\t")));
    }
    if (first === "&" || first === "*")
      issues.push(
        ...refusedName(
          source,
          offset,
          tokens.slice(index + 1, index + 3).find((next) => next.source !== ""),
        ),
      );
    if (first === "%") issues.push(...refusedDirective(source, offset, directives));
    if (source === "..." && !started) {
      issues.push(
        issue(offset, offset + 3, "A document ends here before anything is in it.", "Remove the line `...`."),
      );
    }
    started ||= !/^[ \t\r\n\ufeff#%]/.test(source);
    if (first === "!") issues.push(...refusedTag(source, offset, next));
  }
  return issues;
}

const tabIssue = (at: number): YamlIssue =>
  issue(at, at + 1, "A tab stands where YAML wants spaces.", "Replace the tab by spaces.");

function refusedPlain(source: string, offset: number, flow: boolean): YamlIssue[] {
  const tab = source.indexOf("\t");
  if (tab >= 0) return [tabIssue(offset + tab)];
  if (!flow) return [];
  if (source.startsWith(":")) {
    return [issue(offset, offset + 1, "A `:` stands here without a key before it.", "Put the text in quotes.")];
  }
  const mark = source.indexOf("?");
  if (mark < 0) return [];
  const detail = "A `?` stands in a plain text inside brackets, where YAML reads it as the start of a key.";
  return [issue(offset + mark, offset + mark + 1, detail, "Put the text in quotes.")];
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

function refusedTag(source: string, offset: number, next: LexedToken | undefined): YamlIssue[] {
  if (TAG.test(source) && (next === undefined || /^[ \t\n]/.test(next.source))) return [];
  return [
    issue(
      offset,
      offset + source.length,
      `The tag \`${source}\` is not written as YAML wants it.`,
      "A tag ends with a space or a line end.",
    ),
  ];
}

/** `scan_directive` and `process_directives` of PyYAML. Directives of other names are passed over. */
function refusedDirective(source: string, offset: number, seen: Set<string>): YamlIssue[] {
  const refuse = (detail: string): YamlIssue[] => [issue(offset, offset + source.length, detail)];
  const name = /^%([0-9A-Za-z_-]+)(?: |$)/.exec(source)?.[1];
  if (name === undefined) return refuse("A line that begins with `%` is no directive of YAML.");
  if (name !== "YAML" && name !== "TAG") return [];
  const tag = new RegExp(`^%TAG +(!|![0-9A-Za-z_-]*!) +${URI} *$`).exec(source);
  const version = /^%YAML +(\d+)\.\d+ *$/.exec(source);
  if (!tag && !version) return refuse(`The directive \`%${name}\` is not written as YAML wants it.`);
  if (version && Number(version[1]) !== 1)
    return refuse("The document says that it is not YAML 1, which Python cannot read.");
  const key = tag?.[1] ?? name;
  if (seen.has(key)) return refuse(`The directive \`%${name}\` stands twice.`);
  seen.add(key);
  return [];
}
