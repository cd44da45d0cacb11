import { dottedName } from "../../catalogue/words.ts";
import type { Span } from "../../model/span.ts";
import type { Expr, FunctionParts } from "../../python/ast.ts";

/** A DAG that plain Python makes, while its file is read. */
export interface DraftDag {
  readonly id: string;
  readonly at: Span;
  readonly tasks: Set<string>;
  readonly groups: Set<string>;
  /** False where it may have tasks that are not known. */
  complete: boolean;
}

/** What a name stands for, as far as it matters for DAGs and their tasks. */
export type Plain =
  | { readonly t: "str"; readonly v: string }
  | { readonly t: "int"; readonly v: number }
  | { readonly t: "bool"; readonly v: boolean }
  | { readonly t: "list"; readonly items: readonly Plain[] }
  | { readonly t: "dict"; readonly items: readonly (readonly [Plain, Plain])[] }
  /** Something imported, by its full path. */
  | { readonly t: "import"; readonly path: string }
  | { readonly t: "dag"; readonly dag: DraftDag }
  /** `prefix` stands before the ids of what is in it. */
  | { readonly t: "group"; readonly prefix: string }
  | { readonly t: "function"; readonly parts: FunctionParts; readonly does: FunctionKind; readonly scope: PlainScope }
  /** A class of the file itself. */
  | { readonly t: "class"; readonly name: string }
  /** A TaskFlow function with the id of its next task. */
  | { readonly t: "taskflow"; readonly id: Plain }
  | { readonly t: "unknown" };

export type FunctionKind =
  | { readonly k: "plain" }
  | { readonly k: "dag"; readonly id: Plain }
  | { readonly k: "group"; readonly id: Plain; readonly prefixed: boolean };

export const UNKNOWN: Plain = { t: "unknown" };

/** Names of one scope, and of those around it. */
export interface PlainScope {
  readonly names: Map<string, Plain>;
  readonly outer: PlainScope | null;
}

/** What a name stands for here. */
export function lookUp(scope: PlainScope, name: string): Plain {
  for (let at: PlainScope | null = scope; at; at = at.outer) {
    const found = at.names.get(name);
    if (found) return found;
  }
  return UNKNOWN;
}

/** The full import path of what an expression names, or `null`. */
export function importPath(expr: Expr, scope: PlainScope): string | null {
  const [first = "", ...rest] = dottedName(expr)?.split(".") ?? [];
  const found = lookUp(scope, first);
  return found.t === "import" ? [found.path, ...rest].join(".") : null;
}

const DAG_CLASS = /^airflow(?:\.models(?:\.dag)?|\.sdk(?:\.definitions\.dag)?)?\.DAG$/;
const GROUP_CLASS = /^airflow(?:\.utils\.task_group|\.sdk(?:\.definitions\.taskgroup)?)\.TaskGroup$/;
const DAG_DECORATOR = /^airflow(?:\.decorators|\.sdk)\.dag$/;
const GROUP_DECORATOR = /^airflow(?:\.decorators|\.sdk)\.task_group$/;
const TASK_DECORATOR = /^airflow(?:\.decorators|\.sdk)\.(?:task|setup|teardown)(?:\.\w+)?$/;

export const isDagClass = (path: string | null): boolean => path !== null && DAG_CLASS.test(path);
export const isGroupClass = (path: string | null): boolean => path !== null && GROUP_CLASS.test(path);
export const isDagDecorator = (path: string | null): boolean => path !== null && DAG_DECORATOR.test(path);
export const isGroupDecorator = (path: string | null): boolean => path !== null && GROUP_DECORATOR.test(path);
export const isTaskDecorator = (path: string | null): boolean => path !== null && TASK_DECORATOR.test(path);
