import type { SyntaxNode } from "@lezer/common";

/** `a = b.c = value`, `a: int = value` or `a += value`, with the targets as written. */
export interface Assignment {
  readonly targets: readonly string[];
  readonly value: SyntaxNode;
  /** `+=` and the like: the new value depends on the old one. */
  readonly updates: boolean;
}

/** Reads an assignment statement; `null` for any other statement, and for an annotation without a value. */
export function readAssignment(node: SyntaxNode, source: string): Assignment | null {
  if (node.name !== "AssignStatement" && node.name !== "UpdateStatement") return null;
  const targets: string[] = [];
  let value: SyntaxNode | null = null;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === "TypeDef") continue;
    if (child.name !== "AssignOp" && child.name !== "UpdateOp") value = child;
    else if (value) {
      targets.push(source.slice(value.from, value.to));
      value = null;
    }
  }
  return value && targets.length > 0 ? { targets, value, updates: node.name === "UpdateStatement" } : null;
}
