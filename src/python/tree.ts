import type { SyntaxNode } from "@lezer/common";

/** Children of a node in order, without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== "Comment") children.push(child);
  }
  return children;
}

/** What the reading functions share: the text, how deep they are, and where text could not be read. */
export interface Reading {
  readonly text: string;
  readonly unread: { start: number; end: number }[];
  depth: number;
}

/** Deeper nesting than Python itself parses (its limit is 200 for brackets, some thousands for operators). */
export const MAX_DEPTH = 400;

/** Runs `read` one level deeper, or gives `otherwise` and notes the node as unread where it is too deep. */
export function deeper<T>(reading: Reading, node: SyntaxNode, read: () => T, otherwise: () => T): T {
  if (reading.depth >= MAX_DEPTH) {
    reading.unread.push({ start: node.from, end: node.to });
    return otherwise();
  }
  reading.depth += 1;
  try {
    return read();
  } finally {
    reading.depth -= 1;
  }
}

/** The source text of a node. */
export const textOf = (reading: Reading, node: SyntaxNode): string => reading.text.slice(node.from, node.to);

/** Splits nodes at each node named `separator`. */
export function splitAt(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.length > 0);
}
