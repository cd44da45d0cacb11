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
  /** The class that `operator` names cannot be looked up: `package` has no catalogue, or, where it is `null`, only Python knows what the class takes. */
  | {
      readonly kind: "unread-operator";
      readonly operator: string;
      readonly package: string | null;
      readonly detail: string;
    }
  /** Required arguments of the operator that nothing gives. */
  | { readonly kind: "missing-argument"; readonly operator: string; readonly names: readonly string[] }
  /**
   * Airflow refuses the schedule; `schedule` is its text, or `null` where it is none. `early`: already when the DAG is
   * made, which ends the entry point; else when it is put into the bag, which ends this DAG alone.
   */
  | {
      readonly kind: "invalid-schedule";
      readonly schedule: string | null;
      readonly detail: string;
      readonly early: boolean;
    }
  /** There is a schedule, and neither the DAG nor its `default_args` say when it starts. */
  | { readonly kind: "missing-start-date"; readonly airflow: AirflowMajor }
  /**
   * An argument that gusty drops. `through`: a class above the operator would take it, and gusty does not pass it on.
   * `instead`: the argument that is plainly meant and not given.
   */
  | {
      readonly kind: "dropped-argument";
      readonly keyName: string;
      readonly task: string;
      readonly operator: string;
      readonly through: boolean;
      /** That class's name, where it is known. */
      readonly takenBy: string | null;
      readonly instead: string | null;
    }
  /** An argument that gusty passes on and the operator refuses. */
  | { readonly kind: "refused-argument"; readonly keyName: string; readonly task: string; readonly operator: string }
  /** A key of a task file that gusty writes over. `why` says what it holds instead. */
  | { readonly kind: "overwritten-key"; readonly keyName: string; readonly why: string }
  /**
   * A key of METADATA, of `create_dag` or of `default_args` that reaches nothing. `belongs`: where it would count.
   * `instead`: the key that is plainly meant and not given. `group` is `null` for the DAG.
   */
  | {
      readonly kind: "dropped-metadata";
      readonly keyName: string;
      readonly group: string | null;
      readonly inDefaultArgs: boolean;
      readonly belongs: "default_args" | "dag" | null;
      readonly instead: string | null;
    }
  /** Two tasks, or a task and a group, get one id. `at` is the later one in gusty's order. */
  | { readonly kind: "duplicate-id"; readonly id: string; readonly what: "task" | "group"; readonly first: Span }
  /** Airflow refuses the id, or gusty reserves it (`all`). */
  | {
      readonly kind: "invalid-id";
      readonly id: string;
      readonly what: "dag" | "task" | "group";
      readonly detail: string;
    }
  /** A YAML tag that nothing defines. `known` are those that gusty and the project define, with their `!`. */
  | { readonly kind: "unknown-tag"; readonly tag: string; readonly known: readonly string[] }
  /** A tree of folders that gusty cannot walk. `raises`: gusty fails; else it takes `folder` for a second DAG and goes on. */
  | {
      readonly kind: "folder-shape";
      readonly folder: string;
      readonly detail: string;
      readonly expected: string;
      readonly raises: boolean;
    }
  /** A root or leaf task that has edges of its own, with the tasks of `others`: gusty asserts that it has none. */
  | {
      readonly kind: "root-or-leaf-edges";
      readonly key: "root_tasks" | "leaf_tasks";
      readonly name: string;
      readonly others: readonly string[];
    }
  /** A name under `root_tasks` or `leaf_tasks` that is no task of the top level: gusty drops it. */
  | { readonly kind: "unknown-root-or-leaf"; readonly key: "root_tasks" | "leaf_tasks"; readonly name: string }
  /** A key that gusty drops and that plainly means another one. `of`: `null` for the DAG. `taken`: the other is there too. */
  | {
      readonly kind: "misnamed-key";
      readonly key: string;
      readonly means: string;
      readonly of: NodeRef | null;
      readonly taken: boolean;
    }
  /** Python cannot parse a `.py` task file. `raises`: gusty parses it too; else the task fails when it runs. */
  | { readonly kind: "python-syntax"; readonly detail: string; readonly raises: boolean }
  /** A file that looks like a task or like METADATA.yml, and that gusty passes over. `instead`: the name it should have; `free`: no other file has it. */
  | { readonly kind: "ignored-file"; readonly detail: string; readonly instead: string | null; readonly free: boolean }
  /** An external dependency whose sensor has the name of another one's, for `first`: it waits for that instead. */
  | {
      readonly kind: "sensor-collision";
      readonly sensor: string;
      readonly wanted: { readonly dag: string; readonly task: string | null };
      readonly made: { readonly dag: string; readonly task: string | null };
      readonly first: Span | null;
    }
  /** Settings of a later declaration of one external dependency, which gusty does not use: the first made the sensor. */
  | {
      readonly kind: "sensor-override-lost";
      readonly sensor: string;
      readonly keyName: string;
      readonly first: Span | null;
    }
  /** gusty or Airflow raises for another cause that is written here. */
  | { readonly kind: "raises"; readonly detail: string; readonly expected: string }
  /** `windsock.yml` says something that Windsock does not know. */
  | { readonly kind: "configuration"; readonly detail: string; readonly expected: string }
  /** Something that only Python can decide: `affects` names what stays open (`arguments`, `shape`, or a path such as `schedule`). */
  | { readonly kind: "not-static"; readonly expression: string; readonly why: string; readonly affects: string }
);

export type ProblemKind = Problem["kind"];
