import type { SyntaxNode } from "@lezer/common";
import type { Case, Expr, FunctionParts, Handler, ImportedName, Range, Stmt } from "./ast.ts";
import { readArguments, readExpression, readExpressions, readParameters, unread } from "./read-expression.ts";
import { childrenOf, deeper, type Reading, splitAt, textOf } from "./tree.ts";

const rangeOf = (node: SyntaxNode): Range => ({ start: node.from, end: node.to });

/** The end of a statement without the blank lines and comments that its node may hold at its end. */
function trimmed(reading: Reading, range: Range): Range {
  let end = range.end;
  while (end > range.start && /\s/.test(reading.text[end - 1] ?? "")) end -= 1;
  return { start: range.start, end };
}

/** Reads the statements below a `Script` or `Body` node. What is no known statement becomes `unread`. */
export function readStatements(reading: Reading, nodes: readonly SyntaxNode[]): Stmt[] {
  return nodes.flatMap((node): Stmt[] => {
    if (node.name === ":" || node.name === ";") return [];
    if (node.name === "StatementGroup") return readStatements(reading, childrenOf(node));
    const range = trimmed(reading, rangeOf(node));
    const unknown = (): Stmt => ({ k: "unread", ...range });
    const failed = (): Stmt => {
      unread(reading, range);
      return unknown();
    };
    const statement = deeper(reading, node, () => statementOf(reading, node, range) ?? failed(), unknown);
    return [statement];
  });
}

function statementOf(reading: Reading, node: SyntaxNode, range: Range): Stmt | null {
  const children = childrenOf(node);
  if (children.some((child) => child.type.isError)) return null;
  switch (node.name) {
    case "ExpressionStatement":
      return { k: "expression", value: readExpressions(reading, children), ...range };
    case "AssignStatement":
      return assignment(reading, children, range);
    case "UpdateStatement": {
      const at = children.findIndex((child) => child.name === "UpdateOp");
      const operator = children[at];
      if (!operator) return null;
      const target = readExpressions(reading, children.slice(0, at));
      const op = textOf(reading, operator).slice(0, -1);
      return { k: "update", target, op, value: readExpressions(reading, children.slice(at + 1)), ...range };
    }
    case "ImportStatement":
      return importOf(reading, children, range);
    case "DecoratedStatement":
    case "FunctionDefinition":
    case "ClassDefinition":
      return definition(reading, node, range);
    case "ReturnStatement":
      return { k: "return", value: children.length > 1 ? readExpressions(reading, children.slice(1)) : null, ...range };
    case "YieldStatement": {
      const values = children.filter((child) => child.name !== "yield" && child.name !== "from");
      const of = values.length > 0 ? readExpressions(reading, values) : null;
      const each = children.some((child) => child.name === "from");
      return { k: "expression", value: { k: "yield", of, each, ...range }, ...range };
    }
    case "IfStatement":
    case "ForStatement":
    case "WhileStatement":
    case "TryStatement":
    case "WithStatement":
      return compound(reading, node.name, children, range);
    case "MatchStatement":
      return matchOf(reading, children, range);
    case "RaiseStatement":
    case "AssertStatement": {
      const values = children.slice(1).filter((child) => child.name !== "," && child.name !== "from");
      const k = node.name === "RaiseStatement" ? "raise" : "assert";
      return { k, values: values.map((value) => readExpression(reading, value)), ...range };
    }
    case "DeleteStatement":
      return {
        k: "delete",
        targets: splitAt(children.slice(1), ",").map((part) => readExpressions(reading, part)),
        ...range,
      };
    case "ScopeStatement":
      return {
        k: "scope",
        names: children
          .slice(1)
          .filter((child) => child.name === "VariableName")
          .map((child) => textOf(reading, child)),
        ...range,
      };
    case "PassStatement":
      return { k: "pass", ...range };
    case "BreakStatement":
      return { k: "break", ...range };
    case "ContinueStatement":
      return { k: "continue", ...range };
    default:
      return null;
  }
}

