import type { SyntaxNode } from "@lezer/common";
import type { Argument, Clause, DictItem, Expr, Parameter, Range } from "./ast.ts";
import { isLogic, readLogic } from "./read-logic.ts";
import { readString } from "./read-string.ts";
import { childrenOf, deeper, type Reading, splitAt, textOf } from "./tree.ts";

const rangeOf = (node: SyntaxNode): Range => ({ start: node.from, end: node.to });

/** Reads one expression node. What is no known expression becomes `unread` and is noted in `reading.unread`. */
export function readExpression(reading: Reading, node: SyntaxNode): Expr {
  return deeper(
    reading,
    node,
    () => expressionOf(reading, node) ?? unread(reading, rangeOf(node)),
    () => ({ k: "unread", ...rangeOf(node) }),
  );
}

/** Reads a comma list such as `a, *b` as one expression: a tuple where there is a comma. */
export function readExpressions(reading: Reading, nodes: readonly SyntaxNode[]): Expr {
  const items = readItems(reading, nodes);
  const [first] = items;
  const [start, end] = [nodes[0]?.from ?? 0, nodes.at(-1)?.to ?? 0];
  if (first === undefined) return unread(reading, { start, end });
  return items.length > 1 || nodes.some((node) => node.name === ",") ? { k: "tuple", items, start, end } : first;
}

/** A place that could not be read, noted in `reading.unread`. */
export function unread(reading: Reading, range: Range): Expr {
  reading.unread.push({ start: range.start, end: range.end });
  return { k: "unread", start: range.start, end: range.end };
}

function expressionOf(reading: Reading, node: SyntaxNode): Expr | null {
  const range = rangeOf(node);
  const read = (child: SyntaxNode | undefined): Expr =>
    child ? readExpression(reading, child) : unread(reading, range);
  const children = childrenOf(node);
  if (children.some((child) => child.type.isError)) return null;
  switch (node.name) {
    case "VariableName":
      return { k: "name", id: textOf(reading, node), ...range };
    case "None":
      return { k: "none", ...range };
    case "Ellipsis":
      return { k: "ellipsis", ...range };
    case "Boolean":
      return { k: "bool", value: textOf(reading, node) === "True", ...range };
    case "Number":
      return { k: "number", text: textOf(reading, node), ...range };
    case "String":
    case "FormatString":
    case "ContinuedString":
      return readString(reading, node, readExpression);
    case "ParenthesizedExpression":
      return { ...readExpressions(reading, children.slice(1, -1)), ...range };
    case "TupleExpression":
      return { k: "tuple", items: readItems(reading, children.slice(1, -1)), ...range };
    case "ArrayExpression":
      return { k: "list", items: readItems(reading, children.slice(1, -1)), ...range };
    case "SetExpression":
      return { k: "set", items: readItems(reading, children.slice(1, -1)), ...range };
    case "DictionaryExpression":
      return { k: "dict", items: dictItems(reading, children.slice(1, -1)), ...range };
    case "ComprehensionExpression":
      return comprehension(reading, children.slice(1, -1), "generator", range);
    case "ArrayComprehensionExpression":
      return comprehension(reading, children.slice(1, -1), "list", range);
    case "SetComprehensionExpression":
      return comprehension(reading, children.slice(1, -1), "set", range);
    case "DictionaryComprehensionExpression":
      return comprehension(reading, children.slice(1, -1), "dict", range);
    case "CallExpression":
      return { k: "call", fn: read(children[0]), args: readArguments(reading, children[1]), ...range };
    case "MemberExpression":
      return member(reading, children, range);
    case "UnaryExpression":
      if (children[0]?.name === "not") return readLogic(reading, node, readExpression);
      return { k: "unary", op: textOf(reading, children[0] ?? node), of: read(children[1]), ...range };
    case "BinaryExpression":
      if (isLogic(node)) return readLogic(reading, node, readExpression);
      return binary(reading, node, children);
    case "ConditionalExpression":
      return {
        k: "condition",
        yes: read(children[0]),
        test: read(children[2]),
        no: read(children[4]),
        ...range,
      };
    case "LambdaExpression": {
      const params = children.find((child) => child.name === "ParamList");
      return { k: "lambda", params: readParameters(reading, params), body: read(children.at(-1)), ...range };
    }
    case "NamedExpression":
      return { k: "assign", target: read(children[0]), value: read(children[2]), ...range };
    case "AwaitExpression":
      return { k: "await", of: read(children[1]), ...range };
    case "YieldExpression": {
      const values = children.filter((child) => child.name !== "yield" && child.name !== "from");
      const each = children.some((child) => child.name === "from");
      return { k: "yield", of: values.length > 0 ? readExpressions(reading, values) : null, each, ...range };
    }
    default:
      return null;
  }
}

