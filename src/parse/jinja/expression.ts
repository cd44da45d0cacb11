import type { Token } from "./tokens.ts";

/** An expression of Jinja. */
export type Expr =
  | { readonly k: "name"; readonly id: string }
  | { readonly k: "const"; readonly value: string | number | bigint | boolean | null }
  | { readonly k: "list" | "tuple"; readonly items: readonly Expr[] }
  | { readonly k: "dict"; readonly items: readonly (readonly [Expr, Expr])[] }
  | { readonly k: "attribute"; readonly of: Expr; readonly name: string }
  | { readonly k: "item"; readonly of: Expr; readonly index: Expr }
  | { readonly k: "call"; readonly of: Expr; readonly args: Arguments }
  | { readonly k: "filter"; readonly of: Expr; readonly name: string; readonly args: Arguments }
  | { readonly k: "test"; readonly of: Expr; readonly name: string; readonly args: Arguments; readonly not: boolean }
  | { readonly k: "unary"; readonly op: string; readonly of: Expr }
  | { readonly k: "binary"; readonly op: string; readonly left: Expr; readonly right: Expr }
  | {
      readonly k: "compare";
      readonly first: Expr;
      readonly rest: readonly { readonly op: string; readonly right: Expr }[];
    }
  | { readonly k: "logic"; readonly op: "and" | "or"; readonly left: Expr; readonly right: Expr }
  | { readonly k: "condition"; readonly test: Expr; readonly yes: Expr; readonly no: Expr | null };

export interface Arguments {
  readonly positional: readonly Expr[];
  readonly named: readonly (readonly [string, Expr])[];
}

/** Thrown by the readers of this folder where a text is not one they know; caught in `render.ts`. */
export class NotRead extends Error {}

const MAX_DEPTH = 40;
/** A chain of operators is as deep as it is long. */
const MAX_TOKENS = 1000;
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null],
]);
const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">="]);

/** Reads the tokens of one tag, from left to right. */
export interface Reader {
  readonly at: number;
  peek(): Token | undefined;
  takes(text: string): boolean;
  name(): string;
  expression(): Expr;
  /** An expression, or several with commas between them. */
  tuple(): Expr;
  /** As `tuple`, without `if` behind its parts: what a tag asks, and what a loop goes over. */
  plainTuple(): Expr;
  end(): void;
}

