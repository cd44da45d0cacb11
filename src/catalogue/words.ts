import type { SyntaxNode } from "@lezer/common";

/** An expression that gives strings, such as the value of `template_fields`, as far as it is written out. */
export type Words =
  | { readonly t: "words"; readonly words: readonly string[] }
  /** `Other.template_fields`: the fields of that class. */
  | { readonly t: "fields-of"; readonly path: string }
  /** A name of the module. */
  | { readonly t: "name"; readonly name: string }
  | { readonly t: "sum"; readonly parts: readonly Words[] }
  | { readonly t: "unknown" };

const UNKNOWN: Words = { t: "unknown" };
const MAX_DEPTH = 40;
const COLLECTIONS = new Set(["TupleExpression", "ArrayExpression", "SetExpression"]);
const CONVERSIONS = /^(tuple|list|set|frozenset|sorted)$/;

/** Reads a tuple, list or set of strings, sums of them, `*` of them, and names that stand for them. */
export function readWords(node: SyntaxNode, source: string, depth = 0): Words {
  const again = (inner: SyntaxNode): Words => readWords(inner, source, depth + 1);
  const written = source.slice(node.from, node.to);
  if (depth > MAX_DEPTH) return UNKNOWN;
  if (COLLECTIONS.has(node.name)) {
    const parts: Words[] = [];
    let star = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === "*") star = true;
      else if (!/^[()[\]{},]$/.test(child.name) && child.name !== "Comment") {
        const word = star ? null : plainString(child, source);
        parts.push(star ? again(child) : word === null ? UNKNOWN : { t: "words", words: [word] });
        star = false;
      }
    }
    return { t: "sum", parts };
  }
  if (node.name === "ParenthesizedExpression") {
    const inner = node.firstChild?.nextSibling;
    return inner ? again(inner) : UNKNOWN;
  }
  if (node.name === "BinaryExpression") {
    const left = node.firstChild;
    const right = node.lastChild;
    const operator = left?.nextSibling;
    const adds = operator && /^[+|]$/.test(source.slice(operator.from, operator.to));
    return left && right && adds ? { t: "sum", parts: [again(left), again(right)] } : UNKNOWN;
  }
  if (node.name === "CallExpression") {
    const callee = node.firstChild;
    const argument = node.getChild("ArgList")?.firstChild?.nextSibling;
    if (!callee || !argument || !CONVERSIONS.test(source.slice(callee.from, callee.to))) return UNKNOWN;
    return argument.name === ")" ? { t: "words", words: [] } : again(argument);
  }
  if (node.name === "MemberExpression" && /^[\w.]+\.template_fields$/.test(written)) {
    return { t: "fields-of", path: written.slice(0, -".template_fields".length) };
  }
  if (node.name === "VariableName") return { t: "name", name: written };
  // A plain string is a sequence of its letters, and so Python and gusty take it.
  const word = plainString(node, source);
  return word === null ? UNKNOWN : { t: "words", words: [...word] };
}

/** The value of a string literal without escapes, prefixes or placeholders; adjacent ones joined. */
export function plainString(node: SyntaxNode, source: string): string | null {
  if (node.name === "ContinuedString") {
    const parts = node.getChildren("String").map((part) => plainString(part, source));
    return parts.includes(null) ? null : parts.join("");
  }
  if (node.name !== "String") return null;
  const found = /^[ru]?("""|'''|"|')([^\\]*)\1$/i.exec(source.slice(node.from, node.to));
  return found?.[2] ?? null;
}
