import type { Dag, Group } from "../model/dag.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";

/** Which text gives a value. */
export interface Origin {
  /** `call`: the entry point's call, or `windsock.yml`, which declares the DAG. `gusty`: no file writes it. */
  readonly by: "task-file" | "metadata" | "call" | "gusty";
  /** The key below which it stands there (`default_args`, `wait_for_defaults`), or `null`: it stands by itself. */
  readonly below: string | null;
  /** The task group whose METADATA.yml it is, by id; `null`: the DAG's, or none. */
  readonly group: string | null;
  readonly at: Span | null;
}

/** A value with the text that gives it. */
export interface TracedValue {
  /** The path of keys: `retries`, `default_args.owner`. */
  readonly key: string;
  readonly value: Value;
  readonly origin: Origin;
  /** The same key elsewhere, which this one beats: the nearest first. */
  readonly beats: readonly { readonly value: Value; readonly origin: Origin }[];
  /** It reaches the operator only if its class takes such an argument, which is not known here. */
  readonly ifTaken: boolean;
}

/** Where a field is written: at its key, or at its value. */
export const placeOf = ({ keySpan, value }: Field): Span | null => keySpan ?? value.span ?? null;

/** Whose text a span lies in, of a DAG's own files; `group`: where its value counts. */
export function originOf(dag: Dag, field: Field, below: string | null, group: Group | null = null): Origin {
  const at = placeOf(field);
  if (at === null) return { by: "gusty", below, group: null, at };
  if (group !== null && at.file === group.metadata) return { by: "metadata", below, group: group.id, at };
  if (at.file === dag.metadataFile) return { by: "metadata", below, group: null, at };
  const owner = dag.groups.find(({ metadata }) => metadata === at.file);
  if (owner !== undefined) return { by: "metadata", below, group: owner.id, at };
  const isTaskFile = dag.tasks.some(({ spec }) => spec?.file === at.file);
  return { by: isTaskFile && at.file !== dag.site.declared.file ? "task-file" : "call", below, group: null, at };
}
