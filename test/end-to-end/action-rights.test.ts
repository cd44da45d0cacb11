import { afterAll, beforeAll, expect, test } from "vitest";
import type { Files } from "../github/fake/git-repository.ts";
import { pullRequestEvent, push, updatePull } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { payloadOf } from "./support/events.ts";
import { generatedFiles } from "./support/generated-files.ts";
import { gustyProject, task } from "./support/gusty-project.ts";
import { type ActionRun, runOnEvent } from "./support/run-action.ts";
import { BROKEN, GOOD, makeScene, type Scene } from "./support/scene.ts";

let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

/** A repository that keeps its generated Python: each change of the sources makes it stale. */
const WRITE: Files = { "windsock.yml": "generated: { directory: generated, commit: write }\n" };
const written: Files = { ...WRITE, ...(await generatedFiles({ ...gustyProject(), ...WRITE })) };

const warningsOf = (run: ActionRun): string[] =>
  run.stdout.split("\n").filter((line) => /^::warning(?!.*title=)/.test(line));

/** A pull request of Dependabot, as its payload tells it. */
function dependabotEvent({ repository, pull }: Scene): Record<string, unknown> {
  const dependabot = { login: "dependabot[bot]", id: 49_699_333, type: "Bot" };
  const payload = pullRequestEvent(repository, pull, "opened");
  const about = { ...Object(payload.pull_request), user: dependabot };
  Object.assign(about.head, { ref: "dependabot/pip/apache-airflow-3.3.2", user: { login: repository.owner } });
  return { ...payload, pull_request: about, sender: dependabot };
}

test("Dependabot's run has a read-only token: the report is in the summary, and a line says what to give", async () => {
  const scene = makeScene(github, BROKEN, { rights: { contents: "read", "pull-requests": "read", checks: "read" } });
  const run = await runOnEvent(github, scene.repository, {
    event: "pull_request",
    payload: dependabotEvent(scene),
    token: scene.token,
    environment: { GITHUB_ACTOR: "dependabot[bot]" },
  });
  expect([run.code, scene.bodies()]).toEqual([1, []]);
  expect(warningsOf(run)).toEqual([expect.stringMatching(/Give the job `permissions: pull-requests: write`/)]);
  expect(run.summary).toContain("claen");
});

test("Dependabot's run where the workflow names permissions gets its comment", async () => {
  const scene = makeScene(github, GOOD);
  const payload = dependabotEvent(scene);
  const run = await runOnEvent(github, scene.repository, { event: "pull_request", payload, token: scene.token });
  expect([run.code, scene.bodies().length, warningsOf(run)]).toEqual([0, 1, []]);
});

