import type { Value } from "../model/value.ts";
import type { Expr } from "../python/ast.ts";
import { readPython } from "../python/read-python.ts";
import { code, joinRich, type Piece, type Rich } from "./rich.ts";
import { valueText } from "./value-text.ts";

/** More assets than these stay code. */
const MOST = 5;

type Tree = { readonly t: "one"; readonly name: Piece } | { readonly t: "all" | "any"; readonly of: readonly Tree[] };

/**
 * When a DAG runs that waits for datasets or assets, in words: of one, of a list (all of them), of `AssetAll` and
 * `AssetAny`, of `&` and `|`. `null` for any other value.
 */
export function assetsInWords(value: Value): Rich | null {
  const tree = treeOf(value);
  if (tree === null || countOf(tree) > MOST) return null;
  const plural = tree.t === "all" && tree.of.length > 1;
  return ["when ", ...wordsOf(tree, false), plural ? " are updated" : " is updated"];
}

const countOf = (tree: Tree): number => (tree.t === "one" ? 1 : tree.of.reduce((sum, one) => sum + countOf(one), 0));

function wordsOf(tree: Tree, inside: boolean): Rich {
  if (tree.t === "one") return [tree.name];
  const joined = joinRich(
    tree.of.map((one) => wordsOf(one, tree.of.length > 1)),
    tree.t === "all" ? " and " : " or ",
  );
  return inside && tree.of.length > 1 ? ["(", ...joined, ")"] : joined;
}

const ONE = /(?:^|\.)(?:Dataset|Asset|DatasetAlias|AssetAlias)$/;
const ALL = /(?:^|\.)(?:DatasetAll|AssetAll)$/;
const ANY = /(?:^|\.)(?:DatasetAny|AssetAny)$/;

function treeOf(value: Value): Tree | null {
  if (value.t === "expr") return treeOfSource(value.source);
  if (value.t === "list" || value.t === "tuple") return joined("all", value.v.map(treeOf));
  if (value.t !== "call" || typeof value.fn !== "string") return null;
  if (ALL.test(value.fn)) return value.kwargs.length === 0 ? joined("all", value.args.map(treeOf)) : null;
  if (ANY.test(value.fn)) return value.kwargs.length === 0 ? joined("any", value.args.map(treeOf)) : null;
  if (!ONE.test(value.fn)) return null;
  const named = ["name", "uri"].flatMap((key) => value.kwargs.find(([name]) => name === key)?.[1] ?? []);
  const name = value.args[0] ?? named[0];
  return { t: "one", name: code(name?.t === "str" ? valueText(name, "").slice(1, -1) : valueText(value, "")) };
}

/** Parts of one kind side by side; `null` where there is none, or one of them is no asset. */
function joined(t: "all" | "any", parts: readonly (Tree | null)[]): Tree | null {
  const known = parts.flatMap((part) => (part === null ? [] : part.t === t ? part.of : [part]));
  return parts.length === 0 || parts.includes(null) ? null : { t, of: known };
}

/** `a & b | Asset("c")`, as Python writes what it only knows when it runs. */
function treeOfSource(source: string): Tree | null {
  const { body } = readPython(source);
  const [statement] = body;
  return body.length === 1 && statement?.k === "expression" && statement.value.k === "binary"
    ? treeOfExpr(statement.value)
    : null;
}

function treeOfExpr(expr: Expr, depth = 0): Tree | null {
  if (depth > MOST) return null;
  if (expr.k === "binary" && (expr.op === "&" || expr.op === "|"))
    return joined(
      expr.op === "&" ? "all" : "any",
      [expr.left, expr.right].map((side) => treeOfExpr(side, depth + 1)),
    );
  if (expr.k === "name") return { t: "one", name: code(expr.id) };
  if (expr.k !== "call") return null;
  const fn = expr.fn.k === "name" ? expr.fn.id : expr.fn.k === "attribute" ? expr.fn.name : "";
  const first = expr.args.find(({ name, star }) => star === "" && (name === null || name === "name" || name === "uri"));
  const text = first?.value.k === "string" ? textOf(first.value.parts) : null;
  if (!ONE.test(fn) || text === null) return null;
  return { t: "one", name: code(valueText({ t: "str", v: text }, "").slice(1, -1)) };
}

const textOf = (parts: Extract<Expr, { k: "string" }>["parts"]): string | null =>
  parts.some((part) => part.k !== "text") ? null : parts.map((part) => (part.k === "text" ? part.text : "")).join("");
