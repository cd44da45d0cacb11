import type { Stmt } from "./ast.ts";
import { closedOf, mentionsWatched, mergeSpans, scopeOf, spanOf } from "./close.ts";
import { effectsOf, exitsOf, readsOf, yields } from "./names.ts";
import {
  type Closed,
  type Obj,
  type Run,
  type RunningStatement,
  type Scope,
  step,
  type TakenStatement,
} from "./objects.ts";
import { isBuiltin, isReport, sliceOf } from "./slice.ts";

/**
 * The statement that runs now and does something with a host object, so that it can be run elsewhere after the object is
 * made: the outermost one around it that makes no host object itself and deals with this one alone. `again`: it was taken
 * already. `null`: it cannot be taken out of the code around it.
 */
export function takeStatement(run: Run, ref: number): TakenStatement | "again" | null {
  const around: RunningStatement[] = [];
  for (let at = run.statement; at; at = at.outer) around.unshift(at);
  const done = around.some((one) => one.taken.has(ref));
  if (done) return "again";
  if (run.statement?.skipped) return null;
  for (const one of around) {
    if (isReport(one.node)) continue;
    step(run, (one.node.end - one.node.start) >> 6);
    const taken = mentionsWatched(run, one.node, one.scope)
      ? bodyOfWith(run, one, ref)
      : takeCode(run, one.node, [one.node], one.scope, ref);
    if (!taken) continue;
    one.taken.add(ref);
    return taken;
  }
  return null;
}

/** `with create_dag(…) as dag:`: what stands in it, under a `with` of its own. */
function bodyOfWith(run: Run, { node, scope }: RunningStatement, ref: number): TakenStatement | null {
  if (node.k !== "with" || node.items.length !== 1 || mentionsWatched(run, node.body, scope)) return null;
  const as = node.items[0]?.as;
  const [first] = node.body;
  const name = as?.k === "name" ? as.id : null;
  const value = name === null ? null : scopeOf(name, scope)?.vars.get(name);
  if (name === null || !first || value?.t !== "host" || value.ref !== ref) return null;
  const { source } = scope.module.code;
  const start = source.lastIndexOf("\n", first.start - 1) + 1;
  if (source.slice(start, first.start).trim() !== "") return null;
  const taken = takeCode(run, node, node.body, scope, ref, [name]);
  const body = source.slice(start, node.end).replaceAll(/\r\n?/g, "\n").trimEnd();
  return taken && { ...taken, source: `with ${name}:\n${body}`, names: [...new Set(taken.names)] };
}

function takeCode(
  run: Run,
  node: Stmt,
  code: readonly Stmt[],
  scope: Scope,
  ref: number,
  known: readonly string[] = [],
): TakenStatement | null {
  const exits = exitsOf(code);
  const isLoop = node.k === "for" || node.k === "while";
  if (exits.has("return") || yields(code) || (!isLoop && exits.size > 0)) return null;
  const { binds, changes } = effectsOf(code);
  const reads = readsOf(code);
  const { module } = scope;
  const names = [...known];
  const values: (readonly [string, Closed])[] = [];
  const fromModule = new Set<string>();
  for (const name of reads) {
    const holder = scopeOf(name, scope);
    const value = holder?.vars.get(name);
    const owner = holder && run.tainted.get(holder)?.get(name);
    if (owner === ref) continue;
    if (owner !== undefined && owner !== null) return null;
    if (value?.t === "host") {
      if (value.ref !== ref) return null;
      names.push(name);
      continue;
    }
    const ofModule = holder === null || (holder.kind === "module" && !module.volatile.has(name));
    if (ofModule && name !== "__doc__" && !(value && holdsHost(value))) {
      const given = !binds.has(name) || isSetBefore(scope, name, node);
      if (given && (holder !== null || !isBuiltin(name))) fromModule.add(name);
      continue;
    }
    if (binds.has(name)) return null;
    const closed = value ? closedOf(value, module.file) : null;
    if (!closed || closed.free.length > 0) return null;
    values.push([name, closed]);
  }
  const source = dedented(module.code.source, node);
  if (source === null || (names.length === 0 && !usesTainted(run, reads, scope, ref))) return null;
  const slice = sliceOf(module, fromModule, module.position, (statement) =>
    mentionsWatched(run, statement, module.scope),
  );
  if (slice.free.length > 0) return null;
  const own = run.tainted.get(scope) ?? new Map<string, number>();
  for (const name of [...binds, ...changes]) if (!names.includes(name)) own.set(name, ref);
  run.tainted.set(scope, own);
  return {
    at: spanOf(node, scope),
    source,
    names,
    values,
    needs: mergeSpans([slice.needs, ...values.map(([, closed]) => closed.needs)]),
    binds: [...binds].sort(),
  };
}

/** Whether a statement of the module before this one gives the name a value. */
const isSetBefore = ({ module }: Scope, name: string, node: Stmt): boolean =>
  module.code.body.some((statement) => statement.end <= node.start && effectsOf(statement).binds.has(name));

function usesTainted(run: Run, reads: ReadonlySet<string>, scope: Scope, ref: number): boolean {
  return [...reads].some((name) => {
    const holder = scopeOf(name, scope);
    return holder !== null && run.tainted.get(holder)?.get(name) === ref;
  });
}

/** Whether a collection holds a host object. */
function holdsHost(value: Obj, depth = 0): boolean {
  if (value.t === "host") return true;
  if (depth > 3) return false;
  if (value.t === "list" || value.t === "tuple" || value.t === "set")
    return value.items.some((item) => holdsHost(item, depth + 1));
  if (value.t === "called")
    return [...value.args, ...value.kwargs.map(([, item]) => item)].some((item) => holdsHost(item, depth + 1));
  return value.t === "dict" && [...value.entries.values()].some(([, item]) => holdsHost(item, depth + 1));
}

/** The statement as if it stood at the left edge; `null` where a text of several lines in it would change by that. */
function dedented(text: string, node: Stmt): string | null {
  const source = text.slice(node.start, node.end).replaceAll(/\r\n?/g, "\n").trimEnd();
  const start = text.lastIndexOf("\n", node.start - 1) + 1;
  const indent = text.slice(start, node.start);
  if (indent.trim() !== "") return /\n/.test(source) ? null : source;
  if (indent === "" || !source.includes("\n")) return source;
  if (/"""|'''|\\\n/.test(source)) return null;
  const lines = source.split("\n");
  if (lines.slice(1).some((line) => line.trim() !== "" && !line.startsWith(indent))) return null;
  return lines.map((line, at) => (at === 0 ? line : line.slice(indent.length))).join("\n");
}
