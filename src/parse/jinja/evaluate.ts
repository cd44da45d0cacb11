import { callDictMethod, itemAt } from "../../python/collection-methods.ts";
import { bool, type Dict, int, keyOf, list, NONE, type Obj, PythonRaise, str, tuple } from "../../python/objects.ts";
import { binary, compare, unary } from "../../python/operators.ts";
import { textRepr } from "../../python/python-text.ts";
import { callTextMethod } from "../../python/text-methods.ts";
import type { Arguments, Expr } from "./expression.ts";
import { applyFilter, applyTest, type Given, truth } from "./filters.ts";
import { data, dataOf, type JinjaValue, open, Stopped, textOf } from "./values.ts";

/** What an expression is evaluated in. */
export interface Frame {
  /** The value of a name; `undefined` where it is not there. */
  lookup(name: string): JinjaValue | undefined;
  /** Calls a function of the project or of ABSQL; stops where only Python can. */
  call(name: string, args: readonly Obj[], named: ReadonlyMap<string, Obj>): Obj;
  /** Spends a step of the budget. */
  step(): void;
}

/** Functions that Jinja itself puts beside the names of a template; of them only `range` is run here. */
const GLOBALS = new Set([
  "range",
  "dict",
  "lipsum",
  "cycler",
  "joiner",
  "namespace",
  "self",
  "varargs",
  "kwargs",
  "caller",
  "super",
]);
const DICT_METHODS = new Set([
  "get",
  "items",
  "keys",
  "values",
  "copy",
  "pop",
  "popitem",
  "update",
  "setdefault",
  "clear",
  "fromkeys",
]);

/** The value of an expression (`jinja2/compiler.py`, `jinja2/runtime.py`); throws `Stopped`. */
export function evaluate(node: Expr, frame: Frame): JinjaValue {
  frame.step();
  const inner = (part: Expr): JinjaValue => evaluate(part, frame);
  switch (node.k) {
    case "name":
      return nameValue(node.id, frame);
    case "const":
      return data(constant(node.value));
    case "list":
      return data(list(node.items.map((item) => dataOf(inner(item)))));
    case "tuple":
      return data(tuple(node.items.map((item) => dataOf(inner(item)))));
    case "dict": {
      const dict: Dict = { t: "dict", entries: new Map() };
      for (const [key, item] of node.items) {
        const name = dataOf(inner(key));
        dict.entries.set(keyOf(name) ?? open(), [name, dataOf(inner(item))]);
      }
      return data(dict);
    }
    case "attribute":
      return attribute(inner(node.of), node.name);
    case "item":
      return item(inner(node.of), dataOf(inner(node.index)));
    case "call":
      return call(node, frame);
    case "filter":
      return filter(node, frame);
    case "test":
      return data(bool(applyTest(node.name, inner(node.of), given(node.args, frame)) !== node.not));
    case "unary":
      if (node.op === "not") return data(bool(!truth(inner(node.of))));
      return data(sure(() => unary(node.op, dataOf(inner(node.of)))));
    case "binary": {
      const [left, right] = [inner(node.left), inner(node.right)];
      if (node.op === "~") return data(str(textOf(left) + textOf(right)));
      return data(sure(() => binary(node.op, dataOf(left), dataOf(right))));
    }
    case "compare":
      return data(bool(comparison(node, frame)));
    case "logic": {
      const left = inner(node.left);
      return truth(left) === (node.op === "or") ? left : inner(node.right);
    }
    case "condition":
      if (truth(inner(node.test))) return inner(node.yes);
      return node.no ? inner(node.no) : open();
  }
}

function constant(value: string | number | bigint | boolean | null): Obj {
  if (value === null) return NONE;
  if (typeof value === "string") return str(value);
  if (typeof value === "boolean") return bool(value);
  return typeof value === "bigint" ? int(value) : { t: "float", v: value };
}

/** A known result; what Python raises, the template raises. */
function sure(run: () => Obj | null): Obj {
  try {
    return run() ?? open();
  } catch (error) {
    if (error instanceof PythonRaise) throw new Stopped(true, `It raises ${error.type}: ${error.message}.`);
    throw error;
  }
}

function nameValue(id: string, frame: Frame): JinjaValue {
  const value = frame.lookup(id);
  if (value) return value;
  return GLOBALS.has(id) ? open() : { t: "undefined", shown: `{{ ${id} }}`, name: id };
}

function attribute(of: JinjaValue, name: string): JinjaValue {
  const own = part(of, name);
  if (own.t !== "dict" || DICT_METHODS.has(name) || name.startsWith("_")) return open();
  return item(of, str(name));
}