test("a secret that Dependabot does not see is an empty token: the job fails with what to do", async () => {
  const scene = makeScene(github, GOOD);
  const run = await runOnEvent(github, scene.repository, {
    event: "pull_request",
    payload: dependabotEvent(scene),
    token: scene.token,
    inputs: { "github-token": "" },
  });
  expect([run.code, scene.bodies()]).toEqual([1, []]);
  expect(run.stdout).toMatch(/::error::the input `github-token` is empty.*Dependabot's only its own/);
});

test("a finished run of a fork gets comment and check on its head, whatever the run itself made", async () => {
  const scene = makeScene(github, BROKEN, { from: "someone/shop", rights: { checks: "write" } });
  const { repository, token, bodies } = scene;
  const run = await runOnEvent(github, repository, {
    event: "workflow_run",
    payload: payloadOf(scene, "workflow_run"),
    token,
  });
  expect(run.code).toBe(1);
  expect(bodies()).toEqual([expect.stringContaining("claen")]);
  const head = repository.git.resolve("refs/heads/feature");
  expect(repository.checkRuns).toMatchObject([{ name: "Windsock", headSha: head, conclusion: "failure" }]);
  const api = github.requests.filter(({ url }) => url.includes(repository.name) && !url.includes(".git"));
  expect(api.every(({ url }) => !url.includes("artifacts"))).toBe(true);
});

test.each([
  ["a newer push has come", (scene: Scene) => push(scene.repository, scene.pull, { "x.txt": "1\n" })],
  [
    "it is closed",
    (scene: Scene) => {
      scene.pull.state = "closed";
    },
  ],
  [
    "a branch of the same name in another fork has it",
    (scene: Scene) => {
      Object.assign(scene.pull, { headRepository: "another/shop" });
    },
  ],
])("a finished run says nothing where %s", async (_, change) => {
  const scene = makeScene(github, BROKEN, { from: "someone/shop", rights: { checks: "write" } });
  const payload = payloadOf(scene, "workflow_run");
  change(scene);
  const run = await runOnEvent(github, scene.repository, { event: "workflow_run", payload, token: scene.token });
  expect([run.code, scene.bodies(), scene.repository.checkRuns]).toEqual([0, [], []]);
  expect(run.stdout).toContain("no open pull request has this commit as its head");
});

test("a fork that was deleted is reviewed, and a finished run of it is nothing to review", async () => {
  const scene = makeScene(github, GOOD, { from: null });
  const direct = await runOnEvent(github, scene.repository, {
    event: "pull_request_target",
    payload: payloadOf(scene, "pull_request"),
    token: scene.token,
  });
  expect([direct.code, scene.bodies().length]).toEqual([0, 1]);
  const run = await runOnEvent(github, scene.repository, {
    event: "workflow_run",
    payload: payloadOf(scene, "workflow_run"),
    token: scene.token,
  });
  expect([run.code, scene.bodies().length]).toEqual([0, 1]);
});

test("drafts, and pull requests into another base, are reviewed against their own base", async () => {
  const scene = makeScene(github, GOOD);
  const { repository, pull, token } = scene;
  repository.git.commit("release", gustyProject(2), { from: "main" });
  Object.assign(pull, { draft: true, base: "release" });
  updatePull(repository, pull);
  const run = await runOnEvent(github, repository, {
    event: "pull_request",
    payload: pullRequestEvent(repository, pull, "edited"),
    token,
  });
  expect([run.code, scene.bodies().length]).toEqual([0, 1]);
  expect(run.stdout).toContain(`with ${repository.git.resolve("refs/heads/release")}`);
});

test("the generated Python is committed, the review is of that commit, and a second run commits nothing", async () => {
  const scene = makeScene(github, GOOD, { base: written, rights: { contents: "write", checks: "write" } });
  const { repository, run, bodies } = scene;
  const pushed = repository.git.resolve("refs/heads/feature");
  const first = await run({ check: "true" });
  const head = repository.git.resolve("refs/heads/feature");
  expect([first.code, first.outputs["commit-sha"]]).toEqual([0, head]);
  expect(repository.git.git(["diff", "--name-only", pushed ?? "", "feature"])).toBe("generated/orders.py");
  expect(bodies()).toEqual([expect.stringContaining("Windsock committed the generated Python")]);
  expect(repository.checkRuns).toMatchObject([{ headSha: head, conclusion: "success" }]);
  const second = await run();
  expect([second.code, second.outputs["commit-sha"], repository.git.resolve("refs/heads/feature")]).toEqual([
    0,
    "",
    head,
  ]);
});

test("what is committed is the branch head compiled: what others did on the base is not in it", async () => {
  const scene = makeScene(github, GOOD, { base: written, rights: { contents: "write" } });
  const { repository, pull, run } = scene;
  const audit: Files = { "dags/gusty/orders/audit.yml": task("echo audit", ["extract"]) };
  const fresh = await generatedFiles({ ...gustyProject(), ...WRITE, ...audit });
  repository.git.commit("main", { ...audit, ...fresh });
  updatePull(repository, pull);
  const result = await run();
  const head = repository.git.resolve("refs/heads/feature");
  expect(result.outputs["commit-sha"], result.stdout).toBe(head);
  const text = repository.git.git(["show", "feature:generated/orders.py"]);
  expect([text.includes("archive"), text.includes("audit")]).toEqual([true, false]);
});

test("under a conflict the branch head is compiled and committed all the same, and the report says what it compares", async () => {
  const scene = makeScene(github, GOOD, { base: written, rights: { contents: "write" } });
  const { repository, pull, token, bodies } = scene;
  repository.git.commit("main", { "dags/gusty/orders/archive.yml": task("echo other") });
  updatePull(repository, pull);
  expect(repository.git.resolve(`refs/pull/${pull.number}/merge`)).toBeNull();
  const payload = payloadOf(scene, "pull_request_target");
  const result = await runOnEvent(github, repository, { event: "pull_request_target", payload, token });
  const head = repository.git.resolve("refs/heads/feature");
  expect([result.code, result.outputs["commit-sha"]], result.stdout).toEqual([0, head]);
  expect(bodies()).toEqual([expect.stringContaining("GitHub has no merge result for this commit")]);
});

test("with `check` a DAG without its generated file is a finding, and nothing is committed", async () => {
  const CHECK: Files = { "windsock.yml": "generated: { directory: generated, commit: check }\n" };
  const scene = makeScene(github, GOOD, {
    base: { ...CHECK, ...(await generatedFiles({ ...gustyProject(), ...CHECK })) },
    rights: { contents: "write" },
  });
  const before = scene.repository.git.resolve("refs/heads/feature");
  const result = await scene.run();
  expect([result.code, result.outputs["commit-sha"]]).toEqual([1, ""]);
  expect(result.stdout).toMatch(/^::error title=generated-stale,file=generated\/orders\.py/m);
  expect(result.summary).toContain("windsock compile");
  expect(scene.repository.git.resolve("refs/heads/feature")).toBe(before);
});

test.each([
  [
    "a DAG that fails",
    { "dags/gusty/orders/bad.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: [\n" },
  ],
  [
    "a DAG whose callback only Python knows",
    { "dags/gusty/orders/bad.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: !unknown_tag x\n" },
  ],
  [
    "an entry point that cannot be read, beside a folder that is gone",
    {
      "dags/broken.py": "from gusty import create_dag\ncreate_dag(\n",
      "dags/gusty/orders": null,
      "dags/orders.py": null,
    },
  ],
] as const)("%s: nothing is written and nothing is deleted", async (_, change) => {
  const scene = makeScene(github, { ...GOOD, ...change }, { base: written, rights: { contents: "write" } });
  const before = scene.repository.git.resolve("refs/heads/feature");
  const result = await scene.run();
  expect(result.stdout).not.toContain("met a defect");
  expect([result.outputs["commit-sha"], scene.repository.git.resolve("refs/heads/feature")]).toEqual(["", before]);
});

test("a generated file without Windsock's mark is left to its author", async () => {
  const own: Files = { "generated/orders.py": "# written by hand\n" };
  const scene = makeScene(github, GOOD, { base: { ...written, ...own }, rights: { contents: "write" } });
  const before = scene.repository.git.resolve("refs/heads/feature");
  const result = await scene.run();
  expect([result.outputs["commit-sha"], scene.repository.git.resolve("refs/heads/feature")]).toEqual(["", before]);
});

test("a DAG whose folder is gone loses its generated file, in one commit with nothing else", async () => {
  const gone: Files = { "dags/gusty/orders": null, "dags/orders.py": null };
  const scene = makeScene(github, gone, { base: written, rights: { contents: "write" } });
  const { repository } = scene;
  const pushed = repository.git.resolve("refs/heads/feature") ?? "";
  const result = await scene.run();
  expect(result.outputs["commit-sha"], result.stdout).toBe(repository.git.resolve("refs/heads/feature"));
  expect(repository.git.git(["diff", "--name-status", pushed, "feature"])).toBe("D\tgenerated/orders.py");
});

test("where only the base made a generated file stale, the report says to update the branch", async () => {
  const billing: Files = {
    "dags/billing.py": String(gustyProject()["dags/orders.py"]).replaceAll("orders", "billing"),
    "dags/gusty/billing/METADATA.yml": gustyProject()["dags/gusty/orders/METADATA.yml"] ?? null,
    "dags/gusty/billing/send.yml": task("echo send"),
  };
  const fresh = await generatedFiles({ ...gustyProject(), ...WRITE, ...billing });
  const change = { ...billing, "generated/billing.py": fresh["generated/billing.py"] ?? null };
  const scene = makeScene(github, change, { base: written, rights: { contents: "write" } });
  const { repository, pull, run, bodies } = scene;
  const pin = { "requirements.txt": "apache-airflow==3.3.2\ngusty==0.23.1\n" };
  repository.git.commit("main", { ...pin, ...(await generatedFiles({ ...gustyProject(), ...WRITE, ...pin })) });
  updatePull(repository, pull);
  const head = repository.git.resolve("refs/heads/feature");
  const result = await run();
  expect([result.code, repository.git.resolve("refs/heads/feature")]).toEqual([1, head]);
  expect(bodies()[0]).toMatch(
    /generated Python of `billing` is what the files of this branch give: only the base has moved/,
  );
});

test("a generated folder that an entry point would list is refused, with a line that says so", async () => {
  const scene = makeScene(github, GOOD, {
    base: { "windsock.yml": "generated: { directory: dags/gusty/orders/compiled, commit: write }\n" },
    rights: { contents: "write" },
  });
  const before = scene.repository.git.resolve("refs/heads/feature");
  const run = await scene.run();
  expect(scene.repository.git.resolve("refs/heads/feature")).toBe(before);
  expect(warningsOf(run)).toEqual([
    expect.stringMatching(/would make tasks of what lies in `dags\/gusty\/orders\/compiled`/),
  ]);
});
