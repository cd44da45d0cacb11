import type { Clause, Expr, StringPart } from "./ast.ts";
import { attributeOf } from "./attributes.ts";
import { evaluateCall } from "./calls.ts";
import { close, scopeOf, spanOf, unknownOf } from "./close.ts";
import { itemAt, itemsInOrder, itemsOf, sliceOfItems } from "./collection-methods.ts";
import { linesOfFile } from "./data-files.ts";
import { formatValue } from "./format-text.ts";
import { knownVariable } from "./importable.ts";
import { readNumber } from "./literals.ts";
import { bool, type Dict, keyOf, NONE, type Obj, OutOfBudget, type Run, type Scope, step, str } from "./objects.ts";
import { binary, compare, equal, MAX_LENGTH, truthOf, unary } from "./operators.ts";
import { generatorOf, hideIn, reasonOf, touch } from "./reasons.ts";
import { isBuiltin } from "./slice.ts";
import { isSymbolic, REPOSITORY } from "./symbolic-path.ts";

const MAX_DEPTH = 300;

/** The value of an expression. What is not known becomes an `unknown` object; it throws only `PythonRaise` and `OutOfBudget`. */
export function evaluate(run: Run, node: Expr, scope: Scope): Obj {
  step(run);
  if (run.depth >= MAX_DEPTH) throw new OutOfBudget();
  run.depth += 1;
  try {
    const value = plainValue(run, node, scope);
    if (node.k !== "name") step(run, sizeOf(value) >> 5);
    return withOrigin(run, value, node, scope);
  } finally {
    run.depth -= 1;
  }
}

/** What it costs to make a value: its own length. */
const sizeOf = (value: Obj): number =>
  value.t === "str"
    ? value.v.length
    : "items" in value
      ? value.items.length
      : value.t === "dict"
        ? value.entries.size
        : 0;

const LITERALS = new Set([
  "none",
  "bool",
  "number",
  "string",
  "bytes",
  "list",
  "tuple",
  "set",
  "dict",
  "comprehension",
]);

/** Notes where a literal stands, and the expression of what has no literal form. */
function withOrigin(run: Run, value: Obj, node: Expr, scope: Scope): Obj {
  const named = ["called", "importable", "function", "class", "path", "module", "file"].includes(value.t);
  if (!value.origin && (named || (value.t === "str" && (isSymbolic(value.v) || value.whole !== undefined)))) {
    return { ...value, at: value.at ?? spanOf(node, scope), origin: close(run, node, scope) };
  }
  return LITERALS.has(node.k) && value.at === undefined ? Object.assign(value, { at: spanOf(node, scope) }) : value;
}

function plainValue(run: Run, node: Expr, scope: Scope): Obj {
  const open = (why: string): Obj => unknownOf(run, node, scope, why);
  switch (node.k) {
    case "name":
      return nameValue(run, node.id, node, scope);
    case "none":
      return { t: "none" };
    case "bool":
      return bool(node.value);
    case "number": {
      const number = readNumber(node.text);
      if (!number) return open("it is a number that Windsock does not read");
      return "int" in number ? { t: "int", v: number.int } : { t: "float", v: number.float };
    }
    case "bytes":
      return { t: "bytes", v: node.value };
    case "string":
      return text(run, node.parts, scope) ?? open("it holds something that is known only when Python runs");
    case "list":
    case "tuple":
    case "set": {
      const items = itemValues(run, node.items, scope);
      if (!items || (node.k === "set" && items.some((item) => keyOf(item) === null))) {
        return open("it holds something that is known only when Python runs");
      }
      return { t: node.k, items: node.k === "set" ? unique(items) : items };
    }
    case "dict":
      return dictValue(run, node, scope);
    case "call":
      return evaluateCall(run, node, scope);
    case "attribute":
      return attributeOf(run, run.evaluate(node.of, scope), node, scope);
    case "index":
      return indexValue(run, node, scope);
    case "unary":
      return unary(node.op, run.evaluate(node.of, scope)) ?? open("its operand is known only when Python runs");
    case "binary": {
      const [left, right] = [run.evaluate(node.left, scope), run.evaluate(node.right, scope)];
      for (const side of [left, right]) if (side.t === "host") touch(run, side.ref);
      return binary(node.op, left, right) ?? open(reasonOf([left, right]));
    }
    case "compare":
      return comparison(run, node, scope);
    case "logic": {
      const left = run.evaluate(node.left, scope);
      const truth = truthOf(left);
      if (truth === null) {
        hideIn(run, node.right, scope, node.left, reasonOf([left]));
        return open(reasonOf([left]));
      }
      return truth === (node.op === "or") ? left : run.evaluate(node.right, scope);
    }
    case "condition": {
      const test = run.evaluate(node.test, scope);
      const truth = truthOf(test);
      if (truth !== null) return run.evaluate(truth ? node.yes : node.no, scope);
      for (const branch of [node.yes, node.no]) hideIn(run, branch, scope, node.test, reasonOf([test]));
      return open(reasonOf([test]));
    }
    case "lambda": {
      const fallbacks = new Map(
        node.params.flatMap((param) =>
          param.fallback ? [[param.name, run.evaluate(param.fallback, scope)] as const] : [],
        ),
      );
      return { t: "function", name: "<lambda>", params: node.params, fallbacks, body: node.body, scope, opaque: null };
    }
    case "comprehension":
      return comprehension(run, node, scope);
    case "assign": {
      const value = run.evaluate(node.value, scope);
      let holder = scope;
      while (holder.kind === "block" && holder.parent) holder = holder.parent;
      if (node.target.k === "name") holder.vars.set(node.target.id, value);
      return value;
    }
    case "yield":
      return yieldValue(run, node, scope);
    default:
      return open("Windsock does not read this kind of expression");
  }
}

