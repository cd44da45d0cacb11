import type { Expr, Handler, Stmt } from "./ast.ts";
import { chooseByTest } from "./choose-by-test.ts";
import { bounded, closedOf, inBrackets, mentionsWatched, mergeSpans, scopeOf, spanOf, unknownName } from "./close.ts";
import { itemsOf } from "./collection-methods.ts";
import { bindTarget } from "./evaluate.ts";
import { runFrom, runImport, surelyImports } from "./imports.ts";
import { effectsOf, exitsOf, targetNames, yields } from "./names.ts";
import { type Completion, keyOf, type Obj, PythonRaise, type Run, type Scope, step, unknown } from "./objects.ts";
import { binary, MAX_LENGTH, truthOf } from "./operators.ts";
import { reasonOf, touch } from "./reasons.ts";
import { isReport } from "./slice.ts";

const NEXT: Completion = { t: "next" };

/** Runs statements in order. Statements that may not run leave what they touch unknown. */
export function execute(run: Run, body: readonly Stmt[], scope: Scope): Completion {
  for (const [at, statement] of body.entries()) {
    step(run);
    if (scope.kind === "module") scope.module.position = statement.start;
    run.statement = { node: statement, scope };
    const end =
      compound(statement) && scope.kind === "module" ? topLevel(run, statement, scope) : one(run, statement, scope);
    if (end.t === "next") continue;
    if (end.t === "unsure") {
      const rest = body.slice(at + 1);
      const [first] = rest;
      if (first) skip(run, rest, scope, { at: first, expression: sourceOf(statement, scope), why: end.why });
    }
    return end;
  }
  return NEXT;
}

const compound = (statement: Stmt): boolean => ["if", "for", "while", "try", "with", "match"].includes(statement.k);

const sourceOf = (node: { readonly start: number; readonly end: number }, scope: Scope): string =>
  scope.module.code.source.slice(node.start, node.end);

/** A compound statement of the module: while it runs, the names it binds have another value at each turn. */
function topLevel(run: Run, statement: Stmt, scope: Scope): Completion {
  const { volatile } = scope.module;
  const binds = [...effectsOf(statement).binds].filter((name) => !volatile.has(name));
  for (const name of binds) volatile.add(name);
  const end = one(run, statement, scope);
  if (!mentionsWatched(run, statement, scope)) {
    for (const name of binds) {
      volatile.delete(name);
      const value = scope.vars.get(name);
      if (value?.t !== "unknown" || value.closed.free.length === 0) continue;
      scope.vars.set(name, unknownName(run, name, scope, statement.end, value.why));
    }
  }
  return end;
}

interface Cause {
  readonly at: { readonly start: number; readonly end: number };
  readonly expression: string;
  readonly why: string;
}

/** Statements that may or may not run: reports those that call a watched function, and forgets what they bind or change. */
function skip(run: Run, body: readonly Stmt[], scope: Scope, cause: Cause): void {
  if (mentionsWatched(run, body, scope)) run.host.hides(spanOf(cause.at, scope), cause.expression, cause.why);
  const { binds, changes } = effectsOf(body);
  const end = run.statement && scope.kind === "module" ? topEnd(scope) : 0;
  for (const name of binds) {
    const holder = scope.globals.has(name) ? scope.module.scope : scope;
    holder.vars.set(name, unknownName(run, name, holder, end, cause.why));
  }
  for (const name of changes) {
    const value = scopeOf(name, scope)?.vars.get(name);
    if (value) spoil(run, value, cause.why);
  }
}

/** The end of the top-level statement that runs now. */
const topEnd = (scope: Scope): number =>
  scope.module.code.body.find((statement) => statement.start === scope.module.position)?.end ??
  scope.module.position + 1;

function spoil(run: Run, value: Obj, why: string): void {
  if (value.t === "list" || value.t === "set" || value.t === "dict") {
    if (value.spoiled !== undefined) delete value.origin;
    value.spoiled ??= why;
  }
  if (value.t === "host") touch(run, value.ref);
}

