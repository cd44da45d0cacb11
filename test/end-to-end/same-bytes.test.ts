import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../snapshot/sample-repository.ts";

const run = promisify(execFile);
const entry = resolve(import.meta.dirname, "../../src/cli/index.ts");

/** Two machines as different as they can be where the command runs: clock, language, home and place. */
const MACHINES: readonly Record<string, string>[] = [
  { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", HOME: "/nowhere" },
  { TZ: "America/St_Johns", LANG: "C", COLUMNS: "40", FORCE_HYPERLINK: "1" },
];

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  text: ["review", "--format", "text"],
  "text with colours": ["review", "--format", "text", "--color", "always"],
  markdown: ["review", "--format", "markdown"],
  json: ["review", "--format", "json"],
  sarif: ["review", "--format", "sarif"],
  junit: ["review", "--format", "junit"],
  html: ["review", "--format", "html"],
  "workflow commands": ["review", "--format", "github"],
  "findings of one version": ["check", "--ref", "hourly-orders", "--format", "json"],
  "diagram of a change": ["graph", "orders_daily", "--changed"],
  "diagram between DAGs": ["graph"],
};

describe("one commit gives the same bytes on every machine", () => {
  const folders: string[] = [];
  beforeAll(async () => {
    const demo = temporaryFolder();
    await run(process.execPath, [entry, "demo", "--dir", demo], { env: { PATH: process.env.PATH ?? "" } });
    for (const name of ["one", "two"]) {
      const folder = join(temporaryFolder(), name);
      await cp(join(demo, "shop"), folder, { recursive: true });
      folders.push(folder);
    }
  });

  test.each(Object.entries(COMMANDS))("%s", async (_, args) => {
    const outputs = await Promise.all(
      MACHINES.map(async (machine, at) => {
        const env = { PATH: process.env.PATH ?? "", ...machine };
        const options = { cwd: folders[at], env, maxBuffer: 50_000_000 };
        const done = await run(process.execPath, [entry, ...args], options).catch(
          (error: { code: number; stdout: string }) => error,
        );
        return done.stdout;
      }),
    );
    expect(outputs[0]?.length).toBeGreaterThan(50);
    expect(outputs[1] === outputs[0]).toBe(true);
  });

  test("the generated Python", async () => {
    const made = await Promise.all(
      MACHINES.map(async (machine, at) => {
        const out = temporaryFolder();
        const env = { PATH: process.env.PATH ?? "", ...machine };
        await run(process.execPath, [entry, "compile", "--ref", "main", "--out", out], { cwd: folders[at], env });
        const { stdout } = await run("sh", ["-c", "cat *.py"], { cwd: out });
        return stdout;
      }),
    );
    expect(made[0]).toContain("# windsock: generated");
    expect(made[1] === made[0]).toBe(true);
  });
});
