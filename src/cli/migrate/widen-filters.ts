import type { Expr, Stmt } from "../../python/ast.ts";
import type { CallPlace, Edit } from "./python-edits.ts";

/**
 * Conditions around the call that leave folders out by name, with these names too: `if name == "a": continue` becomes
 * `if name in ("a", "b"): continue`, and in a comprehension `!=` becomes `not in`. The nearest to the call comes first.
 */
export function widenFilters({ module, around, blocks }: CallPlace, names: readonly string[]): (readonly Edit[])[] {
  const skipped = [...blocks].reverse().flatMap((block) => {
    const at = block.findIndex((item) => around.includes(item));
    return block.slice(0, at).reverse().flatMap(skipTest);
  });
  const kept = [...around].reverse().flatMap((node): Expr[] => {
    if (node.k !== "comprehension") return [];
    return node.clauses.flatMap((clause) => (clause.k === "if" ? [clause.test] : [])).reverse();
  });
  return [
    ...skipped.flatMap((test) => widened(module.source, test, names, { one: "==", many: "in" })),
    ...kept.flatMap((test) => widened(module.source, test, names, { one: "!=", many: "not in" })),
  ].map((edit) => [edit]);
}

/** The test of `if TEST: continue`. */
function skipTest(item: Stmt): Expr[] {
  if (item.k !== "if" || item.branches.length !== 1 || item.otherwise.length > 0) return [];
  const [branch] = item.branches;
  return branch && branch.body.length === 1 && branch.body[0]?.k === "continue" ? [branch.test] : [];
}

function widened(
  source: string,
  test: Expr,
  names: readonly string[],
  { one, many }: { readonly one: string; readonly many: string },
): Edit[] {
  const [comparison, ...more] = test.k === "compare" ? test.rest : [];
  if (test.k !== "compare" || comparison === undefined || more.length > 0) return [];
  const { op, right } = comparison;
  const items = op === one ? [right] : op === many && isList(right) ? right.items : [];
  if (items.length === 0 || !items.every(({ k }) => k === "string")) return [];
  const written = items.map(({ start, end }) => source.slice(start, end));
  const all = [...written, ...names.map((name) => JSON.stringify(name))];
  all.sort((a, b) => (inside(a) < inside(b) ? -1 : 1));
  return [{ start: test.first.end, end: right.end, text: ` ${many} (${all.join(", ")})` }];
}

/** What stands between the quotes. */
const inside = (literal: string): string => literal.replace(/["']/g, "");

const isList = (value: Expr): value is Expr & { readonly k: "list" | "tuple" | "set" } =>
  value.k === "list" || value.k === "tuple" || value.k === "set";
