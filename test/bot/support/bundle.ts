import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { buildSync } from "esbuild";

const root = resolve(import.meta.dirname, "../../..");
let made: string | null = null;

/** The command line, bundled from its sources into one file, as `dist/` has it: it starts several times as fast. */
export function bundledCli(): string {
  if (made !== null) return made;
  const folder = resolve(root, ".cache/bot-tests");
  mkdirSync(folder, { recursive: true });
  const outfile = resolve(folder, `cli-${process.pid}.mjs`);
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
