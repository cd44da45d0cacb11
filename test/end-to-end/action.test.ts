import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Files } from "../github/fake/git-repository.ts";
import { push, updatePull } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { gustyProject, task } from "./support/gusty-project.ts";
import { runAction, runOnEvent } from "./support/run-action.ts";
import { BOT, BROKEN, GOOD, makeScene, type Scene } from "./support/scene.ts";

let github: FakeGitHub;
const scene = (...[change, options]: [Files, Parameters<typeof makeScene>[2]?]): Scene =>
  makeScene(github, change, options);

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

test("a pull request gets one comment, and the next push updates it", async () => {
  const { repository, pull, run, bodies } = scene(GOOD);
  const first = await run();
  expect([first.code, first.stderr]).toEqual([0, ""]);
  const [comment] = repository.comments;
  expect(comment?.author).toBe(BOT);
  expect(bodies()[0]).toContain("archive");

  push(repository, pull, { "dags/gusty/orders/report.yml": task("echo report", ["archive"]) });
  const second = await run();
  expect(second.code).toBe(0);
  expect(repository.comments.map(({ id }) => id)).toEqual([comment?.id]);
  expect(bodies()[0]).toContain("report");
  expect(comment?.edits).toBe(1);
  expect(second.outputs["comment-url"]).toContain(`#issuecomment-${comment?.id}`);
});

test("a broken pull request fails the job, with annotations, outputs, summary and reports", async () => {
  const { repository, pull, run, bodies } = scene(BROKEN);
  const result = await run();
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(/^::error title=unknown-dependency,file=dags\/gusty\/orders\/publish\.yml,line=4,/m);
  expect(result.outputs).toMatchObject({ conclusion: "failure", errors: "1", "changed-dags": '["orders"]' });
  expect(result.summary).toContain("claen");
  expect(bodies()[0]).toContain("claen");
  const head = repository.git.resolve(`refs/pull/${pull.number}/head`);
  expect(bodies()[0]).toContain(`/acme/${repository.name}/blob/${head}/dags/gusty/orders/publish.yml#L4`);
  expect(bodies()[0]).toContain("/windsock/windsock/blob/v0/docs/rules/unknown-dependency.md");
  const [markdown = "", json = ""] = ["report.md", "report.json"].map((name) => result.files.get(`windsock/${name}`));
  expect(markdown.length).toBeGreaterThan(100);
  expect(JSON.parse(json)).toMatchObject({ version: 1, conclusion: "failure", counts: { error: 1 } });
  expect([...result.files.keys()].sort()).toEqual([
    "windsock/report.html",
    "windsock/report.json",
    "windsock/report.md",
  ]);
});

test("a pull request that touches no gusty DAG passes without a comment", async () => {
  const { repository, run } = scene({ "README.md": "# Data of the shop\n" });
  const result = await run();
  expect(result.code).toBe(0);
  expect(repository.comments).toEqual([]);
  expect(result.outputs).toMatchObject({ conclusion: "success", "changed-dags": "[]", "comment-url": "" });
});

test("annotations and links stand at the lines of the pull request's own head, whatever the base did above them", async () => {
  const { repository, pull, run, bodies } = scene({ "dags/gusty/orders/publish.yml": task("echo publish", ["claen"]) });
  const above = "# A comment by someone else\n# of two lines\n";
  const publish = gustyProject()["dags/gusty/orders/publish.yml"];
  repository.git.commit("main", { "dags/gusty/orders/publish.yml": `${above}${publish}` });
  updatePull(repository, pull);
  const result = await run();
  expect(result.stdout).toMatch(/^::error title=unknown-dependency,file=dags\/gusty\/orders\/publish\.yml,line=4,/m);
  const head = repository.git.resolve(`refs/pull/${pull.number}/head`);
  expect(bodies()[0]).toContain(`/blob/${head}/dags/gusty/orders/publish.yml#L4`);
  expect(bodies()[0]).not.toContain("A comment by someone else");
});

test("under a conflict the branch is compared with where it started, and the report says so", async () => {
  const { repository, pull, token, bodies } = scene(BROKEN);
  repository.git.commit("main", { "dags/gusty/orders/publish.yml": task("echo other") });
  updatePull(repository, pull);
  expect(repository.git.resolve(`refs/pull/${pull.number}/merge`)).toBeNull();
  const result = await runAction(github, repository, pull, { token, event: "pull_request_target" });
  expect(result.code).toBe(1);
  expect(bodies()[0]).toContain("claen");
  expect(bodies()[0]).toContain("GitHub has no merge result for this commit");
});

test("a change of the configuration counts after merging, and the report says so", async () => {
  const { run, bodies } = scene({ ...BROKEN, "windsock.yml": "report-only: true\n" });
  const result = await run();
  expect(result.code).toBe(1);
  expect(bodies()[0]).toContain("takes effect after merging");
});

