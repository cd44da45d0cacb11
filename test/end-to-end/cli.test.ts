import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { VERSION } from "../../src/model/tool-version.ts";
import { sampleRepository, temporaryFolder } from "../snapshot/sample-repository.ts";

const bundle = resolve(import.meta.dirname, "../../dist/cli/index.js");
const source = resolve(import.meta.dirname, "../../src/cli/index.ts");

/** The command as a child process: the bundle where there is one, and the sources. */
const entries = [source, ...(existsSync(bundle) ? [bundle] : [])].map(
  (path) => [path.includes("dist") ? "dist" : "src", path] as const,
);

function windsock(
  entry: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "" },
    ...options,
  });
  return { status, stdout, stderr };
}

test.each(entries)("%s: prints its version and nothing else", (_, entry) => {
  expect(windsock(entry, ["--version"])).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: "" });
});

test.each(entries)(
  "%s: the demo runs with nothing but Node and git, and its repository can be reviewed again",
  (_, entry) => {
    const folder = temporaryFolder();
    const demo = windsock(entry, ["demo", "--dir", folder]);
    expect([demo.status, demo.stderr]).toEqual([0, ""]);
    expect(demo.stdout).toContain("dependency-cycle");
    expect(demo.stdout).not.toContain("\u001b");
    const shop = join(folder, "shop");
    const review = windsock(entry, ["review", "--format", "json"], { cwd: shop });
    expect([review.status, JSON.parse(review.stdout).counts.error]).toEqual([1, 3]);
    expect(windsock(entry, ["check", "--ref", "main"], { cwd: shop }).status).toBe(0);
    const coloured = windsock(entry, ["review", "--color", "always"], { cwd: shop });
    expect(coloured).toMatchObject({ status: 1, stderr: "", stdout: expect.stringContaining("\u001b[") });
  },
);

test.each(entries)("%s: without git there is one line and exit code 2, and a plain folder needs none", (_, entry) => {
  const empty = temporaryFolder();
  const env = { PATH: empty };
  const { root } = sampleRepository({ "a.yml": "a" });
  const message = "windsock: git cannot be started. Install git 2.29 or newer and put it on the PATH.\n";
  expect(windsock(entry, ["review"], { cwd: root, env })).toEqual({ status: 2, stdout: "", stderr: message });
  expect(windsock(entry, ["check", "-q"], { cwd: empty, env })).toMatchObject({ status: 0, stderr: "" });
});
