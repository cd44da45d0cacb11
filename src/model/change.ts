import type { Dag } from "./dag.ts";
import type { Value } from "./value.ts";

/** One value that differs, by its path: `retries`, `default_args.owner`. `null`: not there on that side. */
export interface FieldChange {
  readonly path: string;
  readonly from: Value | null;
  readonly to: Value | null;
}

export interface TaskChange {
  readonly id: string;
  readonly fields: readonly FieldChange[];
  /** The task's Python file differs in more than its header. */
  readonly code: boolean;
}

export type Risk = "shape" | "schedule" | "backfill" | "arguments" | "code" | "docs";

export type DagChangeKind = "added" | "removed" | "renamed" | "changed" | "affected" | "unchanged";

/** What a change does to one DAG. Task and group ids are Airflow's. */
export interface DagChange {
  /** The id in head, or in base where it is removed. */
  readonly id: string;
  readonly kind: DagChangeKind;
  readonly base: Dag | null;
  readonly head: Dag | null;
  /** Of the canonical DAG; equal means the same DAG. `null`: not there, or not built in full. */
  readonly hash: { readonly base: string | null; readonly head: string | null };
  readonly tasks: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** `likeness` is 0 to 1. */
    readonly renamed: readonly { readonly from: string; readonly to: string; readonly likeness: number }[];
    readonly moved: readonly { readonly id: string; readonly from: string | null; readonly to: string | null }[];
    readonly changed: readonly TaskChange[];
  };
  readonly edges: {
    readonly added: readonly (readonly [string, string])[];
    readonly removed: readonly (readonly [string, string])[];
  };
  readonly settings: readonly FieldChange[];
  readonly risk: readonly Risk[];
  /** Other DAGs of head that wait for this one, and with which tasks. */
  readonly downstream: readonly { readonly dag: string; readonly tasks: readonly string[] }[];
  /** Tasks of head that come after a changed, added or rewired one, without being such themselves. */
  readonly affected: readonly string[];
  /** Files of this DAG that the change touches. */
  readonly files: readonly string[];
}
