import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";

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

/** Says of every id after its first use that it is a duplicate; Airflow keeps tasks and groups of a DAG in one namespace. */
export function duplicateChecker(): (id: string, what: "task" | "group", at: Span) => readonly Problem[] {
  const seen = new Map<string, Span>();
  return (id, what, at) => {
    const first = seen.get(id);
    if (first) return [{ kind: "duplicate-id", at, id, what, first }];
    seen.set(id, at);
    return [];
  };
}
