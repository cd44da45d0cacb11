import { issue, type YamlIssue } from "./node.ts";

/** This is PyYAML's own list (`yaml/reader.py`, NON_PRINTABLE). */
const NON_PRINTABLE = /[^\x09\x0A\x0D\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** The first character that PyYAML's reader refuses, and the two line ends of Unicode, which only PyYAML takes for line ends. */
export function refusedCharacter(text: string): YamlIssue | null {
  const match = NON_PRINTABLE.exec(text) ?? /[\u2028\u2029]/.exec(text);
  if (!match) return null;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return issue(
    match.index,
    match.index + match[0].length,
    `The character U+${code} is not allowed in YAML.`,
    "Remove it, or write it as an escape in double quotes.",
  );
}
