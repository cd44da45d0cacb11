import type { Path } from "../../model/path.ts";
import type { Expr, Stmt } from "../../python/ast.ts";
import type { DraftDag, Plain, PlainScope } from "./values.ts";

/** More steps than these are not made in one file: then its DAGs count as not known in full. */
const MOST_STEPS = 20_000;

/** One file of plain Python while it is read. */
export interface PlainRun {
  readonly file: Path;
  /** The DAGs that were found so far. */
  readonly dags: DraftDag[];
  steps: number;
  /** True where something was not read, so that any DAG of the file may have tasks that are not known. */
  open: boolean;
  /** What an expression gives; what it makes, such as a task, is kept. */
  readonly evaluate: (expr: Expr, place: Place) => Plain;
  readonly runAll: (body: readonly Stmt[], place: Place) => void;
}

/** Where a statement runs: inside which DAG, and what stands before the ids of its tasks. */
export interface Place {
  readonly run: PlainRun;
  readonly scope: PlainScope;
  readonly dag: DraftDag | null;
  readonly prefix: string;
  /** How many calls of functions it is inside of. */
  readonly depth: number;
}

/** Counts a step; false where there were too many. */
export function spend(run: PlainRun): boolean {
  run.steps += 1;
  if (run.steps > MOST_STEPS) run.open = true;
  return run.steps <= MOST_STEPS;
}