function one(run: Run, statement: Stmt, scope: Scope): Completion {
  switch (statement.k) {
    case "expression":
      expression(run, statement, scope);
      return NEXT;
    case "assignment": {
      if (!statement.value) return NEXT;
      const value = run.evaluate(statement.value, scope);
      for (const target of statement.targets) assign(run, target, value, scope, statement);
      return NEXT;
    }
    case "update":
      update(run, statement, scope);
      return NEXT;
    case "import":
      runImport(run, statement, scope);
      return NEXT;
    case "from":
      runFrom(run, statement, scope);
      return NEXT;
    case "function": {
      const fallbacks = new Map(
        statement.params.flatMap((param) =>
          param.fallback ? [[param.name, run.evaluate(param.fallback, scope)] as const] : [],
        ),
      );
      const opaque = statement.async
        ? "it is an async function"
        : statement.decorators.length > 0
          ? "its decorator decides what it does"
          : yields(statement.body)
            ? "it is a generator"
            : null;
      const { name, params, body } = statement;
      bindTarget(
        { k: "name", id: name, start: 0, end: 0 },
        { t: "function", name, params, fallbacks, body, scope, opaque },
        scope,
      );
      return NEXT;
    }
    case "class": {
      const inner: Scope = { kind: "class", vars: new Map(), parent: scope, module: scope.module, globals: new Set() };
      run.execute(statement.body, inner);
      bindTarget(
        { k: "name", id: statement.name, start: 0, end: 0 },
        { t: "class", name: statement.name, attributes: inner.vars },
        scope,
      );
      return NEXT;
    }
    case "return":
      return { t: "return", value: statement.value ? run.evaluate(statement.value, scope) : { t: "none" } };
    case "if":
      return branch(run, statement, scope);
    case "for":
      return loop(run, statement, scope);
    case "while":
      return repeat(run, statement, scope);
    case "try":
      return attempt(run, statement, scope);
    case "with":
      return within(run, statement, scope);
    case "match": {
      const why = "Windsock does not evaluate `match`";
      const bodies = statement.cases.map((each) => each.body);
      skip(run, [statement], scope, { at: statement.subject, expression: sourceOf(statement.subject, scope), why });
      return unsure(bodies, why);
    }
    case "raise": {
      const [what] = statement.values;
      const type = what?.k === "call" ? what.fn : what;
      throw new PythonRaise(
        type?.k === "name" ? type.id : "Exception",
        what ? sourceOf(what, scope).slice(0, 200) : "",
      );
    }
    case "assert": {
      const [test] = statement.values;
      if (test && truthOf(run.evaluate(test, scope)) === false)
        throw new PythonRaise("AssertionError", sourceOf(test, scope));
      return NEXT;
    }
    case "delete":
      for (const target of statement.targets) remove(run, target, scope);
      return NEXT;
    case "scope":
      for (const name of statement.names) scope.globals.add(name);
      return NEXT;
    case "break":
    case "continue":
      return { t: statement.k };
    default:
      return NEXT;
  }
}

/** A call whose result nobody takes may be made for its effect: what it gets is then not known any more. */
function expression(run: Run, statement: Stmt & { readonly k: "expression" }, scope: Scope): void {
  const value = run.evaluate(statement.value, scope);
  if (statement.value.k !== "call" || (value.t !== "unknown" && value.t !== "called") || isReport(statement)) return;
  const why = `\`${sourceOf(statement.value.fn, scope)}\` may change it`;
  for (const name of effectsOf(statement).changes) {
    const changed = scopeOf(name, scope)?.vars.get(name);
    if (changed) spoil(run, changed, why);
  }
}

function assign(run: Run, target: Expr, value: Obj, scope: Scope, statement: Stmt): void {
  if (target.k === "attribute" || target.k === "index") {
    store(run, target, value, scope);
  } else if (!bindTarget(target, value, scope)) {
    for (const name of targetNames(target)) {
      const holder = scope.globals.has(name) ? scope.module.scope : scope;
      const end = scope.kind === "module" ? topEnd(scope) : statement.end;
      holder.vars.set(name, unknownName(run, name, holder, end, reasonOf([value])));
    }
    if (target.k === "tuple" || target.k === "list") {
      for (const item of target.items) if (item.k === "attribute" || item.k === "index") store(run, item, value, scope);
    }
  }
}

function store(run: Run, target: Expr & { readonly k: "attribute" | "index" }, value: Obj, scope: Scope): void {
  const object = run.evaluate(target.of, scope);
  if (object.t === "host") touch(run, object.ref);
  if (target.k === "attribute") {
    if (object.t === "class") object.attributes.set(target.name, value);
    if (object.t === "module") object.module.scope.vars.set(target.name, value);
    return;
  }
  const index = run.evaluate(target.index, scope);
  if (object.t === "dict") {
    const key = keyOf(index);
    if (key === null || object.spoiled !== undefined) spoil(run, object, reasonOf([index]));
    else object.entries.set(key, [index, value]);
  } else if (object.t === "list") {
    const at = index.t === "int" ? Number(index.v) : Number.NaN;
    const place = at < 0 ? object.items.length + at : at;
    if (place >= 0 && place < object.items.length) object.items[place] = value;
    else spoil(run, object, reasonOf([index]));
  } else if (object.t === "globals" && index.t === "str") object.module.scope.vars.set(index.v, value);
  else if (object.t === "environ" && index.t === "str") run.environ.set(index.v, value);
}