function readItems(reading: Reading, nodes: readonly SyntaxNode[]): Expr[] {
  return splitAt(nodes, ",").map((part) => {
    const [first, second] = part;
    if (first?.name === "*" && second) {
      return { k: "star", of: readExpression(reading, second), start: first.from, end: second.to };
    }
    if (first && part.length === 1) return readExpression(reading, first);
    return unread(reading, { start: first?.from ?? 0, end: part.at(-1)?.to ?? 0 });
  });
}

function dictItems(reading: Reading, nodes: readonly SyntaxNode[]): DictItem[] {
  return splitAt(nodes, ",").map((part): DictItem => {
    const [first, second, third] = part;
    if (first?.name === "**" && second) return { k: "spread", value: readExpression(reading, second) };
    if (first && second?.name === ":" && third) {
      return { k: "pair", key: readExpression(reading, first), value: readExpression(reading, third) };
    }
    return { k: "spread", value: unread(reading, { start: first?.from ?? 0, end: part.at(-1)?.to ?? 0 }) };
  });
}

function binary(reading: Reading, node: SyntaxNode, children: readonly SyntaxNode[]): Expr {
  const range = rangeOf(node);
  const [left, ...rest] = children;
  const right = rest.at(-1);
  if (!left || !right || rest.length < 2) return unread(reading, range);
  const operator = rest[0];
  const op = rest
    .slice(0, -1)
    .map((part) => textOf(reading, part))
    .join(" ");
  if (operator?.name === "ArithOp" || operator?.name === "BitOp") {
    return { k: "binary", op, left: readExpression(reading, left), right: readExpression(reading, right), ...range };
  }
  const first = readExpression(reading, left);
  const last = { op, right: readExpression(reading, right) };
  const chained = left.name === "BinaryExpression" && first.k === "compare";
  return chained
    ? { k: "compare", first: first.first, rest: [...first.rest, last], ...range }
    : { k: "compare", first, rest: [last], ...range };
}

function member(reading: Reading, children: readonly SyntaxNode[], range: Range): Expr {
  const [object, separator, ...rest] = children;
  if (!object || !separator) return unread(reading, range);
  const of = readExpression(reading, object);
  if (separator.name === ".") {
    const name = rest[0];
    return name ? { k: "attribute", of, name: textOf(reading, name), ...range } : unread(reading, range);
  }
  const inside = rest.slice(0, -1);
  const indexes = splitAt(inside, ",").map((part) => subscript(reading, part));
  const [index] = indexes;
  if (!index) return unread(reading, range);
  const tuple = inside.some((node) => node.name === ",");
  const whole = { start: inside[0]?.from ?? range.start, end: inside.at(-1)?.to ?? range.end };
  return { k: "index", of, index: tuple ? { k: "tuple", items: indexes, ...whole } : index, ...range };
}

function subscript(reading: Reading, part: readonly SyntaxNode[]): Expr {
  const range = { start: part[0]?.from ?? 0, end: part.at(-1)?.to ?? 0 };
  if (!part.some((node) => node.name === ":")) return readExpressions(reading, part);
  const bounds: (Expr | null)[] = [null];
  for (const node of part) {
    if (node.name === ":") bounds.push(null);
    else bounds[bounds.length - 1] = readExpression(reading, node);
  }
  return { k: "slice", from: bounds[0] ?? null, to: bounds[1] ?? null, step: bounds[2] ?? null, ...range };
}

