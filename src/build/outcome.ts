import type { Dag } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";

/** What statements after `create_dag` leave open that the generated file holds too. */
export const LATER_CHANGES = "later changes";

/** Whether gusty or Airflow raises because of a problem, or goes on without what is wrong. */
export function raises(problem: Problem): boolean {
  switch (problem.kind) {
    case "unknown-dependency":
    case "not-static":
    case "unknown-root-or-leaf":
    case "misnamed-key":
    case "ignored-file":
    case "dropped-argument":
    case "overwritten-key":
    case "dropped-metadata":
    case "sensor-collision":
    case "sensor-override-lost":
    case "unread-operator":
      return false;
    case "dependency-shape":
    case "folder-shape":
    case "python-syntax":
      return problem.raises;
    case "unreadable-file":
      return problem.why === "not-utf8";
    default:
      return true;
  }
}

/** What becomes of a DAG with these problems: it fails, or is open until Python runs, or is built. */
export function outcomeOf(problems: readonly Problem[]): Dag["outcome"] {
  if (problems.some(raises)) return "fails";
  return problems.some(leavesOpen) ? "undecided" : "built";
}

/** What the generated file computes as gusty does: then the DAG is built as far as known. */
const COMPILED: ReadonlySet<string> = new Set(["edges", LATER_CHANGES]);

/**
 * Whether a DAG is known only in part though it is built: operators compute edges, or statements after `create_dag` deal
 * with it. Of such a DAG nobody says that it is identical to another, or free of cycles.
 */
export const isAsFarAsKnown = (dag: Dag): boolean =>
  dag.outcome === "built" && (dag.computed !== null || (dag.site.statements ?? []).length > 0);

/**
 * Whether the DAG cannot be known because of a problem that makes nobody raise for certain. Edges that operators compute
 * do not count: the generated file computes them too.
 */
export const leavesOpen = (problem: Problem): boolean =>
  (problem.kind === "not-static" && !COMPILED.has(problem.affects)) ||
  (problem.kind === "folder-shape" && !problem.raises) ||
  (problem.kind === "unreadable-file" && problem.why !== "not-utf8");
