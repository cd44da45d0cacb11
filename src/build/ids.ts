import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { AirflowMajor } from "../model/version.ts";

const KEY = /^[\p{L}\p{N}_.-]+\n?$/u;
const GROUP_KEY = /^[\p{L}\p{N}_-]+\n?$/u;

/**
 * What Airflow refuses in an id: other characters than letters, digits, dashes, dots and underscores, or too many
 * (`airflow/utils/helpers.py`, `validate_key` and `validate_group_key`, where groups may have no dots).
 */
export function idProblems(id: string, what: "dag" | "task" | "group", at: Span): readonly Problem[] {
  const limit = what === "group" ? 200 : 250;
  const length = [...id].length;
  if (length > limit)
    return [{ kind: "invalid-id", at, id, what, detail: `it has ${length} characters, and Airflow takes ${limit}` }];
  if ((what === "group" ? GROUP_KEY : KEY).test(id)) return [];
  const allowed =
    what === "group" ? "letters, digits, dashes and underscores" : "letters, digits, dashes, dots and underscores";
  return [{ kind: "invalid-id", at, id, what, detail: `Airflow takes ${allowed} only` }];
}

/** Says whether an id is taken; `tree` is the top-level group around a group. */
export type DuplicateChecker = (id: string, what: "task" | "group", at: Span, tree?: string) => readonly Problem[];

/**
 * Says of every id after its first use that it is a duplicate. Airflow 2 keeps tasks and groups of a DAG in one
 * namespace; Airflow 3 does not see two groups of one id below different top-level groups
 * (`airflow/sdk/definitions/taskgroup.py`, `_parent_used_group_ids`), so that such a DAG is built.
 */
export function duplicateChecker(airflow: AirflowMajor): DuplicateChecker {
  const seen = new Map<
    string,
    { readonly at: Span; readonly what: "task" | "group"; readonly tree: string | undefined }
  >();
  return (id, what, at, tree) => {
    const first = seen.get(id);
    if (!first) {
      seen.set(id, { at, what, tree });
      return [];
    }
    if (airflow === 3 && what === "group" && first.what === "group" && first.tree !== tree) return [];
    return [{ kind: "duplicate-id", at, id, what, first: first.at }];
  };
}
