import type { Path } from "../model/path.ts";
import { call } from "./calls.ts";
import { evaluate } from "./evaluate.ts";
import { execute } from "./execute.ts";
import { runModule } from "./imports.ts";
import { type Host, type ModuleState, OutOfBudget, PythonRaise, type Run } from "./objects.ts";

/** Steps that one entry point may take: a statement, an expression and a name of a listing are one each. */
export const MAX_STEPS = 100_000;

/** How the run of a file ended; `at` is the offset of the top-level statement where it stopped. */
export type RunEnd =
  | { readonly t: "done"; readonly module: ModuleState }
  | { readonly t: "unreadable" }
  | { readonly t: "raised"; readonly type: string; readonly message: string; readonly at: number }
  | { readonly t: "budget"; readonly at: number };

/**
 * Interprets a Python file of the repository without running Python: what is known is computed, the rest stays an
 * expression. What the file does to watched functions and host objects is told to `host`. Always ends, never throws.
 */
export function runPython(host: Host, file: Path, name: string): RunEnd {
  const run: Run = {
    host,
    steps: MAX_STEPS,
    hostSteps: 5 * MAX_STEPS,
    depth: 0,
    calls: 0,
    unknowns: 0,
    modules: new Map(),
    environ: new Map(),
    statement: null,
    tainted: new Map(),
    lifting: new Set(),
    evaluate: (node, scope) => evaluate(run, node, scope),
    call: (fn, args, node, scope) => call(run, fn, args, node, scope),
    execute: (body, scope) => execute(run, body, scope),
  };
  const stopped = (): number => run.modules.get(file)?.position ?? 0;
  try {
    const module = runModule(run, file, name);
    return module ? { t: "done", module } : { t: "unreadable" };
  } catch (error) {
    if (error instanceof PythonRaise) return { t: "raised", type: error.type, message: error.message, at: stopped() };
    if (error instanceof OutOfBudget || error instanceof RangeError) return { t: "budget", at: stopped() };
    throw error;
  }
}
