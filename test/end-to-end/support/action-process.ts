import { runAction } from "../../../src/action/run-action.ts";
import type { Pace } from "../../../src/github/pace.ts";

/** One job, as `startActionProcess` sends it. */
export interface JobMessage {
  readonly environment: Readonly<Record<string, string>>;
  readonly pace: Pace;
  /** What is printed when the job has ended. */
  readonly end: string;
}

/** Runs one job after the other with the Action's own code: the environment is the job's, the times are as passed in. */
process.on("message", async ({ environment, pace, end }: JobMessage) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  const code = await runAction(pace);
  process.stdout.write(`${end}${code}\n`);
});
process.on("disconnect", () => process.exit());
