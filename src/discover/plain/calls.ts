import type { Argument, Expr } from "../../python/ast.ts";
import { argument, namedArgument, prefixes } from "./arguments.ts";
import { callFunction } from "./functions.ts";
import { MOST_TURNS } from "./loops.ts";
import { addTask, makeDag, makeGroup } from "./making.ts";
import type { Place } from "./place.ts";
import { importPath, isDagClass, isGroupClass, lookUp, type Plain, UNKNOWN } from "./values.ts";
import { isBuiltin, isHarmless, lastName, partOf, rangeOf } from "./words.ts";

/** What a call gives. It may make a DAG, a group or a task; one that may make tasks unseen leaves its DAG incomplete. */
export function evaluateCall(call: Expr & { readonly k: "call" }, place: Place): Plain {
  const { fn, args } = call;
  const { evaluate } = place.run;
  const path = importPath(fn, place.scope);
  if (isDagClass(path)) return makeDag(call, argument(args, "dag_id", 0, place, UNKNOWN), place);
  if (isGroupClass(path)) return makeGroup(argument(args, "group_id", 0, place, UNKNOWN), prefixes(args, place), place);
  const ofValue = fn.k === "attribute" ? callMethod(fn, args, place) : null;
  if (ofValue) return ofValue;
  const values = new Map(args.map((one) => [one, evaluate(one.value, place)]));
  const id = namedArgument(args, "task_id");
  if (id || /(?:Operator|Sensor)$/.test(className(fn))) {
    addTask(id ? evaluate(id.value, place) : UNKNOWN, args, place, false);
    return UNKNOWN;
  }
  const callee = fn.k === "call" ? evaluateCall(fn, place) : fn.k === "name" ? lookUp(place.scope, fn.id) : UNKNOWN;
  if (callee.t === "taskflow") return callTaskFlow(callee.id, "", place);
  if (callee.t === "function") return callFunction(callee, call, values, place);
  if (path === "range" || (fn.k === "name" && fn.id === "range" && callee.t === "unknown"))
    return rangeOf([...values.values()], MOST_TURNS);
  const harmless = (fn.k === "name" && callee.t === "unknown" && isBuiltin(fn.id)) || isHarmless(fn, path);
  if (!harmless && place.dag) place.dag.complete = false;
  return UNKNOWN;
}

/** What a method of a TaskFlow function or of a mapping gives; `null` for any other. */
function callMethod(fn: Expr & { readonly k: "attribute" }, args: readonly Argument[], place: Place): Plain | null {
  const { evaluate } = place.run;
  const of = evaluate(fn.of, place);
  if (of.t === "taskflow") {
    const id = argument(args, "task_id", -1, place, of.id);
    // `fn.override(task_id=…)` is a TaskFlow function with another id, and no task yet.
    if (fn.name === "override") return callTaskFlow(id, fn.name, place);
    for (const { value } of args) evaluate(value, place);
    return callTaskFlow(of.id, fn.name, place);
  }
  if (of.t === "dict" && (fn.name === "items" || fn.name === "keys" || fn.name === "values"))
    return partOf(of, fn.name);
  return null;
}

/** What a method of a TaskFlow function gives; calling it, and mapping it, makes a task. */
function callTaskFlow(id: Plain, method: string, place: Place): Plain {
  if (method === "override" || method === "partial") return { t: "taskflow", id };
  if (method === "" || method === "expand" || method === "expand_kwargs") addTask(id, [], place, true);
  return UNKNOWN;
}

/** The name of the class that is called, directly or by its `partial`. */
const className = (fn: Expr): string =>
  fn.k === "attribute" && fn.name === "partial" ? lastName(fn.of) : lastName(fn);
