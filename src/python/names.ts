import type { Expr, Range, Stmt } from "./ast.ts";
import { bodiesOf } from "./bodies.ts";

type Node = Range & { readonly k: string };

/** One place where a name is read. `quoted`: inside an f-string, where text cannot simply be put in its place. */
export interface NameUse extends Range {
  readonly id: string;
  readonly quoted: boolean;
  /** In the body of a lambda: read when that is called, and not before. */
  readonly deferred: boolean;
}

/** What a piece of code does with names, functions inside included. */
export interface NameEffects {
  readonly binds: ReadonlySet<string>;
  readonly uses: ReadonlySet<string>;
  /** Names whose objects may be changed: `x.a = …`, `x[…] = …`, `x.append(…)`, `configure(x)`. */
  readonly changes: ReadonlySet<string>;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "k" in value && typeof value.k === "string";

/** Calls `enter` for a node and all below it, in the order of the text; `false` from `enter` leaves out what is below. */
export function visit(node: unknown, enter: (node: Node) => boolean): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, enter);
  } else if (typeof node === "object" && node !== null && !(node instanceof Uint8Array)) {
    if (isNode(node) && !enter(node)) return;
    for (const value of Object.values(node)) if (typeof value === "object") visit(value, enter);
  }
}

const asExpr = (node: Node): Expr => node as Expr;
const asStmt = (node: Node): Stmt => node as Stmt;

/** Names that an assignment target binds. */
export function targetNames(target: Expr): string[] {
  if (target.k === "name") return [target.id];
  if (target.k === "tuple" || target.k === "list") return target.items.flatMap(targetNames);
  return target.k === "star" ? targetNames(target.of) : [];
}

/** Every place where an expression reads a name that it does not bind itself (by lambda or comprehension). */
export function nameUses(expression: Expr): NameUse[] {
  const uses: NameUse[] = [];
  const walk = (node: unknown, bound: ReadonlySet<string>, quoted: boolean, deferred: boolean): void => {
    visit(node, (inner) => {
      const own = asExpr(inner);
      switch (own.k) {
        case "name":
          if (!bound.has(own.id)) uses.push({ id: own.id, start: own.start, end: own.end, quoted, deferred });
          return false;
        case "string":
          walk(
            own.parts.filter((part) => part.k === "field").map((part) => [part.value, part.spec]),
            bound,
            true,
            deferred,
          );
          return false;
        case "lambda":
          for (const param of own.params) walk(param.fallback, bound, quoted, deferred);
          walk(own.body, new Set([...bound, ...own.params.map((param) => param.name)]), quoted, true);
          return false;
        case "comprehension": {
          let inside = bound;
          for (const clause of own.clauses) {
            if (clause.k === "if") {
              walk(clause.test, inside, quoted, deferred);
              continue;
            }
            walk(clause.iter, inside, quoted, deferred);
            inside = new Set([...inside, ...targetNames(clause.target)]);
          }
          walk(own.element, inside, quoted, deferred);
          walk(own.value, inside, quoted, deferred);
          return false;
        }
        default:
          return true;
      }
    });
  };
  walk(expression, new Set(), false, false);
  return uses;
}

const baseName = (expression: Expr): string | null => {
  let at = expression;
  while (at.k === "attribute" || at.k === "index") at = at.of;
  return at.k === "name" ? at.id : null;
};

const cache = new WeakMap<object, NameEffects>();

/** Names that a statement, or a list of them, binds in its own scope, reads, and changes. */
export function effectsOf(code: Stmt | readonly Stmt[]): NameEffects {
  const known = cache.get(code);
  if (known) return known;
  const binds = new Set<string>();
  const uses = new Set<string>();
  const changes = new Set<string>();
  const change = (target: Expr): void => {
    const name = target.k === "attribute" || target.k === "index" ? baseName(target) : null;
    if (name !== null) changes.add(name);
  };
  const walk = (node: unknown): void =>
    visit(node, (inner) => {
      const statement = asStmt(inner);
      switch (statement.k) {
        case "function": {
          binds.add(statement.name);
          walk([statement.decorators, statement.params.map((param) => param.fallback)]);
          const own = effectsOf(statement.body);
          const local = new Set([...own.binds, ...statement.params.map((param) => param.name)]);
          for (const name of globalsIn(statement.body)) local.delete(name);
          for (const name of own.uses) if (!local.has(name)) uses.add(name);
          return false;
        }
        case "class": {
          binds.add(statement.name);
          walk([statement.decorators, statement.bases.map((base) => base.value)]);
          const own = effectsOf(statement.body);
          for (const name of own.uses) if (!own.binds.has(name)) uses.add(name);
          return false;
        }
        case "import":
          for (const name of statement.names) binds.add(name.as ?? name.name.split(".")[0] ?? name.name);
          return false;
        case "from":
          for (const name of statement.names) binds.add(name.as ?? name.name);
          return false;
        case "assignment":
        case "delete":
          for (const target of statement.targets) {
            for (const name of targetNames(target)) binds.add(name);
            change(target);
          }
          break;
        case "update":
          for (const name of targetNames(statement.target)) {
            binds.add(name);
            uses.add(name);
          }
          change(statement.target);
          break;
        case "for":
          for (const name of targetNames(statement.target)) binds.add(name);
          break;
        case "with":
          for (const item of statement.items) for (const name of item.as ? targetNames(item.as) : []) binds.add(name);
          break;
        case "try":
          for (const handler of statement.handlers) if (handler.name) binds.add(handler.name);
          break;
        case "match":
          for (const one of statement.cases) for (const name of one.binds) binds.add(name);
          break;
        case "expression":
          visit(statement.value, (below) => {
            const call = asExpr(below);
            if (call.k !== "call") return true;
            change(call.fn);
            for (const argument of call.args) {
              const name = baseName(argument.value);
              if (name !== null) changes.add(name);
            }
            return true;
          });
          break;
        default: {
          const expression = asExpr(inner);
          if (expression.k === "assign") for (const name of targetNames(expression.target)) binds.add(name);
          if (expression.k === "name" || expression.k === "lambda" || expression.k === "comprehension") {
            for (const use of nameUses(expression)) uses.add(use.id);
            return false;
          }
        }
      }
      return true;
    });
  walk(code);
  const effects = { binds, uses, changes };
  cache.set(code, effects);
  return effects;
}