function nameValue(run: Run, id: string, node: Expr, scope: Scope): Obj {
  const value = scopeOf(id, scope)?.vars.get(id);
  if (value) {
    if ("spoiled" in value && value.spoiled !== undefined) return unknownOf(run, node, scope, value.spoiled);
    return value;
  }
  if (id === "__file__") return str(`${REPOSITORY}/${scope.module.file}`);
  if (isBuiltin(id) && !id.startsWith("__")) return { t: "builtin", name: id };
  if (id === "__doc__" || id === "__name__") return unknownOf(run, node, scope, "it is known only when Python runs");
  return unknownOf(run, node, scope, `\`${id}\` is not defined where Windsock can see it`);
}

function text(run: Run, parts: readonly StringPart[], scope: Scope): Obj | null {
  let out: string | null = "";
  for (const part of parts) {
    if (out !== null && out.length > MAX_LENGTH) out = null;
    if (part.k === "text") {
      if (out !== null) out += part.text;
      continue;
    }
    const value = run.evaluate(part.value, scope);
    const spec = part.spec ? text(run, part.spec, scope) : str("");
    const shown: string | null = part.debug || spec?.t !== "str" ? null : formatValue(value, spec.v, part.conversion);
    out = out === null || shown === null ? null : out + shown;
  }
  return out === null ? null : str(out);
}

/** The items of a display; every one is evaluated, since each may make DAGs. `null` where they are not all known. */
function itemValues(run: Run, nodes: readonly Expr[], scope: Scope): Obj[] | null {
  const items: Obj[] = [];
  let known = true;
  for (const node of nodes) {
    if (node.k !== "star") {
      items.push(run.evaluate(node, scope));
      continue;
    }
    const spread = itemsInOrder(run.evaluate(node.of, scope));
    if (spread) items.push(...spread);
    else known = false;
  }
  return known ? items : null;
}

const unique = (items: readonly Obj[]): Obj[] => [...new Map(items.map((item) => [keyOf(item), item])).values()];

function dictValue(run: Run, node: Expr & { readonly k: "dict" }, scope: Scope): Obj {
  const dict: Dict = { t: "dict", entries: new Map() };
  let why: string | null = null;
  for (const item of node.items) {
    const value = run.evaluate(item.value, scope);
    if (item.k === "spread") {
      if (value.t !== "dict" || value.spoiled !== undefined) why ??= reasonOf([value]);
      else for (const [key, entry] of value.entries) dict.entries.set(key, entry);
      continue;
    }
    const name = run.evaluate(item.key, scope);
    const key = keyOf(name);
    if (key === null) why ??= reasonOf([name]);
    else dict.entries.set(key, [name, value]);
  }
  return why === null ? dict : unknownOf(run, node, scope, why);
}

function indexValue(run: Run, node: Expr & { readonly k: "index" }, scope: Scope): Obj {
  const of = run.evaluate(node.of, scope);
  if (of.t === "host") touch(run, of.ref);
  if (node.index.k === "slice") {
    const { from, to, step: by } = node.index;
    const bounds = [from, to].map((bound) => (bound ? run.evaluate(bound, scope) : NONE));
    const known = bounds.map((bound) => (bound.t === "int" ? Number(bound.v) : bound.t === "none" ? null : Number.NaN));
    const cut = by || known.some(Number.isNaN) ? null : sliceOfItems(of, known[0] ?? null, known[1] ?? null);
    return cut ?? unknownOf(run, node, scope, reasonOf([of, ...bounds]));
  }
  const index = run.evaluate(node.index, scope);
  if (of.t === "environ" && index.t === "str") {
    const own = run.environ.get(index.v) ?? knownVariable(index.v);
    if (own) return own;
    return unknownOf(run, node, scope, "it depends on the environment");
  }
  if (of.t === "globals" && index.t === "str") {
    const own = of.module.scope.vars.get(index.v);
    if (own) return own;
  }
  return itemAt(of, index) ?? unknownOf(run, node, scope, reasonOf([of, index]));
}

