import type { Expr, Stmt } from "./ast.ts";
import { bounded, closedOf, inBrackets, mergeDefines, mergeSpans, scopeOf, unknownName } from "./close.ts";
import { itemsOf } from "./collection-methods.ts";
import { bindTarget } from "./evaluate.ts";
import { targetNames } from "./names.ts";
import { keyOf, type Obj, type Run, type Scope, step, unknown } from "./objects.ts";
import { binary, MAX_LENGTH } from "./operators.ts";
import { reasonOf, touch } from "./reasons.ts";

/** Forgets what a collection holds, and notes that a DAG may be changed. */
export function spoil(run: Run, value: Obj, why: string): void {
  if (value.t === "list" || value.t === "set" || value.t === "dict") {
    if (value.spoiled !== undefined) delete value.origin;
    value.spoiled ??= why;
  }
  if (value.t === "host") touch(run, value.ref);
}

/** Forgets what a name of the scope stands for, since something unknown may change it. */
export function forget(run: Run, name: string, scope: Scope, why: string): void {
  const holder = scopeOf(name, scope);
  const value = holder?.vars.get(name);
  if (!holder || !value) return;
  if (value.t !== "unknown" && value.t !== "called") spoil(run, value, why);
  else holder.vars.set(name, unknownName(run, name, holder, holder.module.positionEnd, why));
}

/** Assigns a value to any target. */
export function assign(run: Run, target: Expr, value: Obj, scope: Scope, statement: Stmt): void {
  if (target.k === "attribute" || target.k === "index") {
    store(run, target, value, scope);
  } else if (!bindTarget(target, value, scope)) {
    for (const name of targetNames(target)) {
      const holder = scope.globals.has(name) ? scope.module.scope : scope;
      const end = scope.kind === "module" ? scope.module.positionEnd : statement.end;
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
  if ((object.t === "unknown" || object.t === "called") && target.of.k === "name") {
    forget(run, target.of.id, scope, "it is changed after it was made");
  }
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

/** Runs `target op= value`. */
export function update(run: Run, statement: Stmt & { readonly k: "update" }, scope: Scope): void {
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
  // `+=` extends a list by any iterable, which `+` does not: then the statement itself says what the name is.
  const mayExtend = op === "+" && !["int", "float", "list"].includes(right.t);
  if (target.k === "name" && (mayExtend || (scope.kind === "module" && !scope.module.volatile.has(target.id)))) {
    const why = reasonOf([left, right]);
    scope.vars.set(target.id, unknownName(run, target.id, scope, scope.module.positionEnd, why));
    return;
  }
  const [a, b] = [closedOf(left), closedOf(right)];
  const free = [...new Set([...(a?.free ?? [""]), ...(b?.free ?? [""])])];
  const source =
    a && b
      ? `${inBrackets(a.source)} ${op} ${inBrackets(b.source)}`
      : scope.module.code.source.slice(statement.value.start, statement.value.end);
  const closed = {
    source,
    needs: mergeSpans([a?.needs ?? [], b?.needs ?? []]),
    free,
    ...mergeDefines([a ?? {}, b ?? {}]),
  };
  assign(run, target, unknown(bounded(closed), reasonOf([left, right])), scope, statement);
}

/** Runs `del target`. */
export function remove(run: Run, target: Expr, scope: Scope): void {
  if (target.k === "name") scope.vars.delete(target.id);
  if (target.k === "tuple") for (const item of target.items) remove(run, item, scope);
  if (target.k !== "index") return;
  const object = run.evaluate(target.of, scope);
  const key = keyOf(run.evaluate(target.index, scope));
  if (object.t === "host") touch(run, object.ref);
  if (object.t === "dict" && key !== null) object.entries.delete(key);
  else spoil(run, object, "something of it is deleted");
}
