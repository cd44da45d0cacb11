import type { Dag } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";

/** Whether gusty or Airflow raises because of a problem, or goes on without what is wrong. */
export function raises(problem: Problem): boolean {
  switch (problem.kind) {
    case "unknown-dependency":
    case "not-static":
      return false;
    case "dependency-shape":
      return problem.raises;
    default:
      return true;
  }
}

/** What becomes of a DAG with these problems: it fails, or is open until Python runs, or is built. */
export function outcomeOf(problems: readonly Problem[]): Dag["outcome"] {
  if (problems.some(raises)) return "fails";
  return problems.some((problem) => problem.kind === "not-static") ? "undecided" : "built";
}
