import type { Edge, NodeRef } from "./dag.ts";
import type { ContentRefusal } from "./snapshot.ts";
import type { Span } from "./span.ts";
import type { AirflowMajor } from "./version.ts";

/**
 * What is wrong in a file, as a fact with a place. Reading and building collect problems and go on; the rules in
 * `src/check/rules/` turn them into findings with words, effect and fix.
 */
export type Problem = {
  readonly at: Span;
} /** The file's bytes could not be had, or are no UTF-8 (`byte` is the offset of the first bad one). */ & (
  | { readonly kind: "unreadable-file"; readonly why: ContentRefusal | "not-utf8"; readonly byte?: number }
  /** PyYAML rejects the text. `detail` is one plain sentence without a place. */
  | { readonly kind: "yaml-syntax"; readonly detail: string; readonly hint: string | null }
  /** The header of a task file, or METADATA, is missing, unterminated, not a mapping, or of a form that gusty does not read. */
  | { readonly kind: "front-matter"; readonly detail: string; readonly expected: string }
  | { readonly kind: "missing-operator" }
  /** `name` is no function that gusty would find; `functions` are those that it would. `key` is the argument that names it. */
  | {
      readonly kind: "missing-callable";
      readonly key: string;
      readonly name: string;
      readonly functions: readonly string[];
      readonly because: "absent" | "nested" | "async" | "class" | "not-a-name" | "imported";
    }
  /** `dependencies` or `external_dependencies` in a shape that gusty cannot read. `raises`: gusty fails; else it goes on, with what `detail` says. */
  | { readonly kind: "dependency-shape"; readonly key: string; readonly detail: string; readonly raises: boolean }
  /** A dependency that names nothing in reach: gusty drops it. `of` is the task or group that asks for it. */
  | { readonly kind: "unknown-dependency"; readonly name: string; readonly of: NodeRef }
  /** The tasks of `ring` wait for each other: Airflow refuses the DAG. The shortest ring of its knot, each edge once. */
  | { readonly kind: "dependency-cycle"; readonly ring: readonly Edge[] }
  /** The class that `operator` names does not exist in the package that should hold it. */
  | {
      readonly kind: "unknown-operator";
      readonly operator: string;
      readonly detail: string;
      readonly nearest: string | null;
    }
  /** Required arguments of the operator that nothing gives. */
  | { readonly kind: "missing-argument"; readonly operator: string; readonly names: readonly string[] }
  /** There is a schedule, and neither the DAG nor its `default_args` say when it starts. */
  | { readonly kind: "missing-start-date"; readonly airflow: AirflowMajor }
  /** Two tasks, or a task and a group, get one id. `at` is the later one in gusty's order. */
  | { readonly kind: "duplicate-id"; readonly id: string; readonly what: "task" | "group"; readonly first: Span }
  /** Airflow refuses the id, or gusty reserves it (`all`). */
  | {
      readonly kind: "invalid-id";
      readonly id: string;
      readonly what: "dag" | "task" | "group";
      readonly detail: string;
    }
  /** gusty or Airflow raises for another cause that is written here. */
  | { readonly kind: "raises"; readonly detail: string; readonly expected: string }
  /** `windsock.yml` says something that Windsock does not know, or, where `later` is true, something valid that this version does not act on yet. */
  | { readonly kind: "configuration"; readonly detail: string; readonly expected: string; readonly later: boolean }
  /** Something that only Python can decide: `affects` names what stays open (`arguments`, `shape`, or a path such as `schedule`). */
  | { readonly kind: "not-static"; readonly expression: string; readonly why: string; readonly affects: string }
);

export type ProblemKind = Problem["kind"];
