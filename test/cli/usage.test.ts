import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sampleRepository, temporaryFolder } from "../snapshot/sample-repository.ts";
import { windsock } from "./run-cli.ts";

test("the version is one line", async () => {
  expect(await windsock("/", ["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
});

test("help names every command and the exit codes, and each command has its own", async () => {
  const { code, out } = await windsock("/", ["--help"]);
  expect(code).toBe(0);
  const commands = ["review", "check", "compile", "init", "graph", "why", "impact", "demo", "explain", "rules"];
  for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, "m"));
  expect(out).toContain("Exit codes: 0 nothing gates, 1 findings gate");
  for (const command of commands) {
    const help = await windsock("/", [command, "--help"]);
    expect([help.code, help.out.startsWith(`Usage: windsock ${command}`)]).toEqual([0, true]);
  }
});

const folder = temporaryFolder();
const { root } = sampleRepository({ "dags/a.txt": "a" });

test.each([
  [folder, [], /Usage: windsock/],
  [folder, ["revue"], /^windsock: unknown command 'revue' \(Did you mean review\?\)\. Run: windsock --help\n$/],
  [
    folder,
    ["review", "--bas", "x"],
    /^windsock: unknown option '--bas' \(Did you mean --base\?\)\. Run: windsock --help\n$/,
  ],
  [
    folder,
    ["check", "--airflow", "1"],
    /^windsock: .*'1' is invalid. Allowed choices are 2, 3\.\. Run|Allowed choices are 2, 3/,
  ],
  [folder, ["check", "--format", "pdf"], /Allowed choices are text, markdown, json, html, sarif, junit, github/],
  [folder, ["rules", "extra"], /^windsock: too many arguments/],
  [folder, ["compile"], /^windsock: required option '--out <dir>' not specified\. Run: windsock --help\n$/],
  [folder, ["review"], /^windsock: there is no git repository here, .*Try `windsock check`/],
  [folder, ["check", "--ref", "main"], /is no git repository, so it has no version `main`\n$/],
  [folder, ["check", "--repo", "nowhere"], /^windsock: there is no folder `.*nowhere`\n$/],
  [
    root,
    ["review", "--base", "nowhere"],
    /^windsock: there is no commit `nowhere` in this repository\. Check the name, or fetch it: git fetch origin\n$/,
  ],
  [root, ["check", "--ref", "--all"], /^windsock: /],
  [root, ["review", "--worktree", "--head", "main"], /^windsock: --worktree and --head name two versions/],
  [root, ["graph", "--base", "main"], /^windsock: --base belongs to --changed/],
  [root, ["review", "--open"], /^windsock: --open shows the HTML report\. Add --format html\.\n$/],
  [root, ["check", "--open", "--format", "json"], /^windsock: --open shows the HTML report/],
  [
    root,
    ["explain", "generated/a.py:3"],
    /^windsock: `generated\/a\.py` is no generated file: no DAG here compiles\n$/,
  ],
  [root, ["graph", "--nodes", "many"], /^windsock: --nodes many is no count/],
  [root, ["check", "--config", "none.yml"], /^windsock: the configuration `none.yml` cannot be read/],
  [root, ["check", "../elsewhere"], /^windsock: there is no file or folder `..\/elsewhere` in this version/],
  [
    root,
    ["check", "-q", "--output", "no/such/file"],
    /^windsock: `no\/such\/file` cannot be written: there is no such folder\. Make the folder first\.\n$/,
  ],
  [root, ["graph", "sales"], /^windsock: there is no DAG `sales`: no gusty DAG was found here\n$/],
  [
    folder,
    ["explain", "unknown-dependancy"],
    /^windsock: there is no rule `unknown-dependancy`: did you mean `unknown-dependency`\?/,
  ],
])("in %s, %j is wrong input: exit code 2 and one line that says what to do", async (cwd, args, expected) => {
  const { code, out, err } = await windsock(cwd, args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(expected);
  if (args.length > 0) expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("a repository without a commit says to commit first", async () => {
  const empty = temporaryFolder();
  const { git } = sampleRepository({ a: "a" });
  git("init", "-q", "-b", "main", empty);
  const { code, err } = await windsock(empty, ["review"]);
  expect([code, err]).toEqual([
    2,
    "windsock: no default branch is known (origin/HEAD, main or master). Commit first, or run `windsock check`.\n",
  ]);
});

test("nothing that a name holds reaches the terminal as a control character", async () => {
  writeFileSync(join(root, "x"), "x");
  const { err } = await windsock(root, ["graph", "\u001b[31mred\u0007"]);
  expect(err).toContain("\\x1b[31mred\\x07");
  expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

test("rules are listed with severity and effect, and explained by their page", async () => {
  const { out } = await windsock("/", ["rules"]);
  expect(out).toMatch(/^unknown-dependency +error +dropped +/m);
  const page = await windsock("/", ["explain", "unknown-dependency"]);
  expect(page.code).toBe(0);
  expect(page.out).toMatch(/^# unknown-dependency\n/);
});

test("a defect of ours is exit code 3, with what to report", async () => {
  const broken = () => {
    throw new Error("cannot happen");
  };
  const { code, err } = await windsock("/", ["rules"], { out: broken });
  expect(code).toBe(3);
  expect(err).toMatch(/^windsock: this is a defect of Windsock 0\.1\.0\. Please report it/);
  expect(err).toContain("Error: cannot happen");
});
