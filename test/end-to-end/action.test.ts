import { afterAll, beforeAll, expect, test } from "vitest";
import { readMarker } from "../../src/github/marker.ts";
import { onceEach } from "../github/fake/faults.ts";
import type { Files } from "../github/fake/git-repository.ts";
import { openPull, pullRequestEvent, push, updatePull } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { newId, now, type Permissions, type Pull, type Repository } from "../github/fake/state.ts";
import { gustyProject, task } from "./support/gusty-project.ts";
import { type ActionRun, runAction, runOnEvent } from "./support/run-action.ts";

const BOT = "github-actions[bot]";
const BROKEN: Files = { "dags/gusty/orders/publish.yml": task("echo publish", ["claen"]) };
const GOOD: Files = { "dags/gusty/orders/archive.yml": task("echo archive", ["publish"]) };

let github: FakeGitHub;
let names = 0;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

interface Scene {
  readonly repository: Repository;
  readonly pull: Pull;
  readonly token: string;
  run(inputs?: Record<string, string>): Promise<ActionRun>;
  bodies(): string[];
}

function scene(change: Files, options: { tasks?: number; rights?: Partial<Permissions> } = {}): Scene {
  names += 1;
  const repository = github.createRepository(`acme/shop-${names}`);
  repository.git.commit("main", gustyProject(options.tasks));
  repository.git.commit("feature", change, { from: "main" });
  const pull = openPull(repository, "feature");
  const token = github.createToken(BOT, { contents: "read", "pull-requests": "write", ...options.rights });
  return {
    repository,
    pull,
    token,
    run: (inputs = {}) => runAction(github, repository, pull, { token, inputs }),
    bodies: () => repository.comments.map((comment) => readMarker(comment.body)?.text ?? comment.body),
  };
}

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
  expect([...result.files.keys()].sort()).toEqual(["windsock/report.json", "windsock/report.md"]);
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
  names += 1;
  const repository = github.createRepository(`acme/shop-${names}`, "sha256");
  repository.git.commit("main", gustyProject());
  repository.git.commit("feature", BROKEN, { from: "main" });
  const pull = openPull(repository, "feature");
  const token = github.createToken(BOT, { "pull-requests": "write" });
  const result = await runAction(github, repository, pull, { token });
  expect([result.code, repository.comments.length]).toEqual([1, 1]);
});

test("a server that ignores the filter is fine too", async () => {
  const { repository, run } = scene(GOOD);
  repository.git.git(["config", "uploadpack.allowFilter", "false"]);
  expect((await run()).code).toBe(0);
  expect(repository.comments).toHaveLength(1);
});

test("when the change is taken back, the comment says so", async () => {
  const { repository, pull, run, bodies } = scene(BROKEN);
  await run();
  push(repository, pull, { "dags/gusty/orders/publish.yml": gustyProject()["dags/gusty/orders/publish.yml"] ?? null });
  expect((await run()).code).toBe(0);
  expect(bodies()).toEqual([expect.stringContaining("No gusty DAG changes any more")]);
});

