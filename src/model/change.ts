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
  /** Its Python file differs in more than its header, or a template file that its arguments name does. */
  readonly code: boolean;
}

/** Runs of the past that become due once the DAG is switched on. */
export interface Backfill {
  /** `new`: the DAG (or its id) is. Else what the change turns on; then Airflow goes on after the last run, so `runs` is the most. */
  readonly cause: "new" | "catchup" | "schedule";
  /** The day from which on, `YYYY-MM-DD`. */
  readonly since: string;
  /** How many until the commit was made (of a working tree: until the base was); `null` where they cannot be counted. */
  readonly runs: number | null;
  /** `max_active_runs`; `null` where it is not known. */
  readonly atOnce: number | null;
}

/** An operator of the repository whose source differs. */
export interface OperatorChange {
  /** Its import path; `local.` first where gusty finds it in `$AIRFLOW_HOME/operators`. */
  readonly operator: string;
  /** The files that differ: of its class, and of those above it. */
  readonly files: readonly string[];
  /** Tasks of head that use it. */
  readonly tasks: readonly string[];
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
  readonly operators: readonly OperatorChange[];
  readonly backfill: Backfill | null;
  readonly risk: readonly Risk[];
  /** Other DAGs of head that wait for this one, and with which tasks. */
  readonly downstream: readonly { readonly dag: string; readonly tasks: readonly string[] }[];
  /** Tasks of head that come after a changed, added or rewired one, without being such themselves. */
  readonly affected: readonly string[];
  /** Files of this DAG that the change touches: those of its operators and templates too. */
  readonly files: readonly string[];
  /**
   * The committed generated file from which Airflow loads the DAG in head, where gusty built it in base: byte for byte
   * what base compiles to.
   */
  readonly migrated: string | null;
  /** Of these, files that moved and are otherwise the same: the old path and the new. */
  readonly filesMoved: readonly (readonly [from: string, to: string])[];
}