/** Names that code reads and has not given a value itself before, as far as its order tells: others count as read. */
export function readsOf(code: readonly Stmt[]): ReadonlySet<string> {
  const reads = new Set<string>();
  collectReads(code, new Set(), reads);
  return reads;
}

function collectReads(code: readonly Stmt[], bound: Set<string>, reads: Set<string>): void {
  const read = (part: Expr | null): void => {
    for (const { id } of part ? nameUses(part) : []) if (!bound.has(id)) reads.add(id);
  };
  const bind = (target: Expr): void => {
    for (const name of targetNames(target)) if (!reads.has(name)) bound.add(name);
    if (target.k === "attribute" || target.k === "index") read(target);
  };
  for (const statement of code) {
    switch (statement.k) {
      case "expression":
        read(statement.value);
        break;
      case "assignment":
        read(statement.value);
        for (const target of statement.targets) bind(target);
        break;
      case "for":
        read(statement.iter);
        bind(statement.target);
        collectReads(statement.body, bound, reads);
        collectReads(statement.otherwise, new Set(bound), reads);
        break;
      case "with":
        for (const { value, as } of statement.items) {
          read(value);
          if (as) bind(as);
        }
        collectReads(statement.body, bound, reads);
        break;
      case "if":
        for (const { test, body } of statement.branches) {
          read(test);
          collectReads(body, new Set(bound), reads);
        }
        collectReads(statement.otherwise, new Set(bound), reads);
        break;
      default: {
        const { uses, changes } = effectsOf(statement);
        for (const name of [...uses, ...changes]) if (!bound.has(name)) reads.add(name);
      }
    }
  }
}

function globalsIn(body: readonly Stmt[]): string[] {
  const names: string[] = [];
  visit(body, (node) => {
    const statement = asStmt(node);
    if (statement.k === "scope") names.push(...statement.names);
    return true;
  });
  return names;
}

/** Whether code gives a name a value more than once, or in a loop: what reads it later may find another one. */
export function bindsAgain(code: readonly Stmt[], name: string, before: boolean): boolean {
  let count = before ? 1 : 0;
  let again = false;
  const walk = (body: readonly Stmt[], looped: boolean): void => {
    for (const statement of body) {
      if (again) return;
      if (statement.k === "function" || statement.k === "class") {
        if (statement.name === name) count += 1;
        continue;
      }
      const loops = looped || statement.k === "for" || statement.k === "while";
      const bodies = bodiesOf(statement);
      const own = bodies.length === 0 ? effectsOf(statement).binds.has(name) : bindsItself(statement, name);
      if (own) count += 1;
      if (count > 1 || (own && loops)) again = true;
      for (const inner of bodies) walk(inner, loops);
    }
  };
  walk(code, false);
  return again;
}

const bindsItself = (statement: Stmt, name: string): boolean => {
  if (statement.k === "for") return targetNames(statement.target).includes(name);
  if (statement.k === "with") return statement.items.some(({ as }) => as !== null && targetNames(as).includes(name));
  return statement.k === "try" && statement.handlers.some((handler) => handler.name === name);
};

/** Which of `return`, `break`, `continue` code holds: then what follows it may not run. Those of loops inside count too. */
export function exitsOf(body: readonly Stmt[]): ReadonlySet<string> {
  const found = new Set<string>();
  visit(body, (node) => {
    if (node.k === "return" || node.k === "break" || node.k === "continue") found.add(node.k);
    return node.k !== "function" && node.k !== "class" && node.k !== "lambda";
  });
  return found;
}

/** Whether a function's body holds `yield`: then calling it gives a generator. */
export function yields(body: readonly Stmt[]): boolean {
  let found = false;
  visit(body, (node) => {
    if (node.k === "yield") found = true;
    return node.k !== "function" && node.k !== "class" && node.k !== "lambda";
  });
  return found;
}
