import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../snapshot/sample-repository.ts";
import { windsock } from "./run-cli.ts";

const ENTRY =
  "import os\nfrom gusty import create_dags\ncreate_dags(os.path.dirname(__file__), globals(), latest_only=False)\n";
const BAKE =
  "operator: airflow.operators.bash.BashOperator\nbash_command: echo\nretires: 3  # three\ndependencies: [kneed]\n";

/** A folder with a project that has two safe fixes and one finding without. */
function project(): { root: string; bake: string } {
  const root = temporaryFolder();
  mkdirSync(join(root, "dags/bakery"), { recursive: true });
  const bake = join(root, "dags/bakery/bake.yml");
  writeFileSync(join(root, "requirements.txt"), "apache-airflow==2.11.2\ngusty==0.23.1\n");
  writeFileSync(join(root, "dags/dags.py"), ENTRY);
  writeFileSync(bake, BAKE);
  writeFileSync(
    join(root, "dags/bakery/knead.yml"),
    "operator: airflow.operators.bash.BashOperator\nbash_command: echo\ncolour: red\n",
  );
  return { root, bake };
}

describe("check --fix", () => {
  test("writes the safe fixes, reports what is left, and a second run changes nothing", async () => {
    const { root, bake } = project();
    const first = await windsock(root, ["check", "--fix", "--format", "github"]);
    const mended = BAKE.replace("retires", "retries").replace("kneed", "knead");
    expect(readFileSync(bake, "utf8")).toBe(mended);
    expect(first.code).toBe(0);
    expect(first.err).toContain("Rename `retires` to `retries` (unknown-argument)");
    expect(first.err).toContain("fixed 1 file");
    expect(first.out).toContain("colour");
    expect(first.out).not.toContain("kneed");
    const second = await windsock(root, ["check", "--fix", "--format", "github"]);
    expect(second.err).toContain("nothing to fix");
    expect(readFileSync(bake, "utf8")).toBe(mended);
  });

  test("only in the paths that are named", async () => {
    const { root, bake } = project();
    await windsock(root, ["check", "--fix", "dags/bakery/knead.yml"]);
    expect(readFileSync(bake, "utf8")).toBe(BAKE);
  });

  test("renames what gusty would pass over, and `git apply` does the same with the diff", async () => {
    const { root, bake } = project();
    const wrong = bake.replace(/yml$/, "YML");
    renameSync(bake, wrong);
    writeFileSync(join(root, "dags/bakery/METADATA.yaml"), "catchup: false\n");
    const shown = await windsock(root, ["check", "--diff"]);
    const copy = temporaryFolder();
    cpSync(root, copy, { recursive: true });
    execFileSync("git", ["init", "-q"], { cwd: copy });
    execFileSync("git", ["apply"], { cwd: copy, input: shown.out });
    const done = await windsock(root, ["check", "--fix"]);
    expect(done.err).toContain("Rename the file to `METADATA.yml` (missing-operator)");
    for (const folder of [root, copy]) {
      expect(readdirSync(join(folder, "dags/bakery")).sort()).toEqual(["METADATA.yml", "bake.yml", "knead.yml"]);
      expect(readFileSync(join(folder, "dags/bakery/bake.yml"), "utf8")).toContain("retries: 3  # three");
    }
  });

  test("keeps the line ends of the disk, and follows no link", async () => {
    const { root, bake } = project();
    writeFileSync(bake, BAKE.replaceAll("\n", "\r\n"));
    await windsock(root, ["check", "--fix"]);
    expect(readFileSync(bake, "utf8")).toContain("retries: 3  # three\r\n");
    const elsewhere = join(temporaryFolder(), "other.yml");
    writeFileSync(elsewhere, BAKE);
    symlinkSync(elsewhere, join(root, "dags/bakery/link.yml"));
    await windsock(root, ["check", "--fix"]);
    expect(readFileSync(elsewhere, "utf8")).toBe(BAKE);
  });

  test("is for the working tree", async () => {
    const { root } = project();
    const { code, err } = await windsock(root, ["check", "--fix", "--ref", "HEAD"]);
    expect([code, err]).toEqual([2, "windsock: --fix writes to the working tree. Leave --ref out.\n"]);
  });
});

test("check --diff prints what git applies, and writes nothing", async () => {
  const { root, bake } = project();
  const { code, out } = await windsock(root, ["check", "--diff"]);
  expect(code).toBe(0);
  expect(readFileSync(bake, "utf8")).toBe(BAKE);
  execFileSync("git", ["apply", "-"], { cwd: root, input: out });
  expect(readFileSync(bake, "utf8")).toBe(BAKE.replace("retires", "retries").replace("kneed", "knead"));
});

test("baseline accepts what is there, and stats count it", async () => {
  const { root } = project();
  expect((await windsock(root, ["check"])).code).toBe(1);
  const made = await windsock(root, ["baseline"]);
  expect([made.code, made.err]).toEqual([
    0,
    "accepted 3 findings in .windsock-baseline.json\nit counts once windsock.yml names it: baseline: .windsock-baseline.json\n",
  ]);
  writeFileSync(join(root, "windsock.yml"), "baseline: .windsock-baseline.json\n");
  expect((await windsock(root, ["check"])).code).toBe(0);
  expect((await windsock(root, ["check", "--config", "windsock.yml"])).code).toBe(0);
  const { out } = await windsock(root, ["stats", "--format", "json"]);
  expect(JSON.parse(out).rules.map((one: { rule: string; accepted: number }) => [one.rule, one.accepted])).toEqual([
    ["unknown-dependency", 1],
    ["unknown-argument", 2],
  ]);
  expect((await windsock(root, ["stats"])).out).toMatch(/^rule +error +warning +notice +ignored +accepted +gone\n/);
});
