import type { Argument, Expr, FunctionParts } from "../python/ast.ts";
import { visit } from "../python/names.ts";
import type { Parameter } from "./shipped.ts";
import { plainText } from "./words.ts";

/** An `__init__` as it is written. */
export interface InitSource {
  /** Its parameters as `inspect.signature` lists them, without the first; `*args` and `**kwargs` by their names. */
  readonly parameters: readonly Parameter[];
  /** Those that take a keyword: without `*args` and `**kwargs`. */
  readonly keywords: readonly Parameter[];
  /** It has `**kwargs`. */
  readonly open: boolean;
  /** What it hands on to the class above, or `null` where only Python knows. */
  readonly above: HandedOn | null;
}

/** What the calls of `super().__init__` in one `__init__` give, all of which hand on `**kwargs`. */
export interface HandedOn {
  /** Keywords that every call names: one that also comes through `**kwargs` raises TypeError. */
  readonly always: ReadonlySet<string>;
  /** Keywords that some call names. */
  readonly sometimes: ReadonlySet<string>;
  /** Keys that the body itself looks up in `kwargs`, takes out of it or puts into it. */
  readonly handled: ReadonlySet<string>;
}

/** Reads an `__init__`. A decorator may do anything. */
export function readInit({ params, body, decorators }: FunctionParts, className: string): InitSource {
  const parameters = params
    .slice(1)
    .map(({ name, star, fallback }) => ({ name, required: star === "" && fallback === null }));
  const star = (mark: "*" | "**"): string | null => params.find((param) => param.star === mark)?.name ?? null;
  const [args, kwargs] = [star("*"), star("**")];
  return {
    parameters,
    keywords: parameters.filter(({ name }) => name !== args && name !== kwargs),
    open: kwargs !== null,
    above: kwargs === null || decorators.length > 0 ? null : readAbove(body, className, params[0]?.name, args, kwargs),
  };
}

function readAbove(
  body: FunctionParts["body"],
  className: string,
  self: string | undefined,
  args: string | null,
  kwargs: string,
): HandedOn | null {
  const calls: Set<string>[] = [];
  const handled = new Set<string>();
  let isKnown = true;
  visit(body, (node) => {
    const one = node as Expr;
    const key = one.k === "call" ? keyOfMethod(one, kwargs) : one.k === "index" ? keyOfIndex(one, kwargs) : null;
    if (key !== null) {
      handled.add(key);
      return false;
    }
    if (one.k === "compare" && one.first.k === "string" && one.rest.every(({ right }) => isName(right, kwargs))) {
      handled.add(plainText(one.first) ?? "");
      return false;
    }
    if (one.k === "call" && one.fn.k === "attribute" && one.fn.name === "__init__") {
      const names = isSuper(one.fn.of, className, self) ? namesGiven(one.args, args, kwargs) : null;
      isKnown &&= names !== null;
      calls.push(names ?? new Set());
      visit(
        one.args.filter(({ value }) => !isName(value, kwargs)),
        (inner) => {
          isKnown &&= !isName(inner as Expr, kwargs);
          return true;
        },
      );
      return false;
    }
    // Whatever else is done with `kwargs` may change it.
    isKnown &&= !isName(one, kwargs);
    return true;
  });
  const [first, ...rest] = calls;
  if (!isKnown || !first) return null;
  return {
    always: new Set([...first].filter((name) => rest.every((other) => other.has(name)))),
    sometimes: new Set(calls.flatMap((names) => [...names])),
    handled,
  };
}

/** `super()` or `super(Class, self)`. */
const isSuper = (node: Expr, className: string, self: string | undefined): boolean =>
  node.k === "call" &&
  isName(node.fn, "super") &&
  (node.args.length === 0 ||
    (node.args.length === 2 &&
      node.args.every(({ value }, at) => value.k === "name" && value.id === (at === 0 ? className : self))));

/** The keywords of a call that hands on `**kwargs` and gives nothing by position but `*args`, which gusty leaves empty. */
function namesGiven(given: readonly Argument[], args: string | null, kwargs: string): Set<string> | null {
  const isPlain = given.every(
    ({ name, star, value }) =>
      name !== null || (star === "*" && isName(value, args)) || (star === "**" && isName(value, kwargs)),
  );
  const handsOn = given.some(({ star }) => star === "**");
  return isPlain && handsOn ? new Set(given.flatMap(({ name }) => name ?? [])) : null;
}

const isName = (node: Expr, id: string | null): boolean => node.k === "name" && node.id === id;

const METHODS = new Set(["pop", "get", "setdefault"]);

/** The key of `kwargs.pop("key")` and the like. */
function keyOfMethod({ fn, args }: Expr & { readonly k: "call" }, kwargs: string): string | null {
  if (fn.k !== "attribute" || !isName(fn.of, kwargs) || !METHODS.has(fn.name)) return null;
  const [key] = args;
  return key && key.star === "" && key.name === null ? plainText(key.value) : null;
}

const keyOfIndex = ({ of, index }: Expr & { readonly k: "index" }, kwargs: string): string | null =>
  isName(of, kwargs) ? plainText(index) : null;
