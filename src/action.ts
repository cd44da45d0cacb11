import { runAction } from "./action/run-action.ts";

// Stays 1 wherever the process ends before the review has its conclusion.
process.exitCode = 1;
process.exitCode = await runAction();
