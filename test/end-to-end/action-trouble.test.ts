import { afterAll, beforeAll, expect, test } from "vitest";
import { onceEach } from "../github/fake/faults.ts";
import type { Files } from "../github/fake/git-repository.ts";
import { pullRequestEvent, push } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { newId, now } from "../github/fake/state.ts";
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
  expect(secrets.map((secret) => result.stdout.includes(`::add-mask::${secret}\n`))).toEqual([true, true]);
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

test("a commit that is gone from GitHub fails the job with a message", async () => {
  const { repository, token } = scene(GOOD);
  const base = repository.git.resolve("refs/heads/main");
  const payload = { merge_group: { base_sha: base, head_sha: "d".repeat(40) } };
  const result = await runOnEvent(github, repository, { event: "merge_group", payload, token });
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(/::error::GitHub no longer has a commit of this event\. Push again/);
});

test("without git the job fails with a message", async () => {
  const { repository, pull, token } = scene(GOOD);
  const result = await runAction(github, repository, pull, { token, environment: { PATH: "/nowhere" } });
  expect(result.code).toBe(1);
  expect(result.stdout).toMatch(/::error::git cannot be started\. Install git/);
});