/** A reader of expressions with Jinja's own precedence (`jinja2/parser.py`). */
export function readerOf(tokens: readonly Token[]): Reader {
  if (tokens.length > MAX_TOKENS) throw new NotRead();
  let at = 0;
  let depth = 0;
  const peek = (): Token | undefined => tokens[at];
  const is = (text: string): boolean => {
    const token = peek();
    return token?.text === text && (token.t === "op" || token.t === "name");
  };
  const takes = (text: string): boolean => {
    if (!is(text)) return false;
    at += 1;
    return true;
  };
  const expect = (text: string): void => {
    if (!takes(text)) throw new NotRead();
  };
  const name = (): string => {
    const token = peek();
    if (token?.t !== "name") throw new NotRead();
    at += 1;
    return token.text;
  };

  const expression = (): Expr => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new NotRead();
    let yes = or();
    while (takes("if")) {
      const test = or();
      yes = { k: "condition", test, yes, no: takes("else") ? expression() : null };
    }
    depth -= 1;
    return yes;
  };
  const or = (): Expr => {
    let left = and();
    while (takes("or")) left = { k: "logic", op: "or", left, right: and() };
    return left;
  };
  const and = (): Expr => {
    let left = not();
    while (takes("and")) left = { k: "logic", op: "and", left, right: not() };
    return left;
  };
  const not = (): Expr => {
    let count = 0;
    while (takes("not")) count += 1;
    let of = compare();
    for (; count > 0; count -= 1) of = { k: "unary", op: "not", of };
    return of;
  };
  const compare = (): Expr => {
    const first = sum();
    const rest: { op: string; right: Expr }[] = [];
    for (;;) {
      const token = peek();
      if (token?.t === "op" && COMPARISONS.has(token.text)) {
        at += 1;
        rest.push({ op: token.text, right: sum() });
      } else if (takes("in")) rest.push({ op: "in", right: sum() });
      else if (is("not") && tokens[at + 1]?.text === "in") {
        at += 2;
        rest.push({ op: "not in", right: sum() });
      } else return rest.length === 0 ? first : { k: "compare", first, rest };
    }
  };
  const chain =
    (next: () => Expr, ops: readonly string[]): (() => Expr) =>
    () => {
      let left = next();
      for (;;) {
        const token = peek();
        if (token?.t !== "op" || !ops.includes(token.text)) return left;
        at += 1;
        left = { k: "binary", op: token.text, left, right: next() };
      }
    };
  const unary = (filters: boolean): Expr => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new NotRead();
    const op = takes("-") ? "-" : takes("+") ? "+" : null;
    let of: Expr = op === null ? primary() : { k: "unary", op, of: unary(false) };
    of = postfix(of);
    if (filters) of = filtered(of);
    depth -= 1;
    return of;
  };
  const power = chain(() => unary(true), ["**"]);
  const product = chain(power, ["*", "/", "//", "%"]);
  const concat = chain(product, ["~"]);
  const sum = chain(concat, ["+", "-"]);

  const primary = (): Expr => {
    const token = peek();
    if (!token) throw new NotRead();
    at += 1;
    if (token.t === "name") {
      if (["if", "else", "in", "is", "and", "or", "not", "for"].includes(token.text)) throw new NotRead();
      const constant = CONSTANTS.get(token.text);
      return constant === undefined ? { k: "name", id: token.text } : { k: "const", value: constant };
    }
    if (token.t === "string") {
      let text = token.text;
      for (let next = peek(); next?.t === "string"; next = peek()) {
        text += next.text;
        at += 1;
      }
      return { k: "const", value: text };
    }
    if (token.t === "int") return { k: "const", value: BigInt(token.text) };
    if (token.t === "float") return { k: "const", value: Number(token.text) };
    if (token.text === "(") {
      const found = tuple(")");
      expect(")");
      return found;
    }
    if (token.text === "[") return { k: "list", items: items("]") };
    if (token.text === "{") return dict();
    throw new NotRead();
  };
  const items = (close: string): Expr[] => {
    const found: Expr[] = [];
    while (!takes(close)) {
      found.push(expression());
      if (!is(close)) expect(",");
    }
    return found;
  };
  const dict = (): Expr => {
    const found: (readonly [Expr, Expr])[] = [];
    while (!takes("}")) {
      const key = expression();
      expect(":");
      found.push([key, expression()]);
      if (!is("}")) expect(",");
    }
    return { k: "dict", items: found };
  };
  const tuple = (close: string | null = null, part: () => Expr = expression): Expr => {
    const done = (): boolean => peek() === undefined || (close !== null && is(close));
    if (close !== null && done()) return { k: "tuple", items: [] };
    const first = part();
    if (!is(",")) return first;
    const found = [first];
    while (takes(",") && !done()) found.push(part());
    return { k: "tuple", items: found };
  };
  const callArguments = (): Arguments => {
    const positional: Expr[] = [];
    const named: [string, Expr][] = [];
    while (!takes(")")) {
      const token = peek();
      if (token?.t === "op" && token.text.startsWith("*")) throw new NotRead();
      if (token?.t === "name" && tokens[at + 1]?.text === "=" && tokens[at + 1]?.t === "op") {
        at += 2;
        named.push([token.text, expression()]);
      } else if (named.length > 0) throw new NotRead();
      else positional.push(expression());
      if (!is(")")) expect(",");
    }
    return { positional, named };
  };
  const postfix = (given: Expr): Expr => {
    let of = given;
    for (;;) {
      if (takes(".")) of = { k: "attribute", of, name: name() };
      else if (takes("[")) {
        if (is(":")) throw new NotRead();
        const index = expression();
        expect("]");
        of = { k: "item", of, index };
      } else if (takes("(")) of = { k: "call", of, args: callArguments() };
      else return of;
    }
  };
  const NO_ARGUMENTS: Arguments = { positional: [], named: [] };
  const filtered = (given: Expr): Expr => {
    let of = given;
    for (;;) {
      if (takes("|")) {
        const own = name();
        of = { k: "filter", of, name: own, args: takes("(") ? callArguments() : NO_ARGUMENTS };
      } else if (takes("is")) of = test(of);
      else if (takes("(")) of = { k: "call", of, args: callArguments() };
      else return of;
    }
  };
  const test = (of: Expr): Expr => {
    const negated = takes("not");
    const own = name();
    if (takes("(")) return { k: "test", of, name: own, args: callArguments(), not: negated };
    const token = peek();
    const stops = token?.t === "name" && ["else", "or", "and"].includes(token.text);
    if (token?.t === "name" && ["is", "if", "in", "not"].includes(token.text)) throw new NotRead();
    const takesOne =
      token !== undefined &&
      !stops &&
      (token.t !== "op" || token.text === "(" || token.text === "[" || token.text === "{");
    const args = takesOne ? { positional: [postfix(primary())], named: [] } : NO_ARGUMENTS;
    return { k: "test", of, name: own, args, not: negated };
  };

  return {
    get at() {
      return at;
    },
    peek,
    takes,
    name,
    expression,
    tuple: () => tuple(),
    plainTuple: () => tuple(null, or),
    end: () => {
      if (at < tokens.length) throw new NotRead();
    },
  };
}