test.each([10, 300])("with %i more tasks it takes at most 6 API and 12 git requests", async (tasks) => {
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

test.each([
  ["may not write", { "pull-requests": "read" }],
  ["may not even read the conversation", { "pull-requests": "none" }],
] as const)(
  "a token that %s leaves the report in the summary, with one line that says what to do",
  async (_, rights) => {
    const { repository, run } = scene(BROKEN, { rights });
    const result = await run();
    expect(result.code).toBe(1);
    expect(repository.comments).toEqual([]);
    expect(result.stdout.split("\n").filter((line) => line.startsWith("::warning"))).toEqual([
      expect.stringMatching(/could not comment on the pull request.*permissions: pull-requests: write/),
    ]);
    expect(result.summary).toContain("pull-requests: write");
    expect(result.summary).toContain("claen");
    expect(result.stdout).toContain("::error title=unknown-dependency");
  },
);

test("a fork's read-only token names the event that would do", async () => {
  const { repository, pull, token } = scene(GOOD, { rights: { "pull-requests": "read" } });
  const payload = pullRequestEvent(repository, { ...pull, headRepository: "someone/shop" });
  const result = await runAction(github, repository, pull, { token, payload });
  expect(result.code).toBe(0);
  expect(result.stdout).toMatch(/::warning::.*fork.*pull_request_target/);
});

test("every kind of request may fail once: still one comment and the right conclusion", async () => {
  const { repository, run, bodies } = scene(BROKEN, { rights: { checks: "write" } });
  const seen = new Set<string>();
  const failing = onceEach({ kind: "status", when: "after", status: 502 });
  github.fault = (request) => {
    if (seen.has(request.operation)) return null;
    seen.add(request.operation);
    return failing({ ...request, nth: 1 });
  };
  const result = await run({ check: "true" });
  github.fault = () => null;
  expect(result.code).toBe(1);
  expect(seen.size).toBeGreaterThanOrEqual(5);
  expect(bodies()).toEqual([expect.stringContaining("claen")]);
  expect(repository.checkRuns).toHaveLength(1);
});

test("a run that is overtaken by a force push leaves the newer comment alone", async () => {
  const { repository, pull, token, run, bodies } = scene(BROKEN);
  const older = pullRequestEvent(repository, pull);
  push(repository, pull, GOOD, { force: true });
  await run();
  const before = bodies();
  const late = await runAction(github, repository, pull, { token, payload: older });
  expect(late.code).toBe(1);
  expect(bodies()).toEqual(before);
  expect(before[0]).toContain("archive");
});

test("a comment with our marker that someone else planted is not used", async () => {
  const { repository, pull, run } = scene(GOOD);
  const at = now(github.state);
  const head = repository.git.resolve(`refs/pull/${pull.number}/head`);
  const body = `<!-- windsock:v1 {"instance":"default","head":"${head}","revision":9} -->\nnothing to see`;
  const planted = { id: newId(github.state), issue: pull.number, author: "mallory", body };
  repository.comments.push({ ...planted, createdAt: at, updatedAt: at, edits: 0, minimized: false });
  expect((await run()).code).toBe(0);
  expect(repository.comments.map(({ author, edits }) => [author, edits])).toEqual([
    ["mallory", 0],
    [BOT, 0],
  ]);
});

test("the token is in no output, no file and no argument", async () => {
  const { token, run } = scene(BROKEN);
  const result = await run();
  const secrets = [token, Buffer.from(`x-access-token:${token}`).toString("base64")];
  // The runner takes this line out of the log: it is how a secret is named to it.
  const stdout = result.stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  expect(result.git.split("\n").length).toBeGreaterThan(8);
  const places = [stdout.join("\n"), result.stderr, result.summary, result.git, ...Object.values(result.outputs)];
  for (const secret of secrets) {
    expect([...places, ...result.files.values()].filter((text) => text.includes(secret))).toEqual([]);
  }
});

test("hostile file names and texts start no command of the runner", async () => {
  const evil = "a\n::set-output name=conclusion::success\n##[error]b\u001b[31m";
  const { repository, run } = scene({
    [`dags/gusty/orders/${evil}.yml`]: task("echo", ["nowhere"]),
    "dags/gusty/orders/%0A::stop-commands::x.yml": task("echo", ["::error::nobody"]),
    "dags/gusty/orders/odd.yml":
      "operator: '::add-path::/tmp/x'\ndependencies: ['@everyone <img src=x> ##[command]x']\n",
  });
  const result = await run();
  const commands = result.stdout.split("\n").filter((line) => /^\s*::|##\[/.test(line));
  expect(commands.length).toBeGreaterThan(2);
  for (const line of commands) expect(line).toMatch(/^::(?:add-mask|error|warning|notice)(?: |::)/);
  expect(result.stdout).not.toContain("\u001b");
  expect(result.outputs.conclusion).toBe(result.code === 0 ? "success" : "failure");
  // GitHub makes nothing of what is code.
  const prose = repository.comments[0]?.body.replace(/```[\s\S]*?```|`[^`\n]*`/g, "");
  expect(prose).toContain("unknown-dependency");
  expect(prose).not.toMatch(/@everyone|<img|\u001b/);
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

test.each([
  [
    "an event that it does not know",
    { event: "issues", payload: {} },
    /does not know the event `issues`.*pull_request/,
  ],
  ["a dispatch without a number", { event: "workflow_dispatch", payload: {} }, /needs the number of a pull request/],
  [
    "an input that is no word of its",
    { event: "pull_request", payload: {}, inputs: { comment: "often" } },
    /`comment`.*changes/,
  ],
] as const)("%s fails with a message that says what to do", async (_, options, message) => {
  const { repository, token } = scene(GOOD);
  const result = await runOnEvent(github, repository, { token, ...options });
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(message);
});

test("a token that may not read the repository fails with the permission", async () => {
  const { run } = scene(GOOD, { rights: { contents: "none" } });
  const result = await run();
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(/::error::.*contents: read/);
});

test("two runs at once leave one comment", async () => {
  const { repository, run, bodies } = scene(BROKEN);
  const runs = await Promise.all([run(), run()]);
  expect(runs.map(({ code }) => code)).toEqual([1, 1]);
  expect(bodies()).toEqual([expect.stringContaining("claen")]);
  expect(new Set(runs.map(({ outputs }) => outputs["comment-url"]))).toEqual(
    new Set([expect.stringContaining(`#issuecomment-${repository.comments[0]?.id}`)]),
  );
});

test("a change with hundreds of findings still gets a comment that GitHub takes", async () => {
  const broken = Array.from({ length: 400 }, (_, n) => [
    `dags/gusty/orders/task_${n}.yml`,
    task("x", [`missing_${n}`]),
  ]);
  const { run, bodies } = scene(Object.fromEntries(broken), { rights: { checks: "write" } });
  const result = await run({ check: "true" });
  expect([result.code, result.outputs.errors]).toEqual([1, "400"]);
  expect(result.stdout).not.toContain("::warning");
  expect([...(bodies()[0] ?? "")].length).toBeGreaterThan(20_000);
});

test("without a common commit the job fails with a message", async () => {
  const { repository, token } = scene(GOOD);
  const alone = repository.git.commit("alone", gustyProject(1), { force: true });
  const payload = { before: "0".repeat(40), after: alone, repository: { default_branch: "main" } };
  const result = await runOnEvent(github, repository, { event: "push", payload, token });
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(/::error::GitHub names no common commit/);
});

test("a defect fails the job, asks for a report, and is in the summary", async () => {
  const { repository, pull, token } = scene(GOOD);
  const environment = { GITHUB_SERVER_URL: "https://[broken" };
  const result = await runAction(github, repository, pull, { token, environment });
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(/::error::Windsock met a defect of its own.*\/windsock\/windsock\/issues\/new/);
  expect(result.summary).toContain("could not review this change");
  expect(result.stdout).not.toMatch(new RegExp(`^(?!::add-mask::).*${token}`, "m"));
});
