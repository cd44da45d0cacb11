import type { Expr } from "../python/ast.ts";

/** An expression that gives strings, such as the value of `template_fields`, as far as it is written out. */
export type Words =
  | { readonly t: "words"; readonly words: readonly string[] }
  /** `Other.template_fields`: the fields of that class. */
  | { readonly t: "fields-of"; readonly path: string }
  /** A name of the module. */
  | { readonly t: "name"; readonly name: string }
  | { readonly t: "sum"; readonly parts: readonly Words[] }
  | { readonly t: "unknown" };

export const UNKNOWN_WORDS: Words = { t: "unknown" };

const MAX_DEPTH = 40;
const CONVERSIONS = new Set(["tuple", "list", "set", "frozenset", "sorted"]);

/** Reads a tuple, list or set of strings, sums of them, `*` of them, and names that stand for them. */
export function readWords(node: Expr, depth = 0): Words {
  if (depth > MAX_DEPTH) return UNKNOWN_WORDS;
  const again = (inner: Expr): Words => readWords(inner, depth + 1);
  switch (node.k) {
    case "list":
    case "tuple":
    case "set":
      return { t: "sum", parts: node.items.map((item) => (item.k === "star" ? again(item.of) : readWord(item))) };
    case "binary":
      if (node.op !== "+" && node.op !== "|") return UNKNOWN_WORDS;
      return { t: "sum", parts: [again(node.left), again(node.right)] };
    case "call": {
      const [argument, ...more] = node.args;
      if (node.fn.k !== "name" || !CONVERSIONS.has(node.fn.id) || more.length > 0) return UNKNOWN_WORDS;
      if (!argument) return { t: "words", words: [] };
      return argument.name === null && argument.star === "" ? again(argument.value) : UNKNOWN_WORDS;
    }
    case "attribute": {
      const owner = node.name === "template_fields" ? dottedName(node.of) : null;
      return owner === null ? UNKNOWN_WORDS : { t: "fields-of", path: owner };
    }
    case "name":
      return { t: "name", name: node.id };
    case "string": {
      // A plain string is a sequence of its letters, and so Python and gusty take it.
      const word = plainText(node);
      return word === null ? UNKNOWN_WORDS : { t: "words", words: [...word] };
    }
    default:
      return UNKNOWN_WORDS;
  }
}

/** One string as one word. */
export function readWord(node: Expr): Words {
  const word = plainText(node);
  return word === null ? UNKNOWN_WORDS : { t: "words", words: [word] };
}

/** `a.b.c` as text; `null` for any other expression. */
export function dottedName(node: Expr): string | null {
  const parts: string[] = [];
  let at = node;
  while (at.k === "attribute") {
    parts.unshift(at.name);
    at = at.of;
  }
  return at.k === "name" ? [at.id, ...parts].join(".") : null;
}

/** The value of a string literal without placeholders. */
export function plainText(node: Expr): string | null {
  if (node.k !== "string") return null;
  const texts = node.parts.map((part) => (part.k === "text" ? part.text : null));
  return texts.includes(null) ? null : texts.join("");
}
