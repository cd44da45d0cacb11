import type { SyntaxNode } from "@lezer/common";
import type { Expr } from "./ast.ts";
import { MAX_DEPTH, type Reading } from "./tree.ts";

type ReadExpression = (reading: Reading, node: SyntaxNode) => Expr;

/** Whether a node is an `and` or an `or`. */
export function isLogic(node: SyntaxNode): boolean {
  const operator = node.name === "BinaryExpression" ? node.firstChild?.nextSibling?.name : undefined;
  return operator === "and" || operator === "or";
}

const isNot = (node: SyntaxNode): boolean => node.name === "UnaryExpression" && node.firstChild?.name === "not";

/**
 * Reads `not`, `and` and `or` with Python's precedence. `@lezer/python` 1.1.19 takes all that follows a `not` for its operand
 * (`not a or b` as `not (a or b)`), so the operands are taken out of its tree in order and grouped again.
 */
export function readLogic(reading: Reading, node: SyntaxNode, readExpression: ReadExpression): Expr {
  const tokens = tokensOf(node);
  const unread = (): Expr => {
    reading.unread.push({ start: node.from, end: node.to });
    return { k: "unread", start: node.from, end: node.to };
  };
  if (tokens.length > 2 * MAX_DEPTH) return unread();
  const operand = (part: readonly SyntaxNode[]): Expr => {
    const last = part.at(-1);
    if (!last || last.name === "not") return unread();
    return part
      .slice(0, -1)
      .reduceRight<Expr>(
        (of, not) => ({ k: "unary", op: "not", of, start: not.from, end: of.end }),
        readExpression(reading, last),
      );
  };
  const join = (op: "and" | "or", parts: readonly Expr[]): Expr =>
    parts
      .slice(1)
      .reduce(
        (left, right) => ({ k: "logic", op, left, right, start: left.start, end: right.end }),
        parts[0] ?? unread(),
      );
  return join(
    "or",
    split(tokens, "or").map((way) => join("and", split(way, "and").map(operand))),
  );
}

function tokensOf(node: SyntaxNode): SyntaxNode[] {
  const tokens: SyntaxNode[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isLogic(next) && !isNot(next)) {
      tokens.push(next);
      continue;
    }
    for (let child = next.lastChild; child; child = child.prevSibling) if (child.name !== "Comment") open.push(child);
  }
  return tokens;
}

function split(tokens: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const token of tokens) {
    if (token.name === separator) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