function comparison(run: Run, node: Expr & { readonly k: "compare" }, scope: Scope): Obj {
  let left = run.evaluate(node.first, scope);
  const isMain = (one: Expr): boolean => one.k === "name" && one.id === "__name__" && !scopeOf("__name__", scope);
  let open: Obj | null = null;
  for (const { op, right } of node.rest) {
    const other = run.evaluate(right, scope);
    const main =
      (isMain(node.first) && other.t === "str" && other.v === "__main__") ||
      (isMain(right) && left.t === "str" && left.v === "__main__");
    const result = main
      ? op === "!="
      : searchPathTest(op, other)
        ? op === "not in"
        : environmentTest(op, other)
          ? null
          : compare(op, left, other);
    if (result === false) return bool(false);
    if (result === null)
      open = unknownOf(
        run,
        node,
        scope,
        environmentTest(op, other) ? "it depends on the environment" : reasonOf([left, other]),
      );
    left = other;
  }
  return open ?? bool(true);
}

/** A generator is run to its end at once: what it gives is kept in order. */
function yieldValue(run: Run, node: Expr & { readonly k: "yield" }, scope: Scope): Obj {
  const value = node.of ? run.evaluate(node.of, scope) : NONE;
  const yielded = generatorOf(scope);
  const items = node.each ? itemsOf(value) : [value];
  if (yielded && items) yielded.items.push(...items);
  else if (yielded) yielded.unsure ??= reasonOf([value]);
  return { ...NONE };
}

/** What is asked for is put on the path if it is not there: afterwards it is. */
const searchPathTest = (op: string, right: Obj): boolean =>
  (op === "in" || op === "not in") && right.t === "importable" && right.path === "sys.path";

const environmentTest = (op: string, right: Obj): boolean => (op === "in" || op === "not in") && right.t === "environ";

function comprehension(run: Run, node: Expr & { readonly k: "comprehension" }, scope: Scope): Obj {
  const inner: Scope = { kind: "block", vars: new Map(), parent: scope, module: scope.module, globals: new Set() };
  const found: (readonly [Obj, Obj])[] = [];
  let why: string | null = null;
  const blocked = (cause: Expr, reason: string): void => {
    why ??= reason;
    hideIn(run, node.element, inner, cause, reason);
    if (node.value) hideIn(run, node.value, inner, cause, reason);
  };
  const turn = (clauses: readonly Clause[]): void => {
    step(run);
    const [clause, ...rest] = clauses;
    if (!clause) {
      const element = run.evaluate(node.element, inner);
      found.push([element, node.value ? run.evaluate(node.value, inner) : NONE]);
      return;
    }
    if (clause.k === "if") {
      const test = run.evaluate(clause.test, inner);
      const truth = truthOf(test);
      if (truth === null) blocked(clause.test, reasonOf([test]));
      else if (truth) turn(rest);
      return;
    }
    const iterable = linesOfFile(run, run.evaluate(clause.iter, inner));
    if (iterable.t === "host") touch(run, iterable.ref);
    const items = itemsOf(iterable);
    if (!items) {
      blocked(clause.iter, reasonOf([iterable]));
      return;
    }
    for (const item of items) {
      if (bindTarget(clause.target, item, inner)) turn(rest);
      else blocked(clause.iter, reasonOf([item]));
    }
  };
  turn(node.clauses);
  if (why !== null) return unknownOf(run, node, scope, why);
  const elements = found.map(([element]) => element);
  if (node.of === "generator") return { t: "iterator", items: elements, next: 0 };
  if (node.of === "list") return { t: "list", items: elements };
  const keys = elements.map(keyOf);
  if (keys.includes(null)) return unknownOf(run, node, scope, reasonOf(elements));
  if (node.of === "set") {
    return { t: "set", items: elements.filter((item, at) => !elements.slice(0, at).some((one) => equal(one, item))) };
  }
  return { t: "dict", entries: new Map(found.map(([key, value]) => [keyOf(key) ?? "", [key, value] as const])) };
}

/** Binds names of a target to the parts of a value; `false` where the parts are not known. */
export function bindTarget(target: Expr, value: Obj, scope: Scope): boolean {
  if (target.k === "name") {
    const holder = scope.globals.has(target.id) ? scope.module.scope : scope;
    holder.vars.set(target.id, value);
    return true;
  }
  if (target.k !== "tuple" && target.k !== "list") return false;
  const parts = value.t === "iterator" ? null : itemsInOrder(value);
  const star = target.items.findIndex((item) => item.k === "star");
  if (!parts || (star < 0 ? parts.length !== target.items.length : parts.length < target.items.length - 1))
    return false;
  const extra = parts.length - target.items.length + 1;
  return target.items.every((item, at) => {
    if (item.k === "star") return bindTarget(item.of, { t: "list", items: parts.slice(at, at + extra) }, scope);
    const part = parts[star >= 0 && at > star ? at + extra - 1 : at];
    return part !== undefined && bindTarget(item, part, scope);
  });
}
