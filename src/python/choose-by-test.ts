import type { Expr, Stmt } from "./ast.ts";
import { bounded, close, closedOf, inBrackets, mentionsWatched, mergeSpans, scopeOf } from "./close.ts";
import { type Closed, type Dict, keyOf, type Obj, type Run, type Scope, unknown } from "./objects.ts";
import { isReport } from "./slice.ts";

interface Choice {
  readonly test: Expr;
  readonly yes: readonly Stmt[];
  readonly no: readonly Stmt[];
}

type Entries = Map<string, readonly [Obj, Obj]>;

/** What one way of an `if` assigns: names, and keys of dicts. */
interface Assigned {
  readonly names: Map<string, Obj>;
  readonly keys: Map<Dict, Entries>;
}

/**
 * An `if` whose test is not known, and whose ways only assign names or keys of known dicts: each becomes a conditional
 * expression. `false` where it holds more than that; then nothing has changed.
 */
export function chooseByTest(run: Run, choice: Choice, scope: Scope, why: string): boolean {
  if (mentionsWatched(run, [...choice.yes, ...choice.no], scope)) return false;
  const yes = assignedBy(run, choice.yes, scope);
  const no = assignedBy(run, choice.no, scope);
  if (!yes || !no) return false;
  const test = close(run, choice.test, scope);
  const { file } = scope.module;
  const either = (a: Obj, b: Obj): Obj | null => {
    const [left, right] = [closedOf(a, file), closedOf(b, file)];
    if (!left || !right) return null;
    return unknown(conditional(test, left, right), why);
  };
  const names = new Map<string, Obj>();
  for (const name of new Set([...yes.names.keys(), ...no.names.keys()])) {
    const before = scope.vars.get(name);
    const [a, b] = [yes.names.get(name) ?? before, no.names.get(name) ?? before];
    const value = a && b ? either(a, b) : null;
    if (!value) return false;
    names.set(name, value);
  }
  const changes: (() => void)[] = [];
  for (const dict of new Set([...yes.keys.keys(), ...no.keys.keys()])) {
    const change = keysByTest(dict, yes.keys.get(dict) ?? new Map(), no.keys.get(dict) ?? new Map(), {
      test,
      either,
      why,
      file,
    });
    if (!change) return false;
    changes.push(change);
  }
  for (const [name, value] of names) scope.vars.set(name, value);
  for (const change of changes) change();
  return true;
}

function conditional(test: Closed, yes: Closed, no: Closed): Closed {
  return bounded({
    source: `${inBrackets(yes.source)} if ${inBrackets(test.source)} else ${inBrackets(no.source)}`,
    needs: mergeSpans([test.needs, yes.needs, no.needs]),
    free: [...new Set([...test.free, ...yes.free, ...no.free])].sort(),
  });
}

function assignedBy(run: Run, body: readonly Stmt[], scope: Scope): Assigned | null {
  const inner: Scope = { kind: "block", vars: new Map(), parent: scope, module: scope.module, globals: scope.globals };
  const keys: Assigned["keys"] = new Map();
  for (const statement of body) {
    if (statement.k === "pass" || isReport(statement)) continue;
    const target = statement.k === "assignment" && statement.targets.length === 1 ? statement.targets[0] : undefined;
    if (statement.k !== "assignment" || !target || !statement.value) return null;
    const value = run.evaluate(statement.value, inner);
    if (value.t === "host") return null;
    if (target.k === "name" && !scope.globals.has(target.id)) {
      // A name of the module is known by the statements that bind it.
      if (scope.kind === "module" && !scope.module.volatile.has(target.id)) return null;
      inner.vars.set(target.id, value);
      continue;
    }
    const dict =
      target.k === "index" && target.of.k === "name" ? scopeOf(target.of.id, scope)?.vars.get(target.of.id) : undefined;
    const index = target.k === "index" && target.index.k === "string" ? run.evaluate(target.index, inner) : undefined;
    const key = index ? keyOf(index) : null;
    if (dict?.t !== "dict" || dict.spoiled !== undefined || !index || key === null) return null;
    const own = keys.get(dict) ?? new Map<string, readonly [Obj, Obj]>();
    own.set(key, [index, value]);
    keys.set(dict, own);
  }
  return { names: inner.vars, keys };
}

interface Context {
  readonly test: Closed;
  readonly either: (a: Obj, b: Obj) => Obj | null;
  readonly why: string;
  readonly file: Scope["module"]["file"];
}

/** The change of one dict: keys that are there in any case get a conditional value; with other keys the dict is an expression. */
function keysByTest(dict: Dict, yes: Entries, no: Entries, context: Context): (() => void) | null {
  const entries = new Map(dict.entries);
  const only = { yes: new Map<string, readonly [Obj, Obj]>(), no: new Map<string, readonly [Obj, Obj]>() };
  for (const key of new Set([...yes.keys(), ...no.keys()])) {
    const before = dict.entries.get(key);
    const [a, b] = [yes.get(key) ?? before, no.get(key) ?? before];
    if (a && b) {
      const value = context.either(a[1], b[1]);
      if (!value) return null;
      entries.set(key, [a[0], value]);
    } else if (a) only.yes.set(key, a);
    else if (b) only.no.set(key, b);
  }
  const change = (): void => {
    for (const [key, entry] of entries) dict.entries.set(key, entry);
  };
  if (only.yes.size === 0 && only.no.size === 0) return change;
  const parts = [entries, only.yes, only.no].map((own) => closedOf({ t: "dict", entries: own }, context.file));
  const [base, extra, other] = parts;
  if (!base || !extra || !other) return null;
  const more = conditional(context.test, extra, other);
  return () => {
    change();
    dict.spoiled = context.why;
    dict.origin = bounded({
      source: `{${entries.size === 0 ? "" : `${base.source.slice(1, -1)}, `}**(${more.source})}`,
      needs: mergeSpans([base.needs, more.needs]),
      free: [...new Set([...base.free, ...more.free])].sort(),
    });
  };
}
