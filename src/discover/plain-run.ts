import type { Path } from "../model/path.ts";
import type { Module } from "../python/ast.ts";
import { evaluate } from "./plain-expressions.ts";
import type { PlainRun } from "./plain-place.ts";
import { runAll } from "./plain-statements.ts";
import type { DraftDag } from "./plain-values.ts";

/** Finds the DAGs that a file of plain Python makes, and their tasks, as far as they can be told without running it. */
export function runPlain(file: Path, module: Module): readonly DraftDag[] {
  const run: PlainRun = { file, dags: [], steps: 0, open: module.unread.length > 0, evaluate, runAll };
  runAll(module.body, { run, scope: { names: new Map(), outer: null }, dag: null, prefix: "", depth: 0 });
  if (run.open) for (const dag of run.dags) dag.complete = false;
  return run.dags;
}