function update(run: Run, statement: Stmt & { readonly k: "update" }, scope: Scope): void {
  const { target, op } = statement;
  const left = run.evaluate(target, scope);
  const right = run.evaluate(statement.value, scope);
  for (const side of [left, right]) if (side.t === "host") touch(run, side.ref);
  if (op === "+" && left.t === "list" && left.spoiled === undefined) {
    const items = itemsOf(right);
    if (items && left.items.length + items.length <= MAX_LENGTH) left.items.push(...items);
    else spoil(run, left, reasonOf([right]));
    return;
  }
  if (op === "|" && left.t === "dict" && left.spoiled === undefined) {
    if (right.t === "dict" && right.spoiled === undefined)
      for (const [key, entry] of right.entries) left.entries.set(key, entry);
    else spoil(run, left, reasonOf([right]));
    return;
  }
  const result = binary(op, left, right);
  if (result?.t === "str") step(run, result.v.length >> 5);
  if (result) {
    assign(run, target, result, scope, statement);
    return;
  }
  const [a, b] = [closedOf(left), closedOf(right)];
  const free = [...new Set([...(a?.free ?? [""]), ...(b?.free ?? [""])])];
  const source = a && b ? `${inBrackets(a.source)} ${op} ${inBrackets(b.source)}` : sourceOf(statement.value, scope);
  const closed = { source, needs: mergeSpans([a?.needs ?? [], b?.needs ?? []]), free };
  assign(run, target, unknown(bounded(closed), reasonOf([left, right])), scope, statement);
}

function remove(run: Run, target: Expr, scope: Scope): void {
  if (target.k === "name") scope.vars.delete(target.id);
  if (target.k === "tuple") for (const item of target.items) remove(run, item, scope);
  if (target.k !== "index") return;
  const object = run.evaluate(target.of, scope);
  const key = keyOf(run.evaluate(target.index, scope));
  if (object.t === "host") touch(run, object.ref);
  if (object.t === "dict" && key !== null) object.entries.delete(key);
  else spoil(run, object, "something of it is deleted");
}

/** How code that may run may end. */
function unsure(bodies: readonly (readonly Stmt[])[], why: string): Completion {
  const by = new Set(bodies.flatMap((body) => [...exitsOf(body)]));
  return by.size > 0 ? { t: "unsure", why, by } : NEXT;
}

const onlyRaises = (body: readonly Stmt[]): boolean => {
  const last = body.at(-1);
  const exits =
    last?.k === "expression" &&
    last.value.k === "call" &&
    last.value.fn.k === "attribute" &&
    last.value.fn.name === "exit";
  return last?.k === "raise" || exits;
};

function branch(run: Run, statement: Stmt & { readonly k: "if" }, scope: Scope): Completion {
  for (const [at, { test, body }] of statement.branches.entries()) {
    const value = run.evaluate(test, scope);
    if (value.t === "host") return run.execute(body, scope);
    const truth = truthOf(value);
    if (truth === true) return run.execute(body, scope);
    if (truth === false) continue;
    const why = reasonOf([value]);
    const later = statement.branches.slice(at).map((each) => each.body);
    const open = [...later, statement.otherwise].filter((each) => !onlyRaises(each));
    const cause = { at: test, expression: sourceOf(test, scope), why };
    if (open.length === 1 && open[0] && later.length === 1) {
      // The other way raises, so that a DAG which is there at all came by this one.
      return run.execute(open[0], scope);
    }
    if (later.length === 1 && chooseByTest(run, { test, yes: body, no: statement.otherwise }, scope, why)) return NEXT;
    skip(run, open.flat(), scope, cause);
    return unsure(open, why);
  }
  return run.execute(statement.otherwise, scope);
}

