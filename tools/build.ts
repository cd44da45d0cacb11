/**
 * `npm run build`: bundles the HTML report's page into a source file, compiles `src/` to `build/`, and bundles the command
 * line and the Action into `dist/`.
 * `npm run build:check`: does the same beside it, and fails where the committed `dist/` is something else.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { PAGE_FILE, writePage } from "./bundle-page.ts";
import { runScript } from "./run.ts";

const ENTRIES = [
  { from: "build/cli/index.js", to: "cli" },
  { from: "build/action.js", to: "action" },
];

function bundle(out: string): void {
  rmSync("build", { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  runScript("node_modules/typescript/bin/tsc", ["-p", "tsconfig.build.json"]);
  // Read beside the code by `new URL(…, import.meta.url)`, which the bundler turns into assets.
  cpSync("src/cli/verify/python", "build/cli/verify/python", { recursive: true });
  for (const { from, to } of ENTRIES) {
    runScript("node_modules/@vercel/ncc/dist/ncc/cli.js", [
      "build",
      from,
      "-o",
      join(out, to),
      "--license",
      "licenses.txt",
      "--no-cache",
      "-q",
    ]);
  }
}

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort()
    : [];

function stale(committed: string, fresh: string): readonly string[] {
  const names = new Set([...filesBelow(committed), ...filesBelow(fresh)]);
  const read = (folder: string, name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "latin1") : "";
  return [...names].filter((name) => read(committed, name) !== read(fresh, name));
}

const check = process.argv.includes("--check");
if (!(await writePage(check))) {
  console.error(`${PAGE_FILE} is not what the sources give. Run: npm run build`);
  process.exit(1);
}
if (process.argv.includes("--page")) process.exit(0);
if (check) {
  bundle(".cache/dist");
  const files = stale("dist", ".cache/dist");
  if (files.length > 0) {
    console.error(`dist/ is not what the sources give: ${files.join(", ")}. Run: npm run build`);
    process.exit(1);
  }
} else {
  bundle("dist");
}