const ofCall = (node: SyntaxNode): boolean => node.name === "for" || node.name === "async";

/** Arguments of an `ArgList` node, in order. */
export function readArguments(reading: Reading, list: SyntaxNode | undefined): Argument[] {
  if (!list) return [];
  return splitAt(childrenOf(list).slice(1, -1), ",").map((part): Argument => {
    const [first, second] = part;
    const range = { start: first?.from ?? list.from, end: part.at(-1)?.to ?? list.to };
    const plain = { name: null, nameRange: null, star: "" as const, ...range };
    if (first && second && (first.name === "*" || first.name === "**")) {
      return { ...plain, star: first.name, value: readExpression(reading, second) };
    }
    const named = first?.name === "VariableName" && second?.name === "AssignOp";
    const value = named ? part.slice(2) : part;
    const [only] = value;
    const read = value.some(ofCall)
      ? comprehension(reading, value, "generator", range)
      : only && value.length === 1
        ? readExpression(reading, only)
        : unread(reading, range);
    if (!named || !first) return { ...plain, value: read };
    if (second && textOf(reading, second) === ":=") {
      return { ...plain, value: { k: "assign", target: readExpression(reading, first), value: read, ...range } };
    }
    return { ...plain, name: textOf(reading, first), nameRange: rangeOf(first), value: read };
  });
}

/** Parameters of a `ParamList` node. */
export function readParameters(reading: Reading, list: SyntaxNode | undefined): Parameter[] {
  if (!list) return [];
  const params: Parameter[] = [];
  let keywordOnly = false;
  const nodes = childrenOf(list).filter((node) => node.name !== "(" && node.name !== ")");
  for (const part of splitAt(nodes, ",")) {
    const star = part[0]?.name === "*" || part[0]?.name === "**" ? part[0].name : "";
    const name = part.find((node) => node.name === "VariableName");
    const equals = part.findIndex((node) => node.name === "AssignOp");
    const fallback = equals >= 0 ? part[equals + 1] : undefined;
    const range = { start: part[0]?.from ?? list.from, end: part.at(-1)?.to ?? list.to };
    if (name) {
      params.push({
        name: textOf(reading, name),
        star,
        fallback: fallback ? readExpression(reading, fallback) : null,
        keywordOnly: keywordOnly && star === "",
        ...range,
      });
    }
    if (star === "*") keywordOnly = true;
  }
  return params;
}

function comprehension(
  reading: Reading,
  nodes: readonly SyntaxNode[],
  of: "list" | "set" | "generator" | "dict",
  range: Range,
): Expr {
  const from = nodes.findIndex(ofCall);
  const element = nodes.slice(0, from);
  const clauses: Clause[] = [];
  let at = from;
  while (at >= 0 && at < nodes.length) {
    const node = nodes[at];
    if (node?.name === "async") return unread(reading, range);
    if (node?.name === "if") {
      const test = nodes[at + 1];
      clauses.push({ k: "if", test: test ? readExpression(reading, test) : unread(reading, range) });
      at += 2;
      continue;
    }
    const inAt = nodes.findIndex((other, index) => index > at && other.name === "in");
    const iter = nodes[inAt + 1];
    if (node?.name !== "for" || inAt < 0 || !iter) return unread(reading, range);
    clauses.push({
      k: "for",
      target: readExpressions(reading, nodes.slice(at + 1, inAt)),
      iter: readExpression(reading, iter),
    });
    at = inAt + 2;
  }
  const [key, colon, value] = element;
  if (!key || clauses.length === 0) return unread(reading, range);
  const pair = of === "dict" && colon?.name === ":" && value;
  if (!pair && element.length !== 1) return unread(reading, range);
  return {
    k: "comprehension",
    of,
    element: readExpression(reading, key),
    value: pair ? readExpression(reading, value) : null,
    clauses,
    ...range,
  };
}
