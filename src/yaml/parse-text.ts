import { Composer, type Document, Parser } from "yaml";
import type { Embedded } from "../model/span.ts";
import { explainError, unclosed } from "./explain-error.ts";
import { type LexedToken, lexText } from "./lex-text.ts";
import { issue, MOST_LEVELS, TOO_DEEP, type YamlIssue } from "./node.ts";
import { refusedTokens } from "./refused-tokens.ts";

/** A document of `yaml` with its tokens, or what keeps it from being read. `document` is `null` where the text holds none. */
export interface ParsedText {
  /** The text that was parsed: offsets are of it. */
  readonly source: Embedded;
  readonly document: Document.Parsed | null;
  readonly tokens: readonly LexedToken[];
  readonly issues: readonly YamlIssue[];
}

const OPTIONS = {
  schema: "failsafe",
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  strict: true,
  prettyErrors: false,
  logLevel: "silent",
} as const;

/** What is said of a text that goes on after its first document. */
export const SECOND_DOCUMENT = "A second YAML document begins here.";

/** Reads a text as one YAML document with the package `yaml`, and refuses what PyYAML's scanner, parser and composer refuse. */
export function parseText(given: Embedded): ParsedText {
  const { source, lexemes, tokens } = lexText(given);
  const deep = tooDeep(tokens);
  if (deep) return { source, document: null, tokens, issues: [deep] };
  const parser = new Parser();
  function* cst() {
    for (const lexeme of lexemes) yield* parser.next(lexeme);
    yield* parser.end();
  }
  const documents = [...new Composer(OPTIONS).compose(cst(), true, source.text.length)] as Document.Parsed[];
  const issues: YamlIssue[] = [...refusedTokens(tokens)];
  const errors = documents
    .flatMap((document) => document.errors)
    .filter(({ message, code }) => !isAllowed(message, code));
  const open = unclosed(tokens);
  issues.push(...(open.length > 0 ? open : errors.map((error) => explainError(error, source.text))));
  const [first, ...others] = documents;
  const second = others.find((document) => !isOnlyAnEnd(document));
  if (second) issues.push(secondDocument(tokens, second));
  return { source, document: first ?? null, tokens, issues: issues.sort((a, b) => a.start - b.start) };
}

/** Brackets inside brackets, beyond what Python reads: such a text is not parsed at all. */
function tooDeep(tokens: readonly LexedToken[]): YamlIssue | null {
  let depth = 0;
  for (const { source, offset, scalar } of tokens) {
    if (scalar) continue;
    if (source === "[" || source === "{") depth += 1;
    else if (source === "]" || source === "}") depth -= 1;
    if (depth > MOST_LEVELS) return issue(offset, offset + 1, TOO_DEEP);
  }
  return null;
}

/** `yaml` makes a document of each further `...`; for PyYAML it ends the one before it once more. */
function isOnlyAnEnd({ directives, contents }: Document.Parsed): boolean {
  const [start, end] = contents?.range ?? [0, 0];
  return directives.docStart !== true && start === end;
}

/** What `yaml` refuses and PyYAML accepts; tabs are judged by PyYAML's own rule in `refusedTokens`. */
function isAllowed(message: string, code: string): boolean {
  return (
    code === "TAB_AS_INDENT" ||
    message.startsWith("Comments must be separated") ||
    message.startsWith("Block scalars with more-indented leading empty lines")
  );
}

function secondDocument(tokens: readonly LexedToken[], second: Document.Parsed): YamlIssue {
  const start = second.range?.[0] ?? 0;
  const marker = tokens.findLast((token) => token.source === "---" && token.offset <= start) ?? tokens.at(-1);
  const at = marker?.offset ?? start;
  return issue(
    at,
    at + 3,
    SECOND_DOCUMENT,
    "Keep one document: remove the `---` line and what follows it, or what stands before it.",
  );
}
