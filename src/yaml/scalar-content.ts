import type { Scalar } from "yaml";
import { scanBlockScalar } from "./block-scalar.ts";
import { readDoubleQuoted } from "./double-quoted.ts";
import { issue, type YamlIssue } from "./node.ts";

/** The content of a scalar. Block scalars are read again by PyYAML's rules, which differ at the end of the text and in indentation. */
export function scalarContent(
  node: Scalar,
  text: string,
  column: number,
  issues: YamlIssue[],
): { value: string; end: number } {
  const [start, valueEnd] = node.range ?? [0, 0];
  if (node.type === "QUOTE_DOUBLE") return { value: readDoubleQuoted(text.slice(start, valueEnd)), end: valueEnd };
  if (!node.type?.startsWith("BLOCK")) return { value: node.source ?? "", end: valueEnd };
  const token = node.srcToken;
  const header =
    token?.type === "block-scalar" ? token.props.find(({ type }) => type === "block-scalar-header") : undefined;
  const at = header?.offset ?? start;
  const block = scanBlockScalar(text, at, column);
  if (!block) {
    const detail = `After \`${text[at]}\` only \`+\`, \`-\` and one digit may follow, and a comment after a space.`;
    issues.push(issue(at, lineEnd(text, at), detail));
    return { value: "", end: valueEnd };
  }
  const rest = /^[ \n]*(?:#[^\n]*[ \n]*)*/.exec(text.slice(block.end, valueEnd))?.[0].length ?? 0;
  if (block.end + rest < valueEnd) {
    const from = block.end + rest;
    issues.push(
      issue(
        from,
        lineEnd(text, from),
        "A line of this text is not indented far enough.",
        "Indent it by at least one space.",
      ),
    );
  }
  return { value: block.value, end: trimmedEnd(text, at + 1, block.end) };
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? "")) last -= 1;
  return last;
}
