import type { SyntaxNode } from "@lezer/common";
import type { Expr, StringPart } from "./ast.ts";
import { quotingOf, unescapeBytes, unescapeText } from "./literals.ts";
import { childrenOf, type Reading, textOf } from "./tree.ts";

type ReadExpression = (reading: Reading, node: SyntaxNode) => Expr;

/** Reads `String`, `FormatString` and `ContinuedString` nodes. */
export function readString(reading: Reading, node: SyntaxNode, readExpression: ReadExpression): Expr {
  const range = { start: node.from, end: node.to };
  const literals = node.name === "ContinuedString" ? childrenOf(node) : [node];
  const parts: StringPart[] = [];
  const bytes: number[] = [];
  let isBytes = false;
  for (const literal of literals) {
    const text = textOf(reading, literal);
    const quoting = quotingOf(text);
    if (quoting.close === 0 || (literal !== node && quoting.bytes !== isBytes && literal !== literals[0])) {
      reading.unread.push(range);
      return { k: "unread", ...range };
    }
    isBytes = quoting.bytes;
    if (quoting.bytes) {
      const value = unescapeBytes(text.slice(quoting.open, text.length - quoting.close), quoting.raw);
      if (value === null) return { k: "unread", ...range };
      for (const byte of value) bytes.push(byte);
      continue;
    }
    const inside = { from: literal.from + quoting.open, to: literal.to - quoting.close };
    const own = quoting.format
      ? formatParts(reading, childrenOf(literal), inside, quoting.raw, readExpression)
      : textParts(reading.text.slice(inside.from, inside.to), quoting.raw, false);
    if (own === null) return { k: "unread", ...range };
    parts.push(...own);
  }
  return isBytes ? { k: "bytes", value: Uint8Array.from(bytes), ...range } : { k: "string", parts, ...range };
}

function textParts(text: string, raw: boolean, format: boolean): StringPart[] | null {
  if (text === "") return [];
  const decoded = unescapeText(format ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text, { raw, bytes: false });
  return decoded === null ? null : [{ k: "text", text: decoded }];
}

/** Texts and fields of an f-string, or of a format specification inside one, between two offsets. */
function formatParts(
  reading: Reading,
  children: readonly SyntaxNode[],
  inside: { readonly from: number; readonly to: number },
  raw: boolean,
  readExpression: ReadExpression,
): StringPart[] | null {
  const parts: StringPart[] = [];
  let at = inside.from;
  for (const field of children.filter((child) => child.name === "FormatReplacement")) {
    const before = textParts(reading.text.slice(at, field.from), raw, true);
    const part = fieldPart(reading, field, raw, readExpression);
    if (before === null || part === null) return null;
    parts.push(...before, part);
    at = field.to;
  }
  const rest = textParts(reading.text.slice(at, inside.to), raw, true);
  return rest === null ? null : [...parts, ...rest];
}

function fieldPart(
  reading: Reading,
  field: SyntaxNode,
  raw: boolean,
  readExpression: ReadExpression,
): StringPart | null {
  const own = childrenOf(field);
  const specNode = own.find((child) => child.name === "FormatSpec");
  const conversion = own.find((child) => child.name === "FormatConversion");
  const values = own.filter(
    (child) =>
      !["{", "}", "FormatSpec", "FormatConversion", "FormatSelfDoc"].includes(child.name) && !child.type.isError,
  );
  const [value] = values;
  if (value === undefined || values.length !== 1) return null;
  const letter = conversion ? textOf(reading, conversion)[1] : undefined;
  const spec = specNode
    ? formatParts(reading, childrenOf(specNode), { from: specNode.from + 1, to: specNode.to }, raw, readExpression)
    : null;
  if (specNode && spec === null) return null;
  return {
    k: "field",
    value: readExpression(reading, value),
    conversion: letter === "s" || letter === "r" || letter === "a" ? letter : null,
    spec,
    debug: own.some((child) => child.name === "FormatSelfDoc"),
  };
}