/** What a part is asked of; of a name that is not there, Jinja raises. */
function part(of: JinjaValue, name: string): Obj {
  if (of.t !== "undefined") return dataOf(of);
  throw new Stopped(true, `\`${name}\` is asked of \`${of.name}\`, which is not known when the file is read.`);
}

function item(of: JinjaValue, index: Obj): JinjaValue {
  const own = part(of, "a part");
  try {
    return data(itemAt(own, index) ?? open());
  } catch (error) {
    if (!(error instanceof PythonRaise)) throw error;
    if (index.t === "str" && DICT_METHODS.has(index.v)) return open();
    const name = index.t === "str" ? textRepr(index.v) : index.t === "int" ? String(index.v) : open();
    return { t: "undefined", shown: `{{ no such element: ${own.t} object[${name}] }}`, name: `…[${name}]` };
  }
}

function given(args: Arguments, frame: Frame): Given {
  return {
    positional: args.positional.map((one) => evaluate(one, frame)),
    named: new Map(args.named.map(([name, one]) => [name, evaluate(one, frame)] as const)),
  };
}

const plain = ({ positional, named }: Given): readonly [readonly Obj[], ReadonlyMap<string, Obj>] => [
  positional.map(dataOf),
  new Map([...named].map(([name, value]) => [name, dataOf(value)] as const)),
];

function call(node: Expr & { readonly k: "call" }, frame: Frame): JinjaValue {
  if (node.of.k === "attribute") {
    const self = evaluate(node.of.of, frame);
    const own = part(self, node.of.name);
    const [args, named] = plain(given(node.args, frame));
    const { name } = node.of;
    if (own.t === "str") return data(sure(() => callTextMethod(own.v, name, args, named)));
    const reads = own.t === "dict" && ["get", "items", "keys", "values"].includes(name);
    if (!reads || named.size > 0) return open();
    const result = sure(() => callDictMethod(own, name, args, []));
    return data(name === "get" || result.t !== "list" ? result : unprinted(result.items));
  }
  if (node.of.k === "name" && node.of.id === "range" && !frame.lookup("range")) {
    const [args, named] = plain(given(node.args, frame));
    const [count] = args;
    if (args.length !== 1 || named.size > 0 || count?.t !== "int" || count.v > 1000n) return open();
    return data(unprinted(Array.from({ length: Math.max(0, Number(count.v)) }, (_, at) => int(at))));
  }
  const fn = evaluate(node.of, frame);
  if (fn.t === "undefined")
    throw new Stopped(true, `\`${fn.name}\` is called, and is not known when the file is read.`);
  if (fn.t === "data") return open();
  return data(frame.call(fn.name, ...plain(given(node.args, frame))));
}

/** What can be gone over, and whose text only Python knows. */
const unprinted = (items: Obj[]): Obj => ({ t: "iterator", items, next: 0 });

/** ABSQL makes filters of the functions too, before Jinja's own (`absql/render/__init__.py`, `render_text`). */
function filter(node: Expr & { readonly k: "filter" }, frame: Frame): JinjaValue {
  const fn = frame.lookup(node.name);
  const value = evaluate(node.of, frame);
  const args = given(node.args, frame);
  if (fn?.t !== "function") return applyFilter(node.name, value, args);
  const [positional, named] = plain(args);
  return data(frame.call(fn.name, [dataOf(value), ...positional], named));
}

function comparison(node: Expr & { readonly k: "compare" }, frame: Frame): boolean {
  let left = evaluate(node.first, frame);
  for (const { op, right } of node.rest) {
    const other = evaluate(right, frame);
    const [a, b] = [left, other];
    const result =
      a.t === "undefined" || b.t === "undefined" ? withAbsent(op, a, b) : compared(op, dataOf(a), dataOf(b));
    if (!result) return false;
    left = other;
  }
  return true;
}

/** An undefined name equals only another one, holds nothing, and is in no list. */
function withAbsent(op: string, a: JinjaValue, b: JinjaValue): boolean {
  const both = a.t === "undefined" && b.t === "undefined";
  if (op === "==" || op === "!=") return both === (op === "==");
  const holds = b.t === "undefined" || ["list", "tuple", "dict"].includes(dataOf(b).t);
  if ((op === "in" || op === "not in") && holds) return op === "not in";
  return compared(op, dataOf(a), dataOf(b));
}

const compared = (op: string, a: Obj, b: Obj): boolean => {
  const result = sure(() => {
    const known = compare(op, a, b);
    return known === null ? null : bool(known);
  });
  return result.t === "bool" && result.v;
};
