import { afterAll, beforeAll, expect, test } from "vitest";
import type { Files } from "../github/fake/git-repository.ts";
import { push } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { LISTED, TWO_DEPLOYMENTS } from "../support/two-deployments.ts";
import { generatedFiles } from "./support/generated-files.ts";
import { makeScene } from "./support/scene.ts";

let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

/** A repository of nothing but the two deployments. */
const only: Files = {
  "requirements.txt": null,
  "dags/orders.py": null,
  ...Object.fromEntries(
    ["METADATA", "extract", "clean", "publish"].map((name) => [`dags/gusty/orders/${name}.yml`, null]),
  ),
  ...TWO_DEPLOYMENTS,
};
const SALES = TWO_DEPLOYMENTS["prd/dags/sales/load.yml"] ?? "";
const WRONG: Files = {
  "dev/dags/sales/load.yml": `${SALES}retries: 1\ndependencies: [laod]\n`,
  "prd/dags/sales/load.yml": `${SALES}retries: 1\ndependencies: [laod]\n`,
};

test("one comment and one check for both Airflows of a monorepo, each DAG told by its deployment", async () => {
  const { repository, pull, run, bodies } = makeScene(github, WRONG, {
    base: { ...only, "windsock.yml": LISTED },
    rights: { checks: "write" },
  });
  const before = github.requests.length;
  const first = await run({ check: "true" });
  expect([first.code, first.stderr, repository.comments.length]).toEqual([1, "", 1]);
  const git = github.requests.slice(before).filter(({ operation }) => operation.startsWith("git "));
  expect(git.length).toBeLessThanOrEqual(12);
  expect(JSON.parse(first.outputs["changed-dags"] ?? "")).toEqual(["dev:sales", "prd:sales"]);
  for (const id of ["dev:sales", "prd:sales"]) expect(bodies()[0]).toContain(`\`${id}\``);
  expect(bodies()[0]).toContain("`prd:finance`");
  expect(repository.checkRuns[0]?.annotations).toMatchObject([
    { path: "dev/dags/sales/load.yml" },
    { path: "prd/dags/sales/load.yml" },
  ]);
  const report = JSON.parse(first.files.get("windsock/report.json") ?? "");
  expect(report.dags.map((dag: Record<string, unknown>) => [dag.id, dag.deployment, dag.airflow, dag.change])).toEqual([
    ["dev:sales", "dev", "3.3.2", "changed"],
    ["prd:finance", "prd", "2.11.2", "unchanged"],
    ["prd:sales", "prd", "2.11.2", "changed"],
  ]);

  push(repository, pull, { "dev/dags/sales/load.yml": SALES, "prd/dags/sales/load.yml": `${SALES}retries: 2\n` });
  const second = await run({ check: "true" });
  expect([second.code, repository.comments.length]).toEqual([0, 1]);
  expect(JSON.parse(second.outputs["changed-dags"] ?? "")).toEqual(["prd:sales"]);
});

test("generated Python is committed to the folder of each deployment", async () => {
  const config = { "windsock.yml": `${LISTED}generated: { directory: generated, commit: write }\n` };
  const present = Object.fromEntries(
    Object.entries({ ...TWO_DEPLOYMENTS, ...config }).map(([path, text]) => [path, text ?? ""]),
  );
  const written = await generatedFiles(present);
  expect(Object.keys(written).sort()).toEqual([
    "dev/generated/sales.py",
    "prd/generated/finance.py",
    "prd/generated/sales.py",
  ]);
  const { repository, run } = makeScene(
    github,
    { "dev/dags/sales/load.yml": `${SALES}retries: 2\n`, "prd/dags/sales/load.yml": `${SALES}retries: 3\n` },
    { base: { ...only, ...config, ...written }, rights: { contents: "write" } },
  );
  const result = await run();
  expect([result.code, result.outputs["commit-sha"]]).toEqual([0, repository.git.resolve("refs/heads/feature")]);
  const changed = repository.git.git(["diff", "--name-only", "feature~1", "feature"]).toString().trim().split("\n");
  expect(changed).toEqual(["dev/generated/sales.py", "prd/generated/sales.py"]);
  expect(repository.git.git(["show", "feature:prd/generated/sales.py"]).toString()).toContain("retries=3");
});