function assignment(reading: Reading, children: readonly SyntaxNode[], range: Range): Stmt {
  const typed = children.find((child) => child.name === "TypeDef");
  const parts = splitAt(
    children.filter((child) => child !== typed),
    "AssignOp",
  ).map((part) => readExpressions(reading, part));
  const annotated = typed ? childrenOf(typed)[1] : undefined;
  const annotation = annotated ? readExpression(reading, annotated) : null;
  const [only] = parts;
  if (parts.length === 1 && only) return { k: "assignment", targets: [only], value: null, annotation, ...range };
  return { k: "assignment", targets: parts.slice(0, -1), value: parts.at(-1) ?? null, annotation, ...range };
}

function importedName(reading: Reading, part: readonly SyntaxNode[]): ImportedName {
  const as = part.findIndex((node) => node.name === "as");
  const dotted = as < 0 ? part : part.slice(0, as);
  const alias = as < 0 ? undefined : part[as + 1];
  return {
    name: dotted.map((node) => textOf(reading, node)).join(""),
    as: alias ? textOf(reading, alias) : null,
    start: part[0]?.from ?? 0,
    end: part.at(-1)?.to ?? 0,
  };
}

function importOf(reading: Reading, children: readonly SyntaxNode[], range: Range): Stmt {
  const at = children.findIndex((child) => child.name === "import");
  const listed = children.slice(at + 1).filter((child) => child.name !== "(" && child.name !== ")");
  const names = splitAt(listed, ",").map((part) => importedName(reading, part));
  if (at === 0) return { k: "import", names, ...range };
  const from = children.slice(1, at);
  const dots = from.findIndex((node) => node.name === "VariableName");
  const leading = dots < 0 ? from : from.slice(0, dots);
  const level = leading.map((node) => textOf(reading, node)).join("").length;
  const module = (dots < 0 ? [] : from.slice(dots)).map((node) => textOf(reading, node)).join("");
  return { k: "from", module, level, names, ...range };
}

function definition(reading: Reading, node: SyntaxNode, range: Range): Stmt | null {
  const children = childrenOf(node);
  const decorators = node.name === "DecoratedStatement" ? children.filter((child) => child.name === "Decorator") : [];
  const inner = node.name === "DecoratedStatement" ? children.at(-1) : node;
  if (!inner || (inner.name !== "FunctionDefinition" && inner.name !== "ClassDefinition")) return null;
  const own = childrenOf(inner);
  const name = own.find((child) => child.name === "VariableName");
  const body = own.at(-1);
  if (!name || body?.name !== "Body" || own.some((child) => child.type.isError)) return null;
  const statements = readStatements(reading, childrenOf(body));
  const decorated = decorators.map((decorator) => decoratorOf(reading, childrenOf(decorator).slice(1)));
  if (inner.name === "ClassDefinition") {
    const bases = readArguments(
      reading,
      own.find((child) => child.name === "ArgList"),
    );
    return { k: "class", name: textOf(reading, name), bases, body: statements, decorators: decorated, ...range };
  }
  const parts: FunctionParts = {
    name: textOf(reading, name),
    params: readParameters(
      reading,
      own.find((child) => child.name === "ParamList"),
    ),
    body: statements,
    decorators: decorated,
    async: own[0]?.name === "async",
  };
  return { k: "function", ...parts, ...range };
}

function decoratorOf(reading: Reading, nodes: readonly SyntaxNode[]): Expr {
  const [first, ...rest] = nodes;
  if (!first) return unread(reading, { start: 0, end: 0 });
  let expression = readExpression(reading, first);
  for (const node of rest) {
    const range = { start: first.from, end: node.to };
    if (node.name === "VariableName")
      expression = { k: "attribute", of: expression, name: textOf(reading, node), ...range };
    else if (node.name === "ArgList")
      expression = { k: "call", fn: expression, args: readArguments(reading, node), ...range };
  }
  return expression;
}

type Clauses = { readonly word: string; readonly head: readonly SyntaxNode[]; readonly body: readonly Stmt[] }[];

