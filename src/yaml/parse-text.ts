import { Composer, type Document, Parser } from "yaml";
import type { Embedded } from "../model/span.ts";
import { type LexedToken, lexText } from "./lex-text.ts";
import { issue, type YamlIssue } from "./node.ts";
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
  const parser = new Parser();
  function* cst() {
    for (const lexeme of lexemes) yield* parser.next(lexeme);
    yield* parser.end();
  }
  const documents = [...new Composer(OPTIONS).compose(cst(), true, source.text.length)] as Document.Parsed[];
  const issues: YamlIssue[] = [...refusedTokens(tokens)];
  for (const document of documents) {
    for (const error of document.errors) {
      if (!isAllowed(error.message, error.code)) {
        issues.push(issue(error.pos[0], Math.max(error.pos[1], error.pos[0]), plainDetail(error.message)));
      }
    }
  }
  const [first, second] = documents;
  if (second) issues.push(secondDocument(tokens, second));
  return { source, document: first ?? null, tokens, issues: issues.sort((a, b) => a.start - b.start) };
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

/** The message of `yaml` as one sentence. */
const plainDetail = (message: string): string => `${message.replace(/\s+/g, " ").replace(/[.:]$/, "")}.`;
