import { spawnSync } from "node:child_process";

/** Runs a command in the repository's root with its output shown; ends this process with its exit code if it fails. */
export function run(command: string, args: readonly string[]): void {
  const result = spawnSync(command, args, { stdio: "inherit" });
  if (result.error) {
    console.error(`${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Runs the JavaScript of a package's binary with this Node. */
export const runScript = (script: string, args: readonly string[]): void => run(process.execPath, [script, ...args]);