test("a push to a new branch is compared with where it left the default branch", async () => {
  const { repository, token } = scene(BROKEN);
  const payload = {
    before: "0".repeat(40),
    after: repository.git.resolve("refs/heads/feature"),
    repository: { default_branch: "main" },
  };
  const result = await runOnEvent(github, repository, { event: "push", payload, token });
  expect([result.code, result.outputs["changed-dags"]]).toEqual([1, '["orders"]']);
});

test("a repository with SHA-256 object ids works", async () => {
  const { repository, run } = scene(BROKEN, { objectFormat: "sha256" });
  expect([(await run()).code, repository.comments.length]).toEqual([1, 1]);
});

test("a server that ignores the filter is fine too", async () => {
  const { repository, run } = scene(GOOD);
  repository.git.git(["config", "uploadpack.allowFilter", "false"]);
  expect((await run()).code).toBe(0);
  expect(repository.comments).toHaveLength(1);
});

test("objects of the job's checkout are not fetched again, and its configuration is not read", async () => {
  const { repository, pull, token } = scene(GOOD);
  const workspace = mkdtempSync(join(tmpdir(), "windsock-workspace-"));
  const git = (...args: string[]) => execFileSync("git", args, { cwd: workspace, stdio: "ignore" });
  git("clone", "--quiet", repository.git.directory, "shop");
  const hooks = '[core]\n\tfsmonitor = "touch hacked"\n[remote "origin"]\n\turl = https://nowhere.invalid/\n';
  appendFileSync(join(workspace, "shop/.git/config"), hooks);
  const before = github.requests.length;
  const environment = { GITHUB_WORKSPACE: join(workspace, "shop") };
  const result = await runAction(github, repository, pull, { token, environment });
  expect([result.code, repository.comments.length], result.stdout).toEqual([0, 1]);
  // Without the checkout it takes 8: there is no blob to fetch.
  const fetches = github.requests.slice(before).filter(({ operation }) => operation.startsWith("git "));
  expect(fetches).toHaveLength(4);
  expect(readdirSync(join(workspace, "shop"))).not.toContain("hacked");
  rmSync(workspace, { recursive: true });
});

test("when the change is taken back, the comment says so", async () => {
  const { repository, pull, run, bodies } = scene(BROKEN);
  await run();
  push(repository, pull, { "dags/gusty/orders/publish.yml": gustyProject()["dags/gusty/orders/publish.yml"] ?? null });
  expect((await run()).code).toBe(0);
  expect(bodies()).toEqual([expect.stringContaining("No gusty DAG changes any more")]);
});

test.each([10, 1000])("with %i more tasks it takes at most 6 API and 12 git requests", async (tasks) => {
  const { run } = scene(GOOD, { tasks });
  const before = github.requests.length;
  expect((await run()).code).toBe(0);
  const operations = github.requests.slice(before).map(({ operation }) => operation);
  const git = operations.filter((operation) => operation.startsWith("git "));
  const api = operations.filter((operation) => !operation.startsWith("git "));
  expect(api).toEqual(["POST /graphql", "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", "POST /graphql"]);
  expect(git).toHaveLength(8);
});

test("with a check run it stays within 6 API requests", async () => {
  const { repository, run } = scene(BROKEN, { rights: { checks: "write" } });
  const before = github.requests.length;
  const result = await run({ check: "true", name: "shop" });
  expect(result.code).toBe(1);
  const api = github.requests.slice(before).filter(({ operation }) => !operation.startsWith("git "));
  expect(api.length).toBeLessThanOrEqual(6);
  expect(repository.checkRuns).toMatchObject([{ name: "Windsock / shop", conclusion: "failure", status: "completed" }]);
  expect(repository.checkRuns[0]?.annotations).toMatchObject([
    { path: "dags/gusty/orders/publish.yml", start_line: 4 },
  ]);
  expect(result.stdout).not.toContain("::error title=unknown-dependency");
});

test("a merge queue's commits are reviewed without a comment", async () => {
  const { repository, token } = scene(BROKEN);
  const [base, head] = ["main", "feature"].map((branch) => repository.git.resolve(`refs/heads/${branch}`));
  const payload = { action: "checks_requested", merge_group: { base_sha: base, head_sha: head } };
  const result = await runOnEvent(github, repository, { event: "merge_group", payload, token });
  expect(result.code).toBe(1);
  expect(result.summary).toContain("claen");
  expect(repository.comments).toEqual([]);
});

test("a workflow_dispatch run reviews the pull request of its number", async () => {
  const { repository, pull, token, bodies } = scene(GOOD);
  const payload = { inputs: { "pull-request": String(pull.number) } };
  const result = await runOnEvent(github, repository, { event: "workflow_dispatch", payload, token });
  expect(result.code).toBe(0);
  expect(bodies()).toEqual([expect.stringContaining("archive")]);
});
