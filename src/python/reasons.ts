import type { Expr } from "./ast.ts";
import { mentionsWatched, spanOf } from "./close.ts";
import type { Obj, Run, Scope } from "./objects.ts";
import { isReport } from "./slice.ts";
import { takeStatement } from "./take-statement.ts";

/** One sentence on what keeps an expression from being known: the reason of its first unknown part. */
export function reasonOf(parts: readonly Obj[]): string {
  for (const part of parts) {
    if (part.t === "unknown") return part.why;
    if (part.t === "called" && /^os\.(?:environ\.get|getenv)$/.test(part.fn)) return "it depends on the environment";
    if (part.t === "called") return `it depends on what \`${part.fn}\` returns`;
    if (part.t === "importable") return `\`${part.path}\` is known only when Python runs`;
    if ("spoiled" in part && part.spoiled !== undefined) return part.spoiled;
  }
  return "it is known only when Python runs";
}

/** Notes that the statement which runs now does something with a host object. */
export function touch(run: Run, ref: number): void {
  if (!run.statement) return;
  const { node, scope } = run.statement;
  if (isReport(node)) return;
  const taken = takeStatement(run, ref);
  if (taken === "again") return;
  run.host.touches(ref, spanOf(node, scope), scope.module.code.source.slice(node.start, node.end), taken);
}

/** Reports code that calls a watched function and may not run, because of `cause`. */
export function hideIn(run: Run, code: Expr, scope: Scope, cause: Expr, why: string): void {
  if (!mentionsWatched(run, code, scope)) return;
  run.host.hides(spanOf(cause, scope), scope.module.code.source.slice(cause.start, cause.end), why);
}

/** What the generator function around a scope gives. */
export function generatorOf(scope: Scope): Scope["yielded"] {
  let holder: Scope | null = scope;
  while (holder && holder.kind !== "function") holder = holder.parent;
  return holder?.yielded;
}
