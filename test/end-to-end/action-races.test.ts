import { afterAll, beforeAll, expect, test } from "vitest";
import { readMarker } from "../../src/github/marker.ts";
import { pullRequestEvent, push, updatePull } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { newId, now, type Repository } from "../github/fake/state.ts";
import { task } from "./support/gusty-project.ts";
import { runAction } from "./support/run-action.ts";
import { BOT, BROKEN, GOOD, makeScene } from "./support/scene.ts";

let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

function comment(repository: Repository, author: string, body: string): void {
  const at = now(github.state);
  const fresh = { id: newId(github.state), issue: 1, author, body, createdAt: at, updatedAt: at };
  repository.comments.push({ ...fresh, edits: 0, minimized: false });
}

const ownOf = (repository: Repository) =>
  repository.comments.filter(({ author, body }) => author === BOT && readMarker(body) !== null);

test("a comment that a person minimised is updated in place, and stays minimised", async () => {
  const { repository, pull, run } = makeScene(github, GOOD);
  await run();
  const [first] = repository.comments;
  Object.assign(first ?? {}, { minimized: true });
  push(repository, pull, BROKEN);
  await run();
  expect(repository.comments).toMatchObject([
    { id: first?.id, minimized: true, edits: 1, body: expect.stringContaining("claen") },
  ]);
});

test("a comment that a person deleted comes again once, with the next run", async () => {
  const { repository, run } = makeScene(github, GOOD);
  await run();
  repository.comments.length = 0;
  await run();
  await run();
  expect(repository.comments).toMatchObject([{ edits: 0 }]);
});

test("the base moves after the event: the merge result's own first parent is compared", async () => {
  const { repository, pull, token, bodies } = makeScene(github, GOOD);
  const payload = pullRequestEvent(repository, pull);
  const moved = repository.git.commit("main", { "dags/gusty/orders/audit.yml": task("echo audit", ["extract"]) });
  updatePull(repository, pull);
  const run = await runAction(github, repository, pull, { token, payload });
  expect(run.stdout).toContain(`with ${moved}`);
  expect(bodies()).toEqual([expect.stringContaining("archive")]);
  expect(bodies()[0]).not.toMatch(/^\+.*audit/m);
});

test("300 comments of others and planted markers do not hide or replace the own one", async () => {
  const { repository, pull, run } = makeScene(github, GOOD);
  for (let n = 0; n < 150; n += 1) comment(repository, "ada", `remark ${n}`);
  comment(repository, "mallory", '<!-- windsock:v1 {"instance":"default","head":"0","revision":99} -->\nfine');
  await run();
  for (let n = 0; n < 150; n += 1) comment(repository, "ada", `more ${n}`);
  push(repository, pull, BROKEN);
  await run();
  expect(ownOf(repository)).toMatchObject([{ edits: 1, body: expect.stringContaining("claen") }]);
  expect(repository.comments).toHaveLength(302);
});

test("two instances keep a comment and a check run each, also at once", async () => {
  const { repository, run } = makeScene(github, BROKEN, { rights: { checks: "write" } });
  const both = ["etl", "ml"].map((name) => run({ name, check: "true" }));
  await Promise.all(both);
  await run({ name: "etl" });
  expect(
    ownOf(repository)
      .map(({ body }) => readMarker(body)?.marker.instance)
      .sort(),
  ).toEqual(["etl", "ml"]);
  expect(repository.checkRuns.map(({ name }) => name).sort()).toEqual(["Windsock / etl", "Windsock / ml"]);
});

test("annotations of a check run come in batches of 50 with errors first, and its conclusion is never neutral", async () => {
  const broken = Array.from({ length: 70 }, (_, n) => [`dags/gusty/orders/task_${n}.yml`, task("x", [`missing_${n}`])]);
  const change = { ...Object.fromEntries(broken), "dags/gusty/orders/aa_first.yml": `${task("echo")}surplus: 1\n` };
  const { repository, run } = makeScene(github, change, { rights: { checks: "write" } });
  const before = github.requests.length;
  await run({ check: "true" });
  const [check] = repository.checkRuns;
  expect(check?.conclusion).toBe("failure");
  const levels = check?.annotations.map(({ annotation_level: level }) => level) ?? [];
  expect(levels.length).toBeGreaterThan(70);
  expect(levels).toEqual(
    [...levels].sort(
      (a, b) =>
        ["failure", "warning", "notice"].indexOf(String(a)) - ["failure", "warning", "notice"].indexOf(String(b)),
    ),
  );
  const sent = github.requests.slice(before).filter(({ operation }) => operation.includes("check-runs"));
  expect(sent.map(({ body }) => Object(Reflect.get(Object(body), "output")).annotations.length)).toEqual([
    50,
    levels.length - 50,
  ]);
});
