import { folderOf, type Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { Expr, Stmt } from "./ast.ts";
import { bindsAgain, nameUses, visit } from "./names.ts";
import type { Closed, ModuleState, Obj, Run, Scope } from "./objects.ts";
import { step, unknown } from "./objects.ts";
import { literalText } from "./python-text.ts";
import { isBuiltin, sliceOf } from "./slice.ts";
import { REPOSITORY, splitSymbolic } from "./symbolic-path.ts";

/** The span of a node in the file of its scope. */
export const spanOf = (node: { readonly start: number; readonly end: number }, scope: Scope): Span => ({
  file: scope.module.file,
  start: node.start,
  end: node.end,
});

/** The scope that holds a name, from the inside out, as Python looks it up. */
export function scopeOf(name: string, scope: Scope): Scope | null {
  for (let at: Scope | null = scope; at; at = at.parent) {
    if (at.globals.has(name)) return at.module.scope;
    if ((at.kind !== "class" || at === scope) && at.vars.has(name)) return at;
  }
  return null;
}

/**
 * Makes an expression stand on its own: names of the module bring the statements that define them, and names that have
 * another value at each turn (loop variables, parameters) are replaced by the value of this moment.
 */
export function close(run: Run, node: Expr, scope: Scope): Closed {
  const source = sourceText(node, scope);
  const offset = node.start - (source.startsWith("(") && !startsAt(node, scope, "(") ? 1 : 0);
  const names = new Set<string>();
  const free = new Set<string>();
  const bound = new Map<string, Closed>();
  const uses = nameUses(node);
  for (const { id } of uses) {
    if (names.has(id) || bound.has(id) || free.has(id)) continue;
    const holder = scopeOf(id, scope);
    const module = holder?.kind === "module" || holder === null;
    if (module && !(holder && scope.module.volatile.has(id))) {
      if (holder !== null || !isBuiltin(id)) names.add(id);
      continue;
    }
    const value = holder?.vars.get(id);
    const later = uses.some((use) => use.id === id && use.deferred);
    const text = value && !(later && holder && mayChange(holder, id)) ? closedOf(value, scope.module.file) : null;
    if (text) bound.set(id, text);
    else free.add(id);
  }
  const slice = sliceOf(scope.module, names, scope.module.position, (statement) =>
    callsWatched(run, statement, scope.module),
  );
  step(run, slice.needs.length >> 1);
  const needs = [slice.needs, ...[...bound.values()].map((one) => one.needs)];
  for (const one of [slice, ...bound.values()]) for (const name of one.free) free.add(name);
  return bounded({
    source: substitute(source, offset, uses, bound),
    needs: mergeSpans(needs),
    free: [...free].sort(),
    ...mergeDefines([...bound.values()]),
  });
}

/** The functions that several expressions need, each once. */
export function mergeDefines(all: readonly Pick<Closed, "defines">[]): Pick<Closed, "defines"> {
  const byText = new Map(all.flatMap(({ defines }) => defines ?? []).map((one) => [`${one.file}\0${one.text}`, one]));
  return byText.size === 0 ? {} : { defines: [...byText.values()] };
}

/** Whether a name may stand for something else by the time that a lambda is called. */
export function mayChange(holder: Scope, name: string): boolean {
  if (holder.kind === "block") return true;
  if (holder.kind === "function") return bindsAgain(holder.body ?? [], name, holder.parameters?.has(name) ?? false);
  return bindsAgain(holder.module.code.body, name, false);
}

const MAX_SOURCE = 4_000;

/** What has no expression that stands on its own: its source is where it is written. */
export const UNWRITTEN: Closed = { source: "", needs: [], free: [""] };

/** An expression of a length that a person would write; a longer one counts as none. */
export const bounded = (closed: Closed): Closed => (closed.source.length > MAX_SOURCE ? UNWRITTEN : closed);

const startsAt = (node: Expr, scope: Scope, text: string): boolean =>
  scope.module.code.source.startsWith(text, node.start);

/** The source of an expression; in brackets where its line ends would otherwise end it. */
function sourceText(node: Expr, scope: Scope): string {
  const text = scope.module.code.source.slice(node.start, node.end);
  const enclosed = /^[[({]/.test(text) || !/[\r\n]/.test(text) || (node.k === "string" && node.parts.length < 2);
  return enclosed ? text : `(${text})`;
}

function substitute(
  source: string,
  offset: number,
  uses: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly quoted: boolean;
    readonly deferred: boolean;
  }[],
  bound: ReadonlyMap<string, Closed>,
): string {
  if (bound.size === 0) return source;
  const [only] = uses;
  const whole = uses.length === 1 && only && only.end - only.start === source.length ? bound.get(only.id) : undefined;
  if (whole) return whole.source;
  // A lambda keeps the name: it is then the same function as where it stands.
  if (uses.some((use) => (use.quoted || use.deferred) && bound.has(use.id))) {
    const values = [...bound.values()].map((value) => value.source);
    return `(lambda ${[...bound.keys()].join(", ")}: ${source})(${values.join(", ")})`;
  }
  let out = "";
  let at = 0;
  for (const use of [...uses].sort((a, b) => a.start - b.start)) {
    const value = bound.get(use.id);
    if (!value || use.start - offset < at) continue;
    out += source.slice(at, use.start - offset) + inBrackets(value.source);
    at = use.end - offset;
  }
  return out + source.slice(at);
}

/** An expression that can stand anywhere: in brackets unless it is one word, one literal or one bracket. */
export const inBrackets = (source: string): string =>
  /^(?:[\w.]+|"(?:[^"\\\n]|\\.)*"|\[[^[\]]*\]|\{[^{}]*\}|\([^()]*\))$/.test(source) ? source : `(${source})`;

/**
 * An object as an expression that stands on its own, or `null` where there is none.
 * @param file the file in which `__file__` may stand for a path of the repository
 */
export function closedOf(value: Obj, file?: Path): Closed | null {
  if (value.t === "unknown") return value.closed;
  const needs: (readonly Span[])[] = [];
  const free = new Set<string>();
  const parts: Closed[] = [];
  const source = literalText(value, (part) => {
    const own = part.t === "unknown" ? part.closed : (part.origin ?? (part.t === "function" ? part.lift?.() : null));
    if (!own) return file === undefined ? null : pathSource(part, file);
    parts.push(own);
    needs.push(own.needs);
    for (const name of own.free) free.add(name);
    return own.source;
  });
  if (source === null) return null;
  return bounded({ source, needs: mergeSpans(needs), free: [...free].sort(), ...mergeDefines(parts) });
}

/** A path of the repository, as seen from a file of it; `null` for anything else. */
function pathSource(value: Obj, file: Path): string | null {
  const symbolic = value.t === "str" || value.t === "path" ? splitSymbolic(value.v) : null;
  if (symbolic?.root !== REPOSITORY) return null;
  const from = folderOf(file) === "" ? [] : folderOf(file).split("/");
  const to = symbolic.rest.split("/");
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  const text = `__file__.rpartition("/")[0] + "/${[...from.map(() => ".."), ...to].join("/")}"`;
  return value.t === "path" ? `__import__("pathlib").Path(${text})` : text;
}

/** Spans of several lists, each once: files in order of appearance, within a file in its order. */
export function mergeSpans(lists: readonly (readonly Span[])[]): Span[] {
  const spans = new Map<string, Span>();
  const files: string[] = [];
  for (const span of lists.flat()) {
    spans.set(`${span.file}\0${span.start}`, span);
    if (!files.includes(span.file)) files.push(span.file);
  }
  return [...spans.values()].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.start - b.start);
}

/** A name as it will be once the statement that ends at `before` has run, by the statements that give it its value. */
export function unknownName(run: Run, name: string, scope: Scope, before: number, why: string): Obj {
  const stable = scope.kind === "module" && !scope.module.volatile.has(name);
  if (!stable) return unknown({ source: name, needs: [], free: [name] }, why);
  const slice = sliceOf(scope.module, [name], before, (statement) => callsWatched(run, statement, scope.module));
  step(run, slice.needs.length >> 1);
  return unknown({ source: name, ...slice }, why);
}

/** The unknown object that an expression stands for. */
export function unknownOf(run: Run, node: Expr, scope: Scope, why: string): Obj {
  run.unknowns += 1;
  return { ...unknown(close(run, node, scope), why), at: spanOf(node, scope) };
}

const watchCache = new WeakMap<object, boolean>();

/** Whether code calls, or names, a watched function, itself or through functions of the repository. */
export function mentionsWatched(run: Run, code: Stmt | Expr | readonly Stmt[], scope: Scope): boolean {
  const seen = new Set<Obj>();
  const inCode = (node: unknown, within: Scope): boolean => {
    let found = false;
    visit(node, (inner) => {
      const expression = inner as Expr;
      if (found) return false;
      if (expression.k === "name") {
        const value = scopeOf(expression.id, within)?.vars.get(expression.id);
        if (value) found = inObject(value);
        else found = [...run.host.watched].some((path) => path.endsWith(`.${expression.id}`));
      } else if (expression.k === "attribute") {
        found = [...run.host.watched].some((path) => path.endsWith(`.${expression.name}`));
        if (expression.of.k === "name") {
          const value = scopeOf(expression.of.id, within)?.vars.get(expression.of.id);
          const member = value?.t === "module" ? value.module.scope.vars.get(expression.name) : undefined;
          if (member) found = found || inObject(member);
        }
      } else if (inner.k === "from") {
        return false;
      }
      return !found;
    });
    return found;
  };
  const inObject = (value: Obj): boolean => {
    if (value.t === "importable") return run.host.watched.has(value.path);
    if (value.t !== "function" || seen.has(value)) return false;
    seen.add(value);
    return inCode(value.body, value.scope);
  };
  return inCode(code, scope);
}

/** `mentionsWatched` for a top-level statement that has run. */
function callsWatched(run: Run, statement: Stmt, module: ModuleState): boolean {
  if (statement.k === "import" || statement.k === "from") return false;
  const known = watchCache.get(statement);
  if (known !== undefined) return known;
  const found = mentionsWatched(run, statement, module.scope);
  watchCache.set(statement, found);
  return found;
}