/** The parts of a compound statement: each word (`if`, `elif`, `else` …) with what stands between it and its body. */
function clausesOf(reading: Reading, children: readonly SyntaxNode[]): Clauses {
  const clauses: Clauses = [];
  let head: SyntaxNode[] = [];
  for (const child of children) {
    if (child.name !== "Body") {
      head.push(child);
      continue;
    }
    const word = head[0]?.name === "async" ? head.slice(1) : head;
    clauses.push({ word: word[0]?.name ?? "", head: word.slice(1), body: readStatements(reading, childrenOf(child)) });
    head = [];
  }
  return clauses;
}

function compound(reading: Reading, kind: string, children: readonly SyntaxNode[], range: Range): Stmt | null {
  const clauses = clausesOf(reading, children);
  const bodyOf = (word: string): readonly Stmt[] => clauses.find((clause) => clause.word === word)?.body ?? [];
  const [first] = clauses;
  if (!first) return null;
  const otherwise = bodyOf("else");
  switch (kind) {
    case "IfStatement": {
      const branches = clauses.filter((clause) => clause.word === "if" || clause.word === "elif");
      return {
        k: "if",
        branches: branches.map((branch) => ({ test: readExpressions(reading, branch.head), body: branch.body })),
        otherwise,
        ...range,
      };
    }
    case "WhileStatement":
      return { k: "while", test: readExpressions(reading, first.head), body: first.body, otherwise, ...range };
    case "ForStatement": {
      const at = first.head.findIndex((node) => node.name === "in");
      if (at < 1 || children[0]?.name === "async") return null;
      const target = readExpressions(reading, first.head.slice(0, at));
      return {
        k: "for",
        target,
        iter: readExpressions(reading, first.head.slice(at + 1)),
        body: first.body,
        otherwise,
        ...range,
      };
    }
    case "WithStatement": {
      const items = splitAt(first.head, ",").map((part) => {
        const as = part.findIndex((node) => node.name === "as");
        const value = readExpressions(reading, as < 0 ? part : part.slice(0, as));
        return { value, as: as < 0 ? null : readExpressions(reading, part.slice(as + 1)) };
      });
      return { k: "with", items, body: first.body, ...range };
    }
    default: {
      const handlers = clauses
        .filter((clause) => clause.word === "except")
        .map((clause) => handlerOf(reading, clause.head, clause.body, range));
      return { k: "try", body: first.body, handlers, otherwise, final: bodyOf("finally"), ...range };
    }
  }
}

function handlerOf(reading: Reading, head: readonly SyntaxNode[], body: readonly Stmt[], range: Range): Handler {
  const own = head.filter((node) => node.name !== "*");
  const as = own.findIndex((node) => node.name === "as" || node.name === ",");
  const types = as < 0 ? own : own.slice(0, as);
  const name = as < 0 ? undefined : own[as + 1];
  return {
    type: types.length > 0 ? readExpressions(reading, types) : null,
    name: name ? textOf(reading, name) : null,
    body,
    start: head[0]?.from ?? range.start,
    end: body.at(-1)?.end ?? range.end,
  };
}

function matchOf(reading: Reading, children: readonly SyntaxNode[], range: Range): Stmt | null {
  const body = children.at(-1);
  if (body?.name !== "MatchBody") return null;
  const cases = childrenOf(body).filter((child) => child.name === "MatchClause");
  return {
    k: "match",
    subject: readExpressions(reading, children.slice(1, -1)),
    cases: cases.map((node) => caseOf(reading, node)),
    ...range,
  };
}

function caseOf(reading: Reading, node: SyntaxNode): Case {
  const own = childrenOf(node);
  const body = own.find((child) => child.name === "Body");
  const guard = own.find((child) => child.name === "Guard");
  const test = guard ? childrenOf(guard)[1] : undefined;
  const binds: string[] = [];
  for (const pattern of own) {
    if (pattern === body || pattern === guard) continue;
    pattern.cursor().iterate((inner) => {
      if (inner.name === "VariableName") binds.push(reading.text.slice(inner.from, inner.to));
    });
  }
  return {
    binds,
    guard: test ? readExpression(reading, test) : null,
    body: body ? readStatements(reading, childrenOf(body)) : [],
    start: node.from,
    end: node.to,
  };
}
