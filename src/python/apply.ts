import { runFunction } from "./call-function.ts";
import { type Applied, type Obj, OutOfBudget, PythonRaise, type Run } from "./objects.ts";

/** Steps that one such call may take. */
const MAX_STEPS = 20_000;

/** Runs a function of the repository for the host, with a budget of its own. */
export function apply(run: Run, fn: Obj, args: readonly Obj[], named: ReadonlyMap<string, Obj> = new Map()): Applied {
  if (fn.t !== "function") return { t: "open", why: "it is no function that Windsock can read" };
  if (fn.opaque !== null) return { t: "open", why: fn.opaque };
  const own = Math.min(MAX_STEPS, run.hostSteps);
  const { steps, depth } = run;
  run.steps = own;
  try {
    const given = [...named].map(([name, value]) => ({ name, at: null, value }));
    return runFunction(run, fn, { positional: args, named: given, unknownStar: [] });
  } catch (error) {
    if (error instanceof PythonRaise) return { t: "raised", type: error.type, message: error.message };
    if (error instanceof OutOfBudget) return { t: "open", why: "it takes more steps than Windsock follows" };
    throw error;
  } finally {
    run.hostSteps -= own - Math.max(0, run.steps);
    run.steps = steps;
    run.depth = depth;
  }
}
