import { Composer, type Document, Lexer, Parser } from "yaml";
import { issue, type YamlIssue } from "./node.ts";
import { type LexedToken, refusedTokens } from "./refused-tokens.ts";

/** A document of `yaml` with its tokens, or what keeps it from being read. `document` is `null` where the text holds none. */
export interface ParsedText {
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

/** Control lexemes of `yaml`'s lexer: they stand for no text. */
const CONTROL = new Set(["\x02", "\x18", "\x1f"]);

/** Reads a text as one YAML document with the package `yaml`, and refuses what PyYAML's scanner, parser and composer refuse. */
export function parseText(text: string): ParsedText {
  const tokens: LexedToken[] = [];
  const parser = new Parser();
  function* cst() {
    let offset = 0;
    let scalar = false;
    for (const source of new Lexer().lex(text)) {
      const control = CONTROL.has(source);
      if (!control) {
        tokens.push({ source, offset, scalar });
        offset += source.length;
      }
      scalar = source === "\x1f";
      yield* parser.next(source);
    }
    yield* parser.end();
  }
  const documents = [...new Composer(OPTIONS).compose(cst(), true, text.length)] as Document.Parsed[];
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
  return { document: first ?? null, tokens, issues: issues.sort((a, b) => a.start - b.start) };
}

/** What `yaml` refuses and PyYAML accepts; tabs are judged by PyYAML's own rule in `refusedTokens`. */
function isAllowed(message: string, code: string): boolean {
  return (
    code === "TAB_AS_INDENT" ||
    message.startsWith("Comments must be separated") ||
    message.includes("in block collection must be sufficiently indented")
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
