import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import { makeRepository } from "../../src/cli/demo/make-repository.ts";
import { project } from "../../src/cli/demo/project.ts";
import { windsock } from "../cli/run-cli.ts";
import { sampleRepository, temporaryFolder, writeFiles } from "../snapshot/sample-repository.ts";

/** The demo's repository, read only: `main`, and the pull request's branch in the working tree. */
const shop = join(temporaryFolder(), "shop");
beforeAll(() => makeRepository(shop));

const rulesOf = (json: string): string[] =>
  JSON.parse(json)
    .findings.map((finding: { rule: string }) => finding.rule)
    .sort();

const SLIPS = ["dependency-cycle", "duplicate-task-id", "unknown-dependency"];

test("review compares the working tree with where the default branch left it, and gates by exit code", async () => {
  const { code, out, err } = await windsock(shop, ["review", "--format", "json"]);
  expect([code, err]).toEqual([1, ""]);
  const main = execFileSync("git", ["rev-parse", "main"], { cwd: shop, encoding: "utf8" }).trim();
  expect(JSON.parse(out)).toMatchObject({ base: { commit: main }, head: { commit: null }, conclusion: "failure" });
  expect(rulesOf(out)).toEqual([...SLIPS, "task-renamed"].sort());
});

test("a commit, the working tree that holds it, and a bare clone are reviewed alike", async () => {
  const bare = join(temporaryFolder(), "bare.git");
  execFileSync("git", ["clone", "-q", "--bare", shop, bare], { stdio: "ignore" });
  const review = async (cwd: string, ...args: string[]) =>
    JSON.parse((await windsock(cwd, ["review", "--format", "json", ...args])).out);
  const tree = await review(shop);
  const commit = await review(shop, "--base", "main", "--head", "hourly-orders");
  expect(commit.head.commit).toMatch(/^[0-9a-f]{40}$/);
  expect({ ...commit, head: { commit: null } }).toEqual(tree);
  expect(await review(bare, "--base", "main", "--head", "hourly-orders")).toEqual(commit);
});

test.each(["text", "markdown", "json", "github"])(
  "%s is the same at every run, and goes to a file on wish",
  async (format) => {
    const file = join(temporaryFolder(), "review");
    const [once, twice] = [
      await windsock(shop, ["review", "--format", format]),
      await windsock(shop, ["review", "--format", format]),
    ];
    expect(once.out.length).toBeGreaterThan(100);
    expect(twice).toEqual(once);
    const { out } = await windsock(shop, ["review", "--format", format, "--output", file]);
    expect(out).toBe("");
    expect(readFileSync(file, "utf8")).toBe(once.out);
  },
);

test("JSON is valid against the published schema", async () => {
  const path = resolve(import.meta.dirname, "../../docs/schema/review-1.json");
  const valid = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(path, "utf8")));
  for (const args of [["review"], ["check"], ["check", "dags/sales"], ["check", "--ref", "main"]]) {
    const { out } = await windsock(shop, [...args, "--format", "json"]);
    expect([valid(JSON.parse(out)), valid.errors]).toEqual([true, null]);
  }
});

test("uncommitted files count: mending the slips lets the review pass", async () => {
  const { root, git } = sampleRepository(project);
  git("checkout", "-q", "-b", "change");
  expect(await windsock(root, ["review"])).toMatchObject({ code: 0 });
  writeFiles(root, {
    "dags/sales/new.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: ls\ndependencies: [reprot]\n",
  });
  const broken = await windsock(root, ["review", "--format", "json"]);
  expect([broken.code, rulesOf(broken.out)]).toEqual([1, ["unknown-dependency"]]);
  writeFiles(root, {
    "dags/sales/new.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: ls\ndependencies: [report]\n",
  });
  const mended = await windsock(root, ["review", "--format", "json"]);
  expect([
    mended.code,
    JSON.parse(mended.out).dags.find((dag: { id: string }) => dag.id === "sales").tasks.added,
  ]).toEqual([0, ["new"]]);
});

test("the configuration is the base's: what a change does to it counts after merging", async () => {
  const off = "rules: { unknown-dependency: off }\n";
  const slip = {
    "dags/sales/refresh.yml":
      "operator: airflow.operators.bash.BashOperator\nbash_command: ls\ndependencies: [regoins]\n",
  };
  const added = sampleRepository(project);
  writeFiles(added.root, { ...slip, "windsock.yml": off });
  expect(await windsock(added.root, ["review"])).toMatchObject({ code: 1 });
  const merged = sampleRepository({ ...project, "windsock.yml": off });
  writeFiles(merged.root, { ...slip, "windsock.yml": "gate: all\n" });
  expect(await windsock(merged.root, ["review"])).toMatchObject({ code: 0 });
  const given = join(temporaryFolder(), "other.yml");
  writeFileSync(given, "report-only: true\n");
  expect(await windsock(added.root, ["review", "--config", given])).toMatchObject({ code: 0 });
});

