import { afterAll, beforeAll, expect, test } from "vitest";
import { askOf } from "../../src/bot/webhook-asks.ts";
import { openPull } from "../github/fake/pull-request.ts";
import type { CheckRun } from "../github/fake/state.ts";
import { answerTo, openRoom, type Room, reportOf } from "./support/room.ts";
import { APP, allExamples, example, type Installed, installOn, repositoryPayload } from "./support/scene.ts";

let room: Room;

beforeAll(async () => {
  room = await openRoom();
});

afterAll(async () => {
  expect(room.scene.github.invalid).toEqual([]);
  await room.close();
});

/** The payload of an event about a check run or suite of ours, in all other fields GitHub's own example. */
function checkPayload(
  { repository, installation }: Installed,
  event: "check_run" | "check_suite",
  action: string,
  about: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const payload = example(event, action);
  const known = payload[event] as { app: object };
  return {
    ...payload,
    [event]: { ...known, app: { ...known.app, id: APP }, ...about },
    repository: repositoryPayload(payload.repository, repository),
    installation: { id: installation },
    ...more,
  };
}

const aboutRun = ({ id, headSha, externalId }: CheckRun) => ({
  id,
  head_sha: headSha,
  external_id: externalId,
  pull_requests: [],
});

const lastRun = ({ repository }: Installed): CheckRun => {
  const run = repository.checkRuns.at(-1);
  if (run === undefined) throw new Error("there is no check run");
  return run;
};

const press = (installed: Installed, identifier: string, login: string) =>
  room.deliver(
    "check_run",
    checkPayload(installed, "check_run", "requested_action", aboutRun(lastRun(installed)), {
      requested_action: { identifier },
      sender: { login, type: "User" },
    }),
  );

test("the button commits the fixes, for those who may write", async () => {
  const installed = installOn(room.scene.github);
  installed.repository.people?.set("ada", "write");
  await room.review(installed);
  const run = lastRun(installed);
  expect(run.actions).toEqual([
    { label: "Apply the fixes", description: "Commit the safe fixes to this branch", identifier: "fix" },
  ]);
  expect(await press(installed, "fix", "guest")).toEqual(["not allowed"]);
  expect(answerTo(installed, `${run.id} fix`)).toContain("for those with write access");
  expect(await press(installed, "fix", "ada")).toEqual(["done"]);
  const { git } = installed.repository;
  expect(git.git(["show", "feature-0:dags/gusty/orders/publish.yml"])).toContain("- clean");
  // Pressed once more: the same request has made its commit already.
  const made = git.resolve("refs/heads/feature-0");
  expect(await press(installed, "fix", "ada")).toEqual(["done"]);
  expect(git.resolve("refs/heads/feature-0")).toBe(made);
  expect(await press(installed, "constructor", "ada")).toEqual(["not understood"]);
});

test("a check run of a fork's pull request, which GitHub names none for, runs again", async () => {
  const installed = installOn(room.scene.github);
  openPull(installed.repository, "feature-0", { from: "stranger/shop" });
  await room.review(installed, 2);
  await room.deliver("check_run", checkPayload(installed, "check_run", "rerequested", aboutRun(lastRun(installed))));
  expect(await room.settle()).toEqual(["reviewed"]);
  expect(installed.repository.checkRuns).toHaveLength(2);
  const suite = { head_sha: lastRun(installed).headSha, pull_requests: [] };
  await room.deliver("check_suite", checkPayload(installed, "check_suite", "rerequested", suite));
  expect(await room.settle()).toEqual(["reviewed"]);
  expect(installed.repository.checkRuns).toHaveLength(3);
});

test("a merge queue's commit gets a check of its own, without comment or buttons, and runs again", async () => {
  const installed = installOn(room.scene.github);
  const { git } = installed.repository;
  const base = git.resolve("refs/heads/main") ?? "";
  const head = git.merge(base, git.resolve("refs/heads/feature-0") ?? "") ?? "";
  const given = example("merge_group", "checks_requested");
  const payload = {
    ...given,
    merge_group: {
      ...(given.merge_group as object),
      head_sha: head,
      head_ref: `refs/heads/gh-readonly-queue/main/pr-1-${base}`,
      base_sha: base,
    },
    repository: repositoryPayload(given.repository, installed.repository),
    installation: { id: installed.installation },
  };
  await room.deliver("merge_group", payload);
  expect(await room.settle()).toEqual(["reviewed"]);
  expect(lastRun(installed)).toMatchObject({ headSha: head, conclusion: "failure", actions: [] });
  expect(installed.repository.comments).toEqual([]);
  await room.deliver("check_run", checkPayload(installed, "check_run", "rerequested", aboutRun(lastRun(installed))));
  expect(await room.settle()).toEqual(["reviewed"]);
  expect(installed.repository.checkRuns.map(({ headSha }) => headSha)).toEqual([head, head]);

  // What was accepted in the pull request passes in its queue too.
  installed.repository.people?.set("ada", "write");
  await room.review(installed);
  const fingerprint = / · `([0-9a-f]{16})`/.exec(reportOf(installed) ?? "")?.[1];
  await room.say(installed, "ada", `/windsock accept ${fingerprint} fine`);
  await room.settle();
  const inQueue = installed.repository.checkRuns.find(({ headSha }) => headSha === head);
  if (inQueue === undefined) throw new Error("unreachable");
  await room.deliver("check_run", checkPayload(installed, "check_run", "rerequested", aboutRun(inQueue)));
  await room.settle();
  expect(lastRun(installed)).toMatchObject({ headSha: head, conclusion: "success" });
});

test("buttons and runs of other Apps, and GitHub's other examples, ask for nothing and break nothing", async () => {
  const installed = installOn(room.scene.github);
  await room.review(installed);
  const run = aboutRun(lastRun(installed));
  const press = checkPayload(
    installed,
    "check_run",
    "requested_action",
    { ...run, app: { id: 1 } },
    {
      requested_action: { identifier: "fix" },
      sender: { login: "ada", type: "User" },
    },
  );
  expect(askOf("check_run", press, "d", String(APP))).toBeNull();
  for (const { name, payload } of allExamples()) {
    const installedPayload = { ...(payload as object), installation: { id: 7 } };
    const ask = askOf(name, installedPayload, "d", "999999999");
    expect(ask === null || ask.kind === "comment").toBe(true);
  }
});
