import type { Argument, Expr, Module, Range, Stmt } from "../../python/ast.ts";
import { visit } from "../../python/names.ts";

/** A text edit: `text` in place of a range. */
export interface Edit extends Range {
  readonly text: string;
}

/** A call of `create_dag` or `create_dags` in a file, with the nodes around it, from the outermost. */
export interface CallPlace {
  readonly module: Module;
  readonly call: Expr & { readonly k: "call" };
  readonly around: readonly (Expr | Stmt)[];
  /** The blocks around it, from the outermost: lists of statements. */
  readonly blocks: readonly (readonly Stmt[])[];
}

const STATEMENTS = new Set(
  "expression assignment update import from function class return if for while try with match raise assert delete scope pass break continue unread".split(
    " ",
  ),
);
/** True for a node that is a statement. */
export const isStatement = (node: unknown): boolean =>
  typeof node === "object" && node !== null && "k" in node && typeof node.k === "string" && STATEMENTS.has(node.k);

/** How often a name is read outside of `except`. */
export function usesOf(module: Module, name: string, except: Range): number {
  let uses = 0;
  visit(module.body, (node) => {
    if (node.start === except.start && node.end === except.end && isStatement(node)) return false;
    if (node.k === "name" && "id" in node && node.id === name) uses += 1;
    return true;
  });
  return uses;
}

/** The lines of a statement with their end, and of two blank lines around it one. */
export function wholeLines(source: string, { start, end }: Range): Range {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  if (source.slice(from, start).trim() !== "") return { start, end };
  const rest = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(source.slice(end));
  if (!rest) return { start, end };
  let to = end + rest[0].length;
  while (source.slice(0, from).endsWith("\n\n") && source.charAt(to) === "\n") to += 1;
  return { start: from, end: to };
}

/** The text with its edits, which do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let text = source;
  for (const { start, end, text: fresh } of [...edits].sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + fresh + text.slice(end);
  return text;
}

/** An argument of a call by position or name. */
export const argumentOf = (args: readonly Argument[], position: number, name: string): Argument | undefined =>
  args.find((argument) => argument.name === name) ??
  args.filter(({ name: own, star }) => own === null && star === "")[position];
