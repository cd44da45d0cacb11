import type { Expr, Stmt } from "./ast.ts";
import { close, inBrackets, mentionsWatched, unknownOf } from "./close.ts";
import { yields } from "./names.ts";
import {
  type Applied,
  type CallArguments,
  type Callable,
  type Closed,
  type Dict,
  NONE,
  type Obj,
  OutOfBudget,
  PythonRaise,
  type Run,
  type Scope,
  str,
  unknown,
} from "./objects.ts";
import { textRepr } from "./python-text.ts";

const MAX_CALLS = 40;

const isStatements = (body: readonly Stmt[] | Expr): body is readonly Stmt[] => Array.isArray(body);

/** Runs a function of the repository; `null` where it cannot be run here. */
export function callFunction(run: Run, fn: Callable, args: CallArguments, node: Expr, scope: Scope): Obj | null {
  if (fn.opaque !== null) {
    if (mentionsWatched(run, fn.body, fn.scope)) {
      const { module } = scope;
      run.host.hides(
        { file: module.file, start: node.start, end: node.end },
        module.code.source.slice(node.start, node.end),
        fn.opaque,
      );
    }
    return null;
  }
  const result = runFunction(run, fn, args);
  return result.t === "open" ? unknownOf(run, node, scope, result.why) : atCall(run, result.value, fn, node, scope);
}

/** Runs a function of the repository that is neither async nor decorated. Parts of its value may name what only it knows. */
export function runFunction(run: Run, fn: Callable, args: CallArguments): Exclude<Applied, { t: "raised" }> {
  const vars = bindParameters(fn, args);
  const { module } = fn.scope;
  const generator = isStatements(fn.body) && yields(fn.body);
  const inner: Scope = {
    kind: "function",
    vars,
    parent: fn.scope,
    module,
    globals: new Set(),
    ...(isStatements(fn.body) ? { body: fn.body } : {}),
    parameters: new Set(vars.keys()),
    ...(generator ? { yielded: { items: [], unsure: null } } : {}),
  };
  const outer = run.statement;
  if (run.calls >= MAX_CALLS) throw new OutOfBudget();
  run.calls += 1;
  try {
    if (!isStatements(fn.body)) return { t: "value", value: run.evaluate(fn.body, inner) };
    const end = run.execute(fn.body, inner);
    if (end.t === "unsure") return { t: "open", why: end.why };
    if (inner.yielded) {
      const { items, unsure } = inner.yielded;
      if (unsure !== null) return { t: "open", why: unsure };
      return { t: "value", value: { t: "iterator", items, next: 0 } };
    }
    return { t: "value", value: end.t === "return" ? end.value : { ...NONE } };
  } finally {
    run.calls -= 1;
    run.statement = outer;
  }
}

function bindParameters(fn: Callable, args: CallArguments): Map<string, Obj> {
  const vars = new Map<string, Obj>();
  const positional = [...args.positional];
  const named = new Map(args.named.map((one) => [one.name, one]));
  const [star] = args.unknownStar;
  const open = (name: string, why: string): Obj => unknown({ source: name, needs: [], free: [name] }, why);
  for (const param of fn.params) {
    const fallback = fn.fallbacks.get(param.name);
    if (param.star === "*") vars.set(param.name, { t: "tuple", items: positional.splice(0) });
    else if (param.star === "**") {
      const dict: Dict = { t: "dict", entries: new Map() };
      for (const one of named.values())
        dict.entries.set(`s${one.name}`, [{ ...str(one.name), ...(one.at ? { at: one.at } : {}) }, one.value]);
      named.clear();
      vars.set(param.name, star ? open(param.name, star.why) : dict);
    } else {
      const own = named.get(param.name);
      named.delete(param.name);
      const next = own || param.keywordOnly ? undefined : positional.shift();
      const value = own?.value ?? next ?? (star ? open(param.name, star.why) : fallback);
      if (!value) throw new PythonRaise("TypeError", `${fn.name}() is missing the argument '${param.name}'`);
      vars.set(param.name, value);
    }
  }
  const extra = [...named.keys()][0] ?? (positional.length > 0 ? "" : undefined);
  if (extra !== undefined)
    throw new PythonRaise("TypeError", `${fn.name}() got an unexpected argument ${textRepr(extra)}`);
  return vars;
}

/** Names of a function mean nothing outside of it: a result that needs them is the call itself, or a part of it. */
function atCall(run: Run, value: Obj, fn: Callable, node: Expr, scope: Scope): Obj {
  let call: Closed | null = null;
  const again = mentionsWatched(run, fn.body, fn.scope);
  const closed = (): Closed => {
    call ??= close(run, node, scope);
    return call;
  };
  const outside = (part: Obj, path: string, depth: number): Obj => {
    if (again || depth > 4) return part;
    if (part.t === "unknown" && part.closed.free.length > 0) {
      const own = closed();
      return { ...part, closed: { ...own, source: path === "" ? own.source : inBrackets(own.source) + path } };
    }
    if (part.t === "dict" && part.spoiled !== undefined)
      return unknown({ ...closed(), source: closed().source + path }, part.spoiled);
    if (part.t === "dict") {
      for (const [key, [name, item]] of part.entries) {
        if (name.t !== "str") continue;
        const better = outside(item, `${path}[${textRepr(name.v)}]`, depth + 1);
        if (better !== item) part.entries.set(key, [name, better]);
      }
    }
    return part;
  };
  return outside(value, "", 0);
}
