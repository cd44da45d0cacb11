import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { windsock } from "../cli/run-cli.ts";
import { sampleRepository, writeFiles } from "../snapshot/sample-repository.ts";
import { LISTED, TWO_DEPLOYMENTS } from "../support/two-deployments.ts";

const project = () => sampleRepository({ ...TWO_DEPLOYMENTS, "windsock.yml": LISTED });

describe("compile", () => {
  test("writes each deployment's files below a folder of its own, and one alone where it is named", async () => {
    const { root } = project();
    const all = await windsock(root, ["compile", "--out", "compiled"]);
    expect([all.code, all.out]).toEqual([
      0,
      "wrote compiled/dev/sales.py\nwrote compiled/prd/finance.py\nwrote compiled/prd/sales.py\n",
    ]);
    expect(all.err).toBe("3 written, 0 unchanged, 0 not compiled\n");
    const one = await windsock(root, ["compile", "--deployment", "prd/", "--out", "prd/generated"]);
    expect(one.out).toBe("wrote prd/generated/finance.py\nwrote prd/generated/sales.py\n");
    expect(readFileSync(join(root, "prd/generated/sales.py"), "utf8")).toContain('dag_id="sales"');
    expect((await windsock(root, ["compile", "--out", "compiled", "--check"])).code).toBe(0);
  });

  test("takes a DAG of one deployment, or of all that have it", async () => {
    const { root } = project();
    expect((await windsock(root, ["compile", "--out", "one", "--dag", "prd:sales"])).out).toBe(
      "wrote one/prd/sales.py\n",
    );
    expect((await windsock(root, ["compile", "--out", "both", "--dag", "sales"])).out).toBe(
      "wrote both/dev/sales.py\nwrote both/prd/sales.py\n",
    );
  });

  test("what `generated-stale` says to run mends it", async () => {
    const { root, git } = project();
    writeFiles(root, { "windsock.yml": `${LISTED}generated: { directory: compiled, commit: check }\n` });
    const stale = await windsock(root, ["check", "--format", "json"]);
    const advice: string[] = JSON.parse(stale.out).findings.map(({ advice }: { advice: string }) => advice);
    const commands = new Set(advice.flatMap((text) => /`windsock (compile [^`]+)`/.exec(text)?.[1] ?? []));
    expect([...commands]).toEqual([
      "compile --deployment dev --out dev/compiled",
      "compile --deployment prd --out prd/compiled",
    ]);
    for (const command of commands) await windsock(root, command.split(" "));
    expect(git("status", "--porcelain", "-uall").split("\n").length).toBe(4);
    expect((await windsock(root, ["check"])).code).toBe(0);
  });

  test("refuses a folder that another deployment would take for tasks", async () => {
    const { root } = project();
    const { code, err } = await windsock(root, ["compile", "--deployment", "dev", "--out", "dev/dags/generated"]);
    expect([code, err]).toEqual([2, expect.stringContaining("`dev/dags/generated` is no place for generated files")]);
    expect(existsSync(join(root, "dev/dags/generated"))).toBe(false);
  });
});

test("graph draws the DAG of one deployment, or that of each", async () => {
  const { root } = project();
  expect((await windsock(root, ["graph", "prd:finance"])).out).toMatch(/^flowchart LR/);
  const both = (await windsock(root, ["graph", "sales"])).out;
  expect(both.match(/^%% .*$/gm)).toEqual(["%% dev:sales", "%% prd:sales"]);
  expect((await windsock(root, ["graph", "sales", "--deployment", "dev"])).out).toMatch(/^flowchart LR/);
  writeFiles(root, { "dev/dags/sales/more.yml": TWO_DEPLOYMENTS["dev/dags/sales/load.yml"] ?? "" });
  const changed = await windsock(root, ["graph", "--changed", "--base", "main", "--format", "markdown"]);
  expect(changed.out).toContain("### dev:sales");
  expect(changed.out).not.toContain("prd");
});

test("review and check look at all deployments, or at one", async () => {
  const { root } = project();
  writeFiles(root, {
    "dev/dags/sales/load.yml": `${TWO_DEPLOYMENTS["dev/dags/sales/load.yml"]}dependencies: [gone]\n`,
    "prd/dags/finance/book.yml": `${TWO_DEPLOYMENTS["prd/dags/finance/book.yml"]}dependencies: [gone]\n`,
  });
  const rules = async (...args: string[]): Promise<string[]> => {
    const { out } = await windsock(root, [...args, "--format", "json"]);
    const { findings } = JSON.parse(out);
    return findings
      .filter(({ rule }: { rule: string }) => rule === "unknown-dependency")
      .map(({ dag }: { dag: string }) => dag);
  };
  expect(await rules("check")).toEqual(["dev:sales", "prd:finance"]);
  expect(await rules("review", "--base", "main")).toEqual(["dev:sales", "prd:finance"]);
  expect(await rules("review", "--base", "main", "--deployment", "prd")).toEqual(["finance"]);
  expect(await rules("check", "--deployment", "./dev")).toEqual(["sales"]);
});

test("the baseline accepts a finding in the deployment in which it was", async () => {
  const { root } = project();
  const wrong = (folder: string) => ({
    [`${folder}/load.yml`]: `${TWO_DEPLOYMENTS["dev/dags/sales/load.yml"]}dependencies: [gone]\n`,
  });
  writeFiles(root, { ...wrong("dev/dags/sales"), "windsock.yml": `${LISTED}baseline: accepted.json\ngate: all\n` });
  expect((await windsock(root, ["check"])).code).toBe(1);
  expect((await windsock(root, ["baseline"])).code).toBe(0);
  expect((await windsock(root, ["check"])).code).toBe(0);
  writeFiles(root, wrong("prd/dags/sales"));
  expect((await windsock(root, ["check"])).code).toBe(1);
});

test("migrate works in the deployment of the DAG, and proves it there", async () => {
  const { root } = project();
  writeFiles(root, { "windsock.yml": `${LISTED}generated: { directory: dags/compiled__ }\n` });
  const several = await windsock(root, ["migrate", "sales"]);
  expect([several.code, several.err]).toEqual([2, expect.stringContaining("Name it: --deployment dev.")]);
  const done = await windsock(root, ["migrate", "prd:finance", "prd:sales"]);
  expect([done.code, done.out]).toEqual([
    0,
    "wrote prd/dags/compiled__/finance.py\nwrote prd/dags/compiled__/sales.py\nremoved prd/dags/make_dags.py\nwrote windsock.yml\n",
  ]);
  expect((await windsock(root, ["check"])).code).toBe(0);
  const review = await windsock(root, ["review", "--base", "main", "--config", "windsock.yml"]);
  expect(review.out).toContain("identical");
});

test("why, impact and explain know a DAG by its deployment", async () => {
  const { root } = project();
  expect((await windsock(root, ["why", "prd:finance.book"])).out).toContain("prd/dags/finance/book.yml:2");
  expect((await windsock(root, ["why", "finance.book"])).out).toContain("prd/dags/finance/book.yml:2");
  expect((await windsock(root, ["why", "sales.load"])).code).toBe(2);
  expect((await windsock(root, ["impact", "prd:sales.load"])).out).toContain("`prd:finance`");
  expect((await windsock(root, ["impact", "dev:sales.load"])).out).not.toContain("finance");
  const line = await windsock(root, ["explain", "prd/generated/sales.py:17"]);
  expect(line.out).toContain("comes from prd/dags/sales/load.yml:2");
});

test("--config reads the files that it names in the version", async () => {
  const { root } = sampleRepository(TWO_DEPLOYMENTS);
  writeFiles(root, {
    "ours.yml": "deployments: [{ root: dev }, { root: prd, versions-from: dev/requirements.txt }]\n",
  });
  const { out } = await windsock(root, ["check", "--config", "ours.yml", "--format", "json"]);
  const dags: { id: string; airflow: string }[] = JSON.parse(out).dags;
  expect(dags.map(({ id, airflow }) => `${id} ${airflow}`)).toEqual([
    "dev:sales 3.3.2",
    "prd:finance 3.3.2",
    "prd:sales 3.3.2",
  ]);
  expect(out).not.toContain("is not there");
});

test("a deployment that is not there is refused with the names that are", async () => {
  const { root } = project();
  expect((await windsock(root, ["check", "--deployment", "prod"])).err).toBe(
    "windsock: there is no deployment `prod`: did you mean `prd`?\n",
  );
  const { root: single } = sampleRepository({ "dags/a.txt": "a" });
  expect((await windsock(single, ["check", "--deployment", "a"])).err).toContain("there is one deployment here");
});