test("a mistake in the configuration is a finding at its place", async () => {
  const { root } = sampleRepository({ ...project, "windsock.yml": "gate: new\nrule: {}\n" });
  const { code, out } = await windsock(root, ["check", "--format", "json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out).findings).toMatchObject([{ rule: "configuration", file: "windsock.yml", line: 2, column: 1 }]);
});

test("check gives the findings of a working tree, of a commit, and of a plain folder without git", async () => {
  const plain = temporaryFolder();
  execFileSync("sh", ["-c", `git -C "${shop}" archive hourly-orders | tar -x -C "${plain}"`]);
  const [tree, commit, folder] = [
    await windsock(shop, ["check", "--format", "json"]),
    await windsock(shop, ["check", "--format", "json", "--ref", "hourly-orders"]),
    await windsock(plain, ["check", "--format", "json"]),
  ];
  expect([tree.code, commit.code, folder.code]).toEqual([1, 1, 1]);
  expect(rulesOf(tree.out)).toEqual(SLIPS);
  expect(folder.out).toBe(tree.out);
  expect(rulesOf(commit.out)).toEqual(SLIPS);
  expect(await windsock(shop, ["check", "--ref", "main"])).toMatchObject({ code: 0 });
});

test("check looks only at the named files and folders", async () => {
  const check = async (cwd: string, path: string) => {
    const { code, out, err } = await windsock(cwd, ["check", path, "--repo", shop, "--format", "json"]);
    return out === "" ? [code, err] : [code, rulesOf(out), JSON.parse(out).dags.map((dag: { id: string }) => dag.id)];
  };
  expect(await check(shop, "dags/sales")).toEqual([1, ["dependency-cycle"], ["sales"]]);
  expect(await check("/", "dags/orders_daily/clean.sql")).toEqual([1, ["unknown-dependency"], ["orders_daily"]]);
  expect(await check(join(shop, "dags"), "./finance/")).toEqual([1, ["duplicate-task-id"], ["finance"]]);
  expect(await check(shop, "requirements.txt")).toEqual([0, [], []]);
  expect(await check(shop, "dags/nowhere")).toEqual([
    2,
    "windsock: there is no file or folder `dags/nowhere` in this version. Check the path.\n",
  ]);
});

test("a file that cannot be read is said, and the rest is still checked", async () => {
  const { root } = sampleRepository(project);
  writeFiles(root, { "dags/sales/broken.yml": new Uint8Array([97, 0xff]), "dags/finance/bad.yml": "a: [\n" });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/dags/sales/x`), Buffer.from([0xfe]), Buffer.from(".yml")]), "a");
  const { code, out, err } = await windsock(root, ["check", "--format", "json"]);
  expect(code).toBe(1);
  expect(rulesOf(out)).toEqual(expect.arrayContaining(["unreadable-file", "yaml-syntax"]));
  expect(err).toContain("dags/sales/x\\xfe.yml");
});

test("compile writes one file a DAG, leaves out what fails, and is stale only where something changed", async () => {
  const { root } = sampleRepository(project);
  const out = join(root, "generated");
  const first = await windsock(root, ["compile", "--out", "generated"]);
  expect(first).toMatchObject({
    code: 0,
    out: "wrote generated/finance.py\nwrote generated/orders_daily.py\nwrote generated/sales.py\n",
  });
  expect(await windsock(root, ["compile", "--out", "generated", "--check"])).toMatchObject({ code: 0, out: "" });
  expect(await windsock(root, ["compile", "--out", "generated"])).toMatchObject({ code: 0, out: "" });

  writeFiles(root, {
    "dags/finance/taxes.yml": "operator: airflow.operators.bash.BashOperator\n",
    "dags/sales/METADATA.yml": "schedule: '@weekly'\nstart_date: !datetime [2024, 1, 1]\n",
  });
  const before = readFileSync(join(out, "finance.py"), "utf8");
  const stale = await windsock(root, ["compile", "--out", "generated", "--check"]);
  expect(stale.code).toBe(1);
  expect(stale.err).toContain("generated/sales.py is stale");
  expect(stale.err).toMatch(/not compiled: finance: /);
  expect(await windsock(root, ["compile", "--out", "generated"])).toMatchObject({
    code: 1,
    out: "wrote generated/sales.py\n",
  });
  expect(readFileSync(join(out, "finance.py"), "utf8")).toBe(before);
});

test("compile never touches a file that it did not write, follows no link, and removes nothing", async () => {
  const { root } = sampleRepository(project);
  const outside = temporaryFolder();
  const out = join(root, "generated");
  mkdirSync(out);
  writeFileSync(join(out, "sales.py"), "mine");
  writeFileSync(join(outside, "target"), "mine");
  symlinkSync(join(outside, "target"), join(out, "finance.py"));
  writeFileSync(join(out, "gone.py"), "# windsock: generated\n");
  const { code, out: said, err } = await windsock(root, ["compile", "--out", "generated"]);
  expect([code, said]).toEqual([1, "wrote generated/orders_daily.py\n"]);
  expect(err).toContain("generated/sales.py was not written by Windsock and stays");
  expect(err).toContain("generated/finance.py was not written by Windsock and stays");
  expect(err).toContain("generated/gone.py belongs to no DAG any more");
  expect(readFileSync(join(out, "sales.py"), "utf8")).toBe("mine");
  expect(readFileSync(join(outside, "target"), "utf8")).toBe("mine");
  expect(existsSync(join(out, "gone.py"))).toBe(true);
});

test("compile takes single DAGs, and refuses a folder whose files would become tasks", async () => {
  const out = temporaryFolder();
  expect(await windsock(shop, ["compile", "--ref", "main", "--out", out, "--dag", "sales"])).toMatchObject({ code: 0 });
  expect(readdirSync(out)).toEqual(["sales.py"]);
  const { code, err } = await windsock(shop, ["compile", "--out", out, "--dag", "seles"]);
  expect([code, err]).toEqual([2, "windsock: there is no DAG `seles`: did you mean `sales`?\n"]);
  for (const place of ["dags/sales/x", "dags/generated"]) {
    const refused = await windsock(shop, ["compile", "--out", place]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("is no place for generated files")]);
    expect(existsSync(join(shop, place))).toBe(false);
  }
});

test("a folder reached through a link is the same folder", async () => {
  const { root } = sampleRepository(project);
  const link = join(temporaryFolder(), "link");
  symlinkSync(root, link);
  expect(await windsock(link, ["compile", "--out", "compiled"])).toMatchObject({
    code: 0,
    err: "3 written, 0 unchanged, 0 not compiled\n",
  });
  expect(await windsock(join(link, "dags"), ["check", "sales"])).toMatchObject({ code: 0, err: "" });
});

test("DAGs that windsock.yml declares, without any Python, compile to what the entry point gave", async () => {
  const { "dags/dags.py": _, ...files } = project;
  const declared = sampleRepository({
    ...files,
    "windsock.yml": `dags:
  - path: dags/*
    arguments:
      latest_only: false
      wait_for_defaults: { poke_interval: 60, timeout: 7200, mode: reschedule }
`,
  });
  const python = async (root: string) => {
    expect(await windsock(root, ["compile", "--out", "generated"])).toMatchObject({ code: 0 });
    const names = readdirSync(join(root, "generated")).sort();
    return names.map((name) => [name, readFileSync(join(root, "generated", name), "utf8")]);
  };
  expect(await python(declared.root)).toEqual(await python(sampleRepository(project).root));
  const refused = await windsock(declared.root, ["compile", "--out", "dags/generated"]);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("Choose a folder elsewhere.\n") });
});

test("graph prints the DAGs between them, a DAG, and a change", async () => {
  const between = await windsock(shop, ["graph"]);
  expect(between.code).toBe(0);
  expect(between.out).toMatch(/^flowchart LR\n/);
  expect((await windsock(shop, ["graph", "sales", "--direction", "TB"])).out).toMatch(/^flowchart TB\n/);
  const changed = await windsock(shop, ["graph", "--changed", "--format", "markdown"]);
  for (const id of ["finance", "sales"])
    expect(changed.out).toMatch(new RegExp(`^### ${id}\n\n\`\`\`mermaid\nflowchart`, "m"));
  expect((await windsock(shop, ["graph", "orders_daily", "--changed"])).out).toContain("#43; notify");
});

test("the demo tells its story, leaves the report and the Python behind, and always makes the same commits", async () => {
  const dir = temporaryFolder();
  const { code, out } = await windsock(dir, ["demo", "--dir", "a"]);
  expect(code).toBe(0);
  for (const rule of SLIPS) expect(out).toContain(`error[${rule}]`);
  expect(readFileSync(join(dir, "a/review.md"), "utf8")).toContain("```mermaid");
  expect(readdirSync(join(dir, "a/generated/base")).sort()).toEqual(["finance.py", "orders_daily.py", "sales.py"]);
  expect(readdirSync(join(dir, "a/generated/head"))).toEqual(["orders_daily.py"]);
  const commit = (path: string) => execFileSync("git", ["rev-parse", "HEAD"], { cwd: path, encoding: "utf8" });
  expect(commit(join(dir, "a/shop"))).toBe(commit(shop));
  expect(await windsock(dir, ["demo", "--dir", "a"])).toMatchObject({ code: 2 });
  rmSync(join(dir, "a"), { recursive: true });
});