function loop(run: Run, statement: Stmt & { readonly k: "for" }, scope: Scope): Completion {
  const iterable = run.evaluate(statement.iter, scope);
  if (iterable.t === "host") touch(run, iterable.ref);
  const items = itemsOf(iterable);
  const again = (why: string): Cause => ({ at: statement.iter, expression: sourceOf(statement.iter, scope), why });
  if (!items) {
    const why = reasonOf([iterable]);
    skip(run, [statement], scope, again(why));
    const exits = exitsOf(statement.body);
    return exits.has("return") ? { t: "unsure", why, by: new Set(["return"]) } : NEXT;
  }
  for (const [at, item] of items.entries()) {
    step(run);
    assign(run, statement.target, item, scope, statement);
    const end = run.execute(statement.body, scope);
    if (end.t === "break") return NEXT;
    if (end.t === "return") return end;
    if (end.t !== "unsure") continue;
    if (end.by.has("return") || end.by.has("break")) {
      if (at + 1 < items.length) skip(run, statement.body, scope, again(end.why));
      if (end.by.has("return")) return { t: "unsure", why: end.why, by: new Set(["return"]) };
      return NEXT;
    }
  }
  return run.execute(statement.otherwise, scope);
}

function repeat(run: Run, statement: Stmt & { readonly k: "while" }, scope: Scope): Completion {
  for (;;) {
    step(run);
    const test = run.evaluate(statement.test, scope);
    const truth = truthOf(test);
    const cause = { at: statement.test, expression: sourceOf(statement.test, scope), why: reasonOf([test]) };
    if (truth === null) {
      skip(run, statement.body, scope, cause);
      return unsure([statement.body.filter((each) => each.k !== "break" && each.k !== "continue")], cause.why);
    }
    if (!truth) return run.execute(statement.otherwise, scope);
    const end = run.execute(statement.body, scope);
    if (end.t === "break") return NEXT;
    if (end.t === "return") return end;
    if (end.t === "unsure") {
      skip(run, statement.body, scope, { ...cause, why: end.why });
      return end.by.has("return") ? { ...end, by: new Set(["return"]) } : NEXT;
    }
  }
}

const PARENTS: Readonly<Record<string, readonly string[]>> = {
  KeyError: ["LookupError"],
  IndexError: ["LookupError"],
  FileNotFoundError: ["OSError", "IOError", "EnvironmentError"],
  NotADirectoryError: ["OSError", "IOError", "EnvironmentError"],
  ZeroDivisionError: ["ArithmeticError"],
  ModuleNotFoundError: ["ImportError"],
};

function catches(handler: Handler, type: string): boolean {
  const types = handler.type === null ? [] : handler.type.k === "tuple" ? handler.type.items : [handler.type];
  const names = types.map((each) => (each.k === "name" ? each.id : ""));
  return (
    names.length === 0 ||
    names.some((name) => [type, "Exception", "BaseException", ...(PARENTS[type] ?? [])].includes(name))
  );
}

function attempt(run: Run, statement: Stmt & { readonly k: "try" }, scope: Scope): Completion {
  let end: Completion;
  try {
    end = run.execute(statement.body, scope);
    if (end.t === "next") {
      forgetFallbacks(run, statement, scope);
      end = run.execute(statement.otherwise, scope);
    }
  } catch (error) {
    const handler =
      error instanceof PythonRaise ? statement.handlers.find((each) => catches(each, error.type)) : undefined;
    if (!handler) throw error;
    end = run.execute(handler.body, scope);
  }
  const last = run.execute(statement.final, scope);
  return last.t === "next" ? end : last;
}

/** A name that both the body and a handler bind may come from either, unless the body is sure to work. */
function forgetFallbacks(run: Run, statement: Stmt & { readonly k: "try" }, scope: Scope): void {
  const sure = statement.body.every(
    (each) => (each.k === "import" || each.k === "from") && surelyImports(run, each, scope),
  );
  if (sure) return;
  const handled = statement.handlers.map((handler) => handler.body);
  const why = "an exception decides which value it has";
  const known = new Set([
    "str",
    "int",
    "bool",
    "float",
    "none",
    "list",
    "dict",
    "tuple",
    "path",
    "host",
    "module",
    "function",
  ]);
  for (const name of effectsOf(handled.flat()).binds) {
    const value = scope.vars.get(name);
    if (value && known.has(value.t)) continue;
    scope.vars.set(name, unknownName(run, name, scope, topEnd(scope), why));
  }
}

function within(run: Run, statement: Stmt & { readonly k: "with" }, scope: Scope): Completion {
  for (const { value, as } of statement.items) {
    const context = run.evaluate(value, scope);
    if (context.t === "host") touch(run, context.ref);
    if (!as) continue;
    const inside =
      context.t === "host"
        ? context
        : { ...unknown({ source: "", needs: [], free: targetNames(as) }, reasonOf([context])) };
    assign(run, as, inside, scope, statement);
  }
  return run.execute(statement.body, scope);
}
