import type { Path } from "../../model/path.ts";
import type { Module } from "../../python/ast.ts";
import { evaluate } from "./expressions.ts";
import type { PlainRun } from "./place.ts";
import { runAll } from "./statements.ts";
import type { DraftDag } from "./values.ts";

/**
 * Finds the DAGs that a file of plain Python makes, and their tasks, as far as they can be told without running it. `runPython`
 * follows one way through a program and stops where that is not known; here every branch counts, and what may be hidden is noted.
 */
export function runPlain(file: Path, module: Module): readonly DraftDag[] {
  const run: PlainRun = { file, dags: [], steps: 0, open: module.unread.length > 0, evaluate, runAll };
  runAll(module.body, { run, scope: { names: new Map(), outer: null }, dag: null, prefix: "", depth: 0 });
  if (run.open) for (const dag of run.dags) dag.complete = false;
  return run.dags;
}
