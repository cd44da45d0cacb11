import type { Node } from "yaml";
import type { Embedded } from "../model/span.ts";
import { composeNode } from "./compose-node.ts";
import type { YamlIssue, YamlNode } from "./node.ts";
import { type ParsedText, parseText } from "./parse-text.ts";
import { refusedCharacter } from "./refused-characters.ts";

/**
 * The root node of the one document that a text holds (`null`: it holds none), or what PyYAML refuses. Offsets are of
 * `source`, which is the given text but for what `yaml` needs written otherwise.
 */
export type Composed =
  | { readonly ok: true; readonly source: Embedded; readonly root: YamlNode | null }
  | { readonly ok: false; readonly source: Embedded; readonly issues: readonly YamlIssue[] };

/** `Composer.get_single_node` of PyYAML (`yaml/composer.py`), with the place of every node. */
export function compose(given: Embedded): Composed {
  const bad = refusedCharacter(given.text);
  if (bad) return { ok: false, source: given, issues: [bad] };
  const mark = given.text.startsWith("\ufeff") ? 1 : 0;
  const text = given.text.slice(mark).replace(/\r(?!\n)|\x85/g, "\n");
  const parsed = parseText({ file: given.file, text, toFile: (offset) => given.toFile(mark + offset) });
  const { source, document } = parsed;
  const issues = [...parsed.issues];
  const state = { text: source.text, tokens: parsed.tokens, issues, anchors: new Map(), open: new Set<string>() };
  const contents = document?.contents as Node | null | undefined;
  const root = contents && !isEmptyDocument(parsed) ? composeNode(contents, state, { depth: 0, column: -1 }) : null;
  return issues.length > 0 ? { ok: false, source, issues: firstOf(parsed, issues) } : { ok: true, source, root };
}

/** What follows a place where the text cannot be parsed says little: then only the first issue counts. */
const firstOf = (parsed: ParsedText, issues: readonly YamlIssue[]): readonly YamlIssue[] =>
  parsed.issues.length > 0 ? parsed.issues.slice(0, 1) : issues;

/** True where the text has no document at all: nothing but blanks, comments and directives. */
const isEmptyDocument = (parsed: ParsedText): boolean =>
  parsed.tokens.every(({ source, scalar }) => !scalar && /^(?:[ \t\n\r#%]|$)/.test(source));
