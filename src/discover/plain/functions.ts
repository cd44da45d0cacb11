import type { Argument, Expr, FunctionParts, Stmt } from "../../python/ast.ts";
import { argument, namedArgument, positional, prefixes } from "./arguments.ts";
import { makeDag, makeGroup } from "./making.ts";
import type { Place } from "./place.ts";
import {
  importPath,
  isDagDecorator,
  isGroupDecorator,
  isTaskDecorator,
  lookUp,
  type Plain,
  UNKNOWN,
} from "./values.ts";

/** Calls inside of so many others are not followed: then the file's DAGs count as not known in full. */
const DEEPEST = 12;

/** What a `def` stands for, by its decorators. */
export function decorated(parts: FunctionParts, place: Place): Plain {
  const { scope } = place;
  const name: Plain = { t: "str", v: parts.name };
  for (const decorator of parts.decorators) {
    const call = decorator.k === "call" ? decorator : null;
    const path = importPath(call?.fn ?? decorator, scope);
    const given = (key: string, position: number): Plain =>
      call ? argument(call.args, key, position, place, name) : name;
    if (isDagDecorator(path)) return { t: "function", parts, scope, does: { k: "dag", id: given("dag_id", 0) } };
    if (isTaskDecorator(path)) return { t: "taskflow", id: given("task_id", -1) };
    if (isGroupDecorator(path)) {
      const prefixed = call ? prefixes(call.args, place) : true;
      return { t: "function", parts, scope, does: { k: "group", id: given("group_id", 0), prefixed } };
    }
  }
  return { t: "function", parts, scope, does: { k: "plain" } };
}

/** Runs a function of the file with the values of its arguments; gives its DAG or group, or what it returns. */
export function callFunction(
  { parts, does, scope }: Plain & { readonly t: "function" },
  call: Expr & { readonly k: "call" },
  values: ReadonlyMap<Argument, Plain>,
  place: Place,
): Plain {
  const { run } = place;
  const names = new Map<string, Plain>();
  const inOrder = positional(call.args);
  for (const [index, { name, fallback }] of parts.params.entries()) {
    const given = namedArgument(call.args, name) ?? inOrder[index];
    names.set(name, (given && values.get(given)) ?? (fallback ? run.evaluate(fallback, place) : UNKNOWN));
  }
  if (place.depth >= DEEPEST) {
    run.open = true;
    return UNKNOWN;
  }
  const inside = { ...place, scope: { names, outer: scope }, depth: place.depth + 1 };
  if (does.k === "dag") {
    const made = makeDag(call, does.id, place);
    if (made.t === "dag") run.runAll(parts.body, { ...inside, dag: made.dag, prefix: "" });
    return made;
  }
  if (does.k === "group") {
    const group = makeGroup(does.id, does.prefixed, place);
    run.runAll(parts.body, { ...inside, prefix: group.t === "group" ? group.prefix : place.prefix });
    return group;
  }
  run.runAll(parts.body, inside);
  return returned(parts.body, inside);
}

/** What a function gives whose last statement returns a name. */
function returned(body: readonly Stmt[], place: Place): Plain {
  const last = body.at(-1);
  return last?.k === "return" && last.value?.k === "name" ? lookUp(place.scope, last.value.id) : UNKNOWN;
}
