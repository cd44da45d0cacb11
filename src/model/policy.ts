import type { Span } from "./span.ts";
import type { Value } from "./value.ts";

/** What a policy looks at: every DAG, or every task, that all of its selectors take. `null`: no such selector. */
export interface PolicySelector {
  readonly dags: readonly string[] | null;
  readonly tasks: readonly string[] | null;
  readonly paths: readonly string[] | null;
  readonly tags: readonly string[] | null;
  readonly operators: readonly string[] | null;
}

/** One condition on a value: it is there, or it is one of these values or matches one of these patterns. */
export interface PolicyCondition {
  /** `default_args.owner` and `schedule` of the DAG; `task.retries`, `task.operator` and `task.id` of each task. */
  readonly field: string;
  /** `null`: any value. A text is a pattern with `*` and `?`, or a regular expression between slashes. */
  readonly values: readonly Value[] | null;
  readonly at: Span;
}

/** A rule of the project's own, as `policies:` declares it. */
export interface Policy {
  readonly name: string;
  readonly at: Span;
  readonly of: PolicySelector;
  readonly require: readonly PolicyCondition[];
  readonly forbid: readonly PolicyCondition[];
  /** Patterns of ids: what is named otherwise is a finding. */
  readonly naming: { readonly dag: string | null; readonly task: string | null; readonly group: string | null };
  readonly message: string | null;
  readonly link: string | null;
  readonly severity: "error" | "warning" | "notice";
}
