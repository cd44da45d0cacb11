import { type PythonToken, type SyntaxFault, tokenizePython } from "./python-tokens.ts";

const KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);
/** Words that are keywords in some places only: what stands beside them is not judged. */
const SOFT = new Set(["match", "case", "type", "_"]);
/** Keywords that are values, so that another value cannot follow. */
const VALUES = new Set(["False", "None", "True"]);
const HEADERS = new Set("def class if elif else for while try except finally with".split(" "));

/**
 * The first thing in a text that Python certainly refuses, or `null`: then it may still refuse it. Judged is only what
 * no version of Python 3 takes: the tokenizer's own refusals, two values side by side, a line that ends in an operator,
 * a compound statement without `:` or without a body. `test/parity/syntax-faults.test.ts` holds it against Python.
 */
export function syntaxFault(text: string): SyntaxFault | null {
  const read = tokenizePython(text);
  if (!read) return null;
  const lines = logicalLines(read.tokens);
  const complete = read.fault ? lines.slice(0, -1) : lines;
  let before: readonly PythonToken[] = [];
  for (const line of complete) {
    const fault = bodyFault(before, line) ?? lineFault(line);
    if (fault) return fault;
    before = line;
  }
  return read.fault ?? (endsOpen(before) ? missingBody(before) : null);
}

/** Lines as Python sees them: what an indentation opens or closes stands at the beginning of its line. */
function logicalLines(tokens: readonly PythonToken[]): readonly (readonly PythonToken[])[] {
  const lines: PythonToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "newline") lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines.filter((line) => line.length > 0);
}

const codeOf = (line: readonly PythonToken[]): readonly PythonToken[] =>
  line.filter((token) => token.kind !== "indent" && token.kind !== "dedent");

const endsOpen = (line: readonly PythonToken[]): boolean => {
  const code = codeOf(line);
  const first = code[0]?.text === "async" ? code[1] : code[0];
  return first?.kind === "name" && HEADERS.has(first.text) && code.at(-1)?.text === ":";
};

const missingBody = (line: readonly PythonToken[]): SyntaxFault => {
  const [first] = codeOf(line);
  const last = line.at(-1);
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    detail: `nothing is indented below \`${first?.text ?? ""}\`, where Python wants at least one line`,
  };
};

function bodyFault(before: readonly PythonToken[], line: readonly PythonToken[]): SyntaxFault | null {
  const deeper = line[0]?.kind === "indent";
  if (endsOpen(before) && !deeper) return missingBody(before);
  const above = codeOf(before);
  const [first] = codeOf(line);
  if (deeper && above.at(-1)?.text !== ":" && first)
    return { start: first.start, end: first.end, detail: "this line is indented, and no line above it wants that" };
  return null;
}

function lineFault(line: readonly PythonToken[]): SyntaxFault | null {
  const code = codeOf(line);
  return neighbours(code) ?? openEnd(code) ?? missingColon(code);
}

/** Two values side by side, or what Python 2 allowed: `print "text"`. */
function neighbours(code: readonly PythonToken[]): SyntaxFault | null {
  for (const [index, right] of code.entries()) {
    const left = code[index - 1];
    if (!left || !isValue(left, "left") || !isValue(right, "right")) continue;
    if (left.kind === "string" && right.kind === "string") continue;
    if (left.kind === "number" && left.end === right.start) continue;
    const start = code[0];
    if (start && SOFT.has(start.text)) return null;
    const between = `\`${shown(left)}\` and \`${shown(right)}\``;
    const print = left.text === "print" ? ": in Python 3 `print` is a function" : "";
    return { start: right.start, end: right.end, detail: `something is missing between ${between}${print}` };
  }
  return null;
}

function isValue(token: PythonToken, side: "left" | "right"): boolean {
  if (token.kind === "string" || token.kind === "number") return true;
  if (token.kind === "name") return VALUES.has(token.text) || !(KEYWORDS.has(token.text) || SOFT.has(token.text));
  return side === "left" && (token.text === ")" || token.text === "]" || token.text === "}");
}

const shown = (token: PythonToken): string => (token.text.length > 20 ? `${token.text.slice(0, 20)}…` : token.text);

const MAY_END = new Set([")", "]", "}", ",", ";", ":", "...", "*"]);

function openEnd(code: readonly PythonToken[]): SyntaxFault | null {
  const last = code.at(-1);
  if (last?.kind !== "operator" || MAY_END.has(last.text)) return null;
  return { start: last.start, end: last.end, detail: `the line ends after \`${last.text}\`` };
}

function missingColon(code: readonly PythonToken[]): SyntaxFault | null {
  const first = code[0]?.text === "async" ? code[1] : code[0];
  const last = code.at(-1);
  if (!first || !last || first.kind !== "name" || !HEADERS.has(first.text)) return null;
  if (code.some((token) => token.text === ":")) return null;
  return { start: last.end, end: last.end, detail: `the line of \`${first.text}\` has no \`:\` at its end` };
}
