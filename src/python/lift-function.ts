import type { FunctionParts, Stmt } from "./ast.ts";
import { bounded, closedOf, mayChange, mentionsWatched, mergeDefines, mergeSpans, scopeOf } from "./close.ts";
import { effectsOf, visit } from "./names.ts";
import type { Closed, Run, Scope } from "./objects.ts";
import { isBuiltin, sliceOf } from "./slice.ts";

/**
 * A function that stands inside another one as an expression: a call of a function that holds its text, with what it
 * uses of the code around it as parameters. `null` where it cannot be taken out.
 */
export function liftFunction(run: Run, node: Stmt & { readonly k: "function" }, scope: Scope): Closed | null {
  if (run.lifting.has(node) || mentionsWatched(run, [node], scope)) return null;
  run.lifting.add(node);
  try {
    return lift(run, node, scope);
  } finally {
    run.lifting.delete(node);
  }
}

function lift(run: Run, node: Stmt & FunctionParts, scope: Scope): Closed | null {
  const { module } = scope;
  const fromModule = new Set<string>();
  const bound: (readonly [string, Closed])[] = [];
  for (const name of effectsOf([node]).uses) {
    if (name === node.name) continue;
    const holder = scopeOf(name, scope);
    if (holder === null || (holder.kind === "module" && !module.volatile.has(name))) {
      if (holder !== null || !isBuiltin(name)) fromModule.add(name);
      continue;
    }
    const value = holder.vars.get(name);
    // What the function changes, others may share with it.
    if (value && ["list", "dict", "set"].includes(value.t) && changesOne(node.body, name)) return null;
    const closed = value && !mayChange(holder, name) ? closedOf(value, module.file) : null;
    if (!closed) return null;
    bound.push([name, closed]);
  }
  const { source } = module.code;
  const indent = source.slice(source.lastIndexOf("\n", node.start - 1) + 1, node.start);
  if (indent === "" || indent.trim() !== "") return null;
  const slice = sliceOf(module, fromModule, module.position, (statement) =>
    mentionsWatched(run, statement, module.scope),
  );
  const name = `make_${node.name}`;
  const code = source.slice(node.start, node.end).replaceAll(/\r\n?/g, "\n").trimEnd();
  const parameters = bound.map(([own]) => own).join(", ");
  const text = `def ${name}(${parameters}):\n${indent}${code}\n${indent}return ${node.name}`;
  const values = bound.map(([, closed]) => closed);
  return bounded({
    source: `${name}(${values.map((value) => value.source).join(", ")})`,
    needs: mergeSpans([slice.needs, ...values.map(({ needs }) => needs)]),
    free: [...new Set([...slice.free, ...values.flatMap(({ free }) => free)])].sort(),
    ...mergeDefines([...values, { defines: [{ file: module.file, text }] }]),
  });
}

/** Whether code stores into a collection, or calls a method of it for its effect. */
function changesOne(body: readonly Stmt[], name: string): boolean {
  let found = false;
  visit(body, (node) => {
    const statement = node as Stmt;
    if (statement.k === "expression" && statement.value.k === "call") {
      const { fn } = statement.value;
      found ||= fn.k === "attribute" && fn.of.k === "name" && fn.of.id === name;
    }
    const stores = statement.k === "assignment" || statement.k === "update" || statement.k === "delete";
    if (stores) found ||= effectsOf(statement).changes.has(name);
    return true;
  });
  return found;
}
