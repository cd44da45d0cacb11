/** `npm test`: makes what the tests need (Python environments, Chromium, strace, PostgreSQL), then runs every check of the project. */
import { readFileSync } from "node:fs";
import { makeChromium } from "./chromium.ts";
import { makePostgres } from "./postgres.ts";
import { makeAirflowAlone, makeEnvironments, makeLinters } from "./python/make-environments.ts";
import { run, runScript } from "./run.ts";
import { makeStrace } from "./strace.ts";

makeChromium();
makeStrace();
makePostgres();
await makeEnvironments();
await makeAirflowAlone();
await makeLinters();
runScript("node_modules/typescript/bin/tsc", ["--noEmit"]);
runScript("node_modules/typescript/bin/tsc", ["-p", "tsconfig.page.json"]);
run("node_modules/.bin/biome", ["check", "--error-on-warnings", "."]);
runScript("tools/build.ts", ["--check"]);
runScript("node_modules/vitest/vitest.mjs", [
  "run",
  "--project",
  "unit",
  "--project",
  "slow",
  "--project",
  "bot",
  "--reporter=default",
  "--reporter=json",
  "--outputFile.json=.cache/tests.json",
]);

const report: unknown = JSON.parse(readFileSync(".cache/tests.json", "utf8"));
const count = (key: string): number => {
  const value = report && typeof report === "object" ? Reflect.get(report, key) : 0;
  return typeof value === "number" ? value : 0;
};
console.log(
  `${count("numPassedTests")} passed, ${count("numFailedTests")} failed, ${count("numPendingTests")} skipped`,
);
