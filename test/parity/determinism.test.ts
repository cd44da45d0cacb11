import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { readFixtures } from "./fixtures.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "windsock-same-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CANARY = "canary-5f3a9c";
/** What fixtures read from the environment, and what programs like to read. */
const PLANTED = [
  ...[
    "HOME",
    "USER",
    "LOGNAME",
    "HOSTNAME",
    "PWD",
    "TMPDIR",
    "EDITOR",
    "GITHUB_TOKEN",
    "GITHUB_REPOSITORY",
    "GITHUB_SHA",
  ],
  ...["AIRFLOW_HOME", "GUSTY_HOME", "LATEST_ONLY", "HOME_OF_NOBODY", "AIRFLOW__CORE__DAGS_FOLDER", "AIRFLOW_VAR_X"],
];

/** Everything that Windsock prints of all fixtures, in a process with this environment. */
async function printed(projects: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const program = join(import.meta.dirname, "print-all.ts");
  const { stdout } = await run(process.execPath, [program, projects], {
    env: { PATH: process.env.PATH, ...environment },
    maxBuffer: 1 << 29,
  });
  return stdout;
}

/** The first place where two long texts differ. */
function firstDifference(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 200), at + 80)}\n--- or ---\n${b.slice(Math.max(0, at - 200), at + 80)}`;
}

test("two runs, folders, locales and time zones give the same bytes, and nothing of the environment is in them", async () => {
  const [first, second] = [join(folder, "first"), join(folder, "second/far below")] as const;
  for (const place of [first, second]) {
    mkdirSync(place, { recursive: true });
    for (const fixture of readFixtures()) cpSync(fixture.folder, join(place, fixture.name), { recursive: true });
  }
  const planted = Object.fromEntries(PLANTED.map((name) => [name, `${CANARY}-${name}`]));
  const [plain, other] = await Promise.all([
    printed(first, { LANG: "C", LC_ALL: "C", TZ: "UTC" }),
    printed(second, { ...planted, LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Chatham" }),
  ]);
  expect(plain.length).toBeGreaterThan(1_000_000);
  expect(firstDifference(plain, other)).toBeNull();
  expect(other).not.toContain(CANARY);
  expect(plain).not.toContain(folder);
});
