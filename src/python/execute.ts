import { assign, forget, remove, update } from "./assign.ts";
import type { Handler, Stmt } from "./ast.ts";
import { chooseByTest } from "./choose-by-test.ts";
import { mentionsWatched, scopeOf, spanOf, unknownName } from "./close.ts";
import { itemsOf } from "./collection-methods.ts";
import { linesOfFile } from "./data-files.ts";
import { bindTarget } from "./evaluate.ts";
import { runFrom, runImport, surelyImports } from "./imports.ts";
import { liftFunction } from "./lift-function.ts";
import { effectsOf, exitsOf, readsOf, targetNames, yields } from "./names.ts";
import { type Completion, PythonRaise, type Run, type Scope, step, unknown } from "./objects.ts";
import { truthOf } from "./operators.ts";
import { generatorOf, reasonOf, touch } from "./reasons.ts";
import { isReport } from "./slice.ts";

const NEXT: Completion = { t: "next" };

/** Runs statements in order. Statements that may not run leave what they touch unknown. */
export function execute(run: Run, body: readonly Stmt[], scope: Scope): Completion {
  const outer = run.statement;
  for (const [at, statement] of body.entries()) {
    step(run);
    if (scope.kind === "module" && body === scope.module.code.body) {
      scope.module.position = statement.start;
      scope.module.positionEnd = statement.end;
    }
    run.statement = { node: statement, scope, outer, taken: new Set(), skipped: false };
    touchTainted(run, statement, scope);
    const end =
      compound(statement) && scope.kind === "module" ? topLevel(run, statement, scope) : one(run, statement, scope);
    if (end.t === "unsure") {
      const rest = body.slice(at + 1);
      const [first] = rest;
      if (first) {
        run.statement = { node: first, scope, outer, taken: new Set(), skipped: true };
        skip(run, rest, scope, { at: first, expression: sourceOf(statement, scope), why: end.why });
      }
    }
    run.statement = outer;
    if (end.t !== "next") return end;
  }
  return NEXT;
}

/** A statement that uses what an earlier one made of a host object deals with that object too. */
function touchTainted(run: Run, statement: Stmt, scope: Scope): void {
  if (run.tainted.size === 0) return;
  const refs = new Set<number>();
  for (const name of readsOf([statement])) {
    const holder = scopeOf(name, scope);
    const ref = holder ? run.tainted.get(holder)?.get(name) : undefined;
    if (ref !== undefined) refs.add(ref);
  }
  const makes = refs.size > 0 && (statement.k === "function" || mentionsWatched(run, statement, scope));
  for (const ref of makes ? [] : refs) touch(run, ref);
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
  const generator = generatorOf(scope);
  if (generator && yields(body)) generator.unsure ??= cause.why;
  const { binds, changes } = effectsOf(body);
  const end = scope.kind === "module" ? scope.module.positionEnd : 0;
  for (const name of binds) {
    const holder = scope.globals.has(name) ? scope.module.scope : scope;
    holder.vars.set(name, unknownName(run, name, holder, end, cause.why));
  }
  for (const name of changes) forget(run, name, scope, cause.why);
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
          : null;
      const { name, params, body } = statement;
      bindTarget(
        { k: "name", id: name, start: 0, end: 0 },
        {
          t: "function",
          name,
          params,
          fallbacks,
          body,
          scope,
          opaque,
          lift: () => liftFunction(run, statement, scope),
        },
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
    forget(run, name, scope, why);
  }
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
  const iterable = linesOfFile(run, run.evaluate(statement.iter, scope));
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

const PARENTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["KeyError", ["LookupError"]],
  ["IndexError", ["LookupError"]],
  ["FileNotFoundError", ["OSError", "IOError", "EnvironmentError"]],
  ["NotADirectoryError", ["OSError", "IOError", "EnvironmentError"]],
  ["ZeroDivisionError", ["ArithmeticError"]],
  ["ModuleNotFoundError", ["ImportError"]],
]);

function catches(handler: Handler, type: string): boolean {
  const types = handler.type === null ? [] : handler.type.k === "tuple" ? handler.type.items : [handler.type];
  const names = types.map((each) => (each.k === "name" ? each.id : ""));
  return (
    names.length === 0 ||
    names.some((name) => [type, "Exception", "BaseException", ...(PARENTS.get(type) ?? [])].includes(name))
  );
}

function attempt(run: Run, statement: Stmt & { readonly k: "try" }, scope: Scope): Completion {
  let end: Completion;
  const { unknowns } = run;
  try {
    end = run.execute(statement.body, scope);
    if (end.t === "next") {
      forgetFallbacks(run, statement, scope, unknowns);
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

/**
 * After a body that did not raise for sure: a name that a handler binds too may have its value, and where the body holds
 * something that is not known, none of its names is known any more. A handler that raises itself leaves the body's values.
 */
function forgetFallbacks(run: Run, statement: Stmt & { readonly k: "try" }, scope: Scope, unknowns: number): void {
  const handled = statement.handlers.map((handler) => handler.body).filter((body) => !onlyRaises(body));
  if (handled.length === 0) return;
  const why = "an exception decides which value it has";
  const sure = statement.body.every((each) => isImport(each) && surelyImports(run, each, scope));
  const open = run.unknowns > unknowns;
  const known = open ? ["host", "module", "package", "function", "class"] : PLAIN;
  const names = new Set([...effectsOf(handled.flat()).binds, ...(open ? effectsOf(statement.body).binds : [])]);
  for (const name of sure && !open ? [] : names) {
    const value = scope.vars.get(name);
    if (value && known.includes(value.t)) continue;
    scope.vars.set(name, unknownName(run, name, scope, scope.kind === "module" ? scope.module.positionEnd : 0, why));
  }
}

const isImport = (statement: Stmt): boolean => statement.k === "import" || statement.k === "from";
const PLAIN = [
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
  "package",
  "function",
  "class",
];

function within(run: Run, statement: Stmt & { readonly k: "with" }, scope: Scope): Completion {
  for (const { value, as } of statement.items) {
    const context = run.evaluate(value, scope);
    if (as) {
      const inside =
        context.t === "host" || context.t === "file"
          ? context
          : { ...unknown({ source: "", needs: [], free: targetNames(as) }, reasonOf([context])) };
      assign(run, as, inside, scope, statement);
    }
    if (context.t === "host") touch(run, context.ref);
  }
  return run.execute(statement.body, scope);
}
