import { RE2JS } from "re2js";
import { fieldOf, fieldsOfMap } from "../build/fields.ts";
import type { Dag, Task } from "../model/dag.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { matchesPattern } from "./match-pattern.ts";

const compiled = new Map<string, RE2JS>();

/**
 * True where all of `text` matches: a pattern with `*` and `?`, or a regular expression between slashes, which may match
 * anywhere. Both in linear time (RE2), whatever the expression.
 */
export function matchesPolicy(text: string, pattern: string): boolean {
  const inner = /^\/(.*)\/$/s.exec(pattern)?.[1];
  if (inner === undefined) return matchesPattern(text, pattern);
  const known = compiled.get(inner) ?? RE2JS.compile(inner);
  compiled.set(inner, known);
  return known.matcher(text).find();
}

/** A value that a policy looks at, and where it stands. `value` is `undefined` where nothing gives it. */
export interface PolicyValue {
  readonly value: Value | undefined;
  readonly at: Span | null;
}

/** A setting of a DAG by its path, such as `default_args.owner`; `dag_id` too. */
export function dagValue(dag: Dag, path: string): PolicyValue {
  if (path === "dag_id") return { value: { t: "str", v: dag.id }, at: null };
  return along(dag.metadata, path.split("."));
}

/**
 * An argument of a task by its path; `id`, `operator` and `group` too. What `default_args` of the task's DAG give counts
 * where the task says nothing itself.
 */
export function taskValue(dag: Dag, task: Task, path: string): PolicyValue {
  const place = task.spec ? (fieldOf(task.spec.fields, "operator")?.value.span ?? null) : task.source;
  if (path === "id") return { value: { t: "str", v: task.id }, at: task.source };
  if (path === "group")
    return { value: task.group === null ? undefined : { t: "str", v: task.group }, at: task.source };
  if (path === "operator") return { value: operatorName(task), at: place };
  const own = along([...task.arguments, ...task.dropped], path.split("."));
  if (own.value !== undefined) return own;
  const inherited = along(dag.metadata, ["default_args", ...path.split(".")]);
  return { value: inherited.value, at: inherited.value === undefined ? task.source : inherited.at };
}

/** The operator as the task file names it. */
export function operatorName(task: Task): Value | undefined {
  const written = task.spec ? fieldOf(task.spec.fields, "operator")?.value : undefined;
  if (written) return written;
  return task.operator ? { t: "str", v: `${task.operator.module}.${task.operator.name}` } : undefined;
}

function along(fields: readonly Field[], path: readonly string[]): PolicyValue {
  const [first = "", ...rest] = path;
  const field = fieldOf(fields, first);
  if (!field) return { value: undefined, at: null };
  if (rest.length === 0) return { value: field.value, at: field.value.span ?? field.keySpan };
  const inner = fieldsOfMap(field.value);
  if (inner) {
    const found = along(inner, rest);
    return found.value === undefined ? { value: undefined, at: field.keySpan } : found;
  }
  const open = field.value.t === "expr" || field.value.t === "call";
  return { value: open ? field.value : undefined, at: field.keySpan };
}

/** Whether a value is one of those that a condition names; of a list each item counts. `null`: only Python knows. */
export function isAmong(value: Value, wanted: readonly Value[]): "yes" | "no" | null {
  if (value.t === "list" || value.t === "tuple" || value.t === "set") {
    const each = value.v.map((item) => isAmong(item, wanted));
    if (each.includes("yes")) return "yes";
    return each.includes(null) ? null : "no";
  }
  if (value.t === "expr" || value.t === "call" || value.t === "name") return null;
  return wanted.some((one) => isSame(value, one)) ? "yes" : "no";
}

function isSame(value: Value, wanted: Value): boolean {
  if (wanted.t === "str") return matchesPolicy(textOf(value), wanted.v);
  if (wanted.t === "null") return value.t === "null";
  return "v" in value && "v" in wanted && value.t === wanted.t && value.v === wanted.v;
}

/** A scalar as a person writes it; empty for anything else. */
export function textOf(value: Value): string {
  switch (value.t) {
    case "str":
    case "date":
    case "datetime":
      return value.v;
    case "int":
    case "float":
      return `${value.v}`;
    case "bool":
      return value.v ? "true" : "false";
    default:
      return "";
  }
}
