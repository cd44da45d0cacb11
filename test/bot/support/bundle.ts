import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { threadId } from "node:worker_threads";
import { buildSync } from "esbuild";

const root = resolve(import.meta.dirname, "../../..");
let made: string | null = null;

/**
 * The command line, bundled from its sources into one file, as `dist/` has it: it starts several times as fast. Each thread of
 * the tests has a file of its own, so none starts what another is still writing.
 */
export function bundledCli(): string {
  if (made !== null) return made;
  const folder = resolve(root, ".cache/bot-tests");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!isRunning(Number(/^cli-(\d+)/.exec(name)?.[1]))) rmSync(resolve(folder, name), { force: true });
  }
  const outfile = resolve(folder, `cli-${process.pid}-${threadId}.mjs`);
  buildSync({
    entryPoints: [resolve(root, "src/cli/index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    external: ["@electric-sql/pglite", "playwright-core", "pg-native"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  made = outfile;
  return outfile;
}

/** What processes of the tests that have ended left behind is of no use. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
