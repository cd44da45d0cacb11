import type { Expr, Module, Range, Stmt } from "../../python/ast.ts";
import { visit } from "../../python/names.ts";
import { readPython } from "../../python/read-python.ts";
import { guardOf, inLoop, listLiterals, loopInstead } from "./filters.ts";
import { type CallPlace, type Edit, isStatement, usesOf, wholeLines } from "./python-edits.ts";
import { widenFilters } from "./widen-filters.ts";

/**
 * Ways to take DAGs out of an entry point, the smallest first, as edits of its text; each has still to be proved.
 * @param start where the call stands that makes them
 * @param names the DAGs' folders by their own names
 * @param all true where the call makes no other DAG
 */
export function waysOut(source: string, start: number, names: readonly string[], all: boolean): (readonly Edit[])[] {
  const place = findCall(readPython(source), start);
  if (!place || place.around.some(({ k }) => k === "function" || k === "lambda" || k === "class" || k === "while"))
    return [];
  return [
    ...(all ? statementGone(place) : []),
    ...listLiterals(place, names),
    ...widenFilters(place, names),
    ...inLoop(place, guardOf(place, names)),
    ...loopInstead(place, names),
  ];
}

function findCall(module: Module, start: number): CallPlace | null {
  let found: CallPlace | null = null;
  const walk = (node: unknown, around: readonly (Expr | Stmt)[], blocks: readonly (readonly Stmt[])[]): void => {
    if (found) return;
    if (Array.isArray(node)) {
      const statements = node.length > 0 && node.every(isStatement) ? (node as readonly Stmt[]) : null;
      for (const one of node) walk(one, around, statements ? [...blocks, statements] : blocks);
      return;
    }
    if (typeof node !== "object" || node === null || node instanceof Uint8Array) return;
    const own = node as Expr | Stmt;
    if ("start" in own && (own.start > start || own.end <= start)) return;
    if ("k" in own && own.k === "call" && own.start === start) {
      found = { module, call: own, around, blocks };
      return;
    }
    const inside = "k" in own ? [...around, own] : around;
    for (const value of Object.values(own)) walk(value, inside, blocks);
  };
  walk(module.body, [], []);
  return found;
}

/** The whole statement goes: `dag = create_dag(…)` or the call alone, where nothing else reads the name. */
function statementGone({ module, call, around, blocks }: CallPlace): (readonly Edit[])[] {
  const statement = around.at(-1);
  const block = blocks.at(-1);
  if (!statement || !block || around.some(({ k }) => k === "for")) return [];
  if (statement.k !== "expression" && statement.k !== "assignment") return [];
  if (statement.value !== call) return [];
  const targets = statement.k === "assignment" ? statement.targets : [];
  if (targets.some((target) => target.k === "name" && usesOf(module, target.id, statement) > 0)) return [];
  if (targets.some((target) => target.k !== "name" && target.k !== "index")) return [];
  const line = wholeLines(module.source, statement);
  const gone: Edit =
    block.length === 1 && blocks.length > 1 ? { ...pick(statement), text: "pass" } : { ...line, text: "" };
  return [[gone, ...unusedImports(module, statement)]];
}

const pick = ({ start, end }: Range): Range => ({ start, end });

/** Imports of gusty and of the standard library that only `statement` used. */
export function unusedImports(module: Module, statement: Range): Edit[] {
  const used = new Set<string>();
  visit(statement, (node) => {
    if (node.k === "name" && "id" in node && typeof node.id === "string") used.add(node.id);
    return true;
  });
  return module.body.flatMap((item): Edit[] => {
    if (item.k !== "import" && item.k !== "from") return [];
    if (item.k === "from" && (item.level > 0 || !isHarmless(item.module))) return [];
    const boundBy = (name: { readonly name: string; readonly as: string | null }): string =>
      name.as ?? (item.k === "import" ? (name.name.split(".")[0] ?? "") : name.name);
    const gone = item.names.filter((name) => {
      const bound = boundBy(name);
      return used.has(bound) && (item.k === "from" || isHarmless(name.name)) && usesOf(module, bound, statement) === 0;
    });
    if (gone.length === 0) return [];
    if (gone.length === item.names.length) return [{ ...wholeLines(module.source, item), text: "" }];
    const kept = item.names
      .filter((name) => !gone.includes(name))
      .map(({ start, end }) => module.source.slice(start, end));
    const first = item.names[0]?.start ?? item.start;
    const last = item.names.at(-1)?.end ?? item.end;
    return [{ start: first, end: last, text: kept.join(", ") }];
  });
}

/** Imports that may go: a module of the repository may do things when it is imported. */
const isHarmless = (module: string): boolean => /^(?:gusty|os|sys|pathlib|datetime|glob|json|re)(?:\.|$)/.test(module);
