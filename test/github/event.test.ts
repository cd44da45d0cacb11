import { expect, test } from "vitest";
import { readEvent } from "../../src/github/event.ts";

const [A, B, C] = ["a", "b", "c"].map((letter) => letter.repeat(40));
const ZEROS = "0".repeat(40);

const pull = (more: Record<string, unknown> = {}) => ({
  pull_request: {
    number: 7,
    head: { sha: A, repo: { full_name: "acme/shop" } },
    base: { sha: B },
  },
  repository: { full_name: "acme/shop", default_branch: "main" },
  ...more,
});

test.each(["pull_request", "pull_request_target"])("%s is about the commits that its payload names", (name) => {
  expect(readEvent(name, pull())).toEqual({
    ok: true,
    target: { kind: "pull-request", number: 7, head: A, base: B, formerBase: null, formerHead: null, fork: false },
  });
});

test("a pull request that got another base names the one it had", () => {
  const event = readEvent("pull_request", pull({ changes: { base: { sha: { from: C } } } }));
  expect(event).toMatchObject({ target: { formerBase: C } });
});

test.each([
  ["pull_request", "someone/shop", true],
  ["pull_request", null, true],
  ["pull_request_target", "someone/shop", false],
])("under %s a head in %s has a read-only token: %s", (name, repository, fork) => {
  const payload = pull();
  Object.assign(payload.pull_request.head, { repo: repository && { full_name: repository } });
  expect(readEvent(name, payload)).toMatchObject({ target: { fork } });
});

test("a merge queue's event names both commits", () => {
  const payload = { merge_group: { base_sha: B, head_sha: A }, repository: { default_branch: "main" } };
  expect(readEvent("merge_group", payload)).toEqual({
    ok: true,
    target: { kind: "commits", head: A, base: B, defaultBranch: "main" },
  });
});

test.each([
  ["of a known branch is compared with what was there before", B, B],
  ["of a new branch has no base of its own", ZEROS, null],
])("a push %s", (_, before, base) => {
  const payload = { before, after: A, deleted: false, repository: { default_branch: "main" } };
  expect(readEvent("push", payload)).toMatchObject({ ok: true, target: { head: A, base, defaultBranch: "main" } });
});

test("a deleted branch is nothing to review, and no mistake", () => {
  expect(readEvent("push", { before: A, after: ZEROS, deleted: true })).toMatchObject({ ok: false, skip: true });
});

test.each([
  ["pull_request", {}],
  ["pull_request", null],
  ["pull_request", pull({ pull_request: { number: 7, head: { sha: "main; rm -rf" }, base: { sha: B } } })],
  ["pull_request_target", "text"],
  ["merge_group", { merge_group: { head_sha: "--upload-pack=x" } }],
  ["push", []],
  ["workflow_dispatch", { inputs: { "pull-request": "1e3x" } }],
  ["issue_comment", pull()],
])("%s with a payload that lacks what it needs is refused: %#", (name, payload) => {
  expect(readEvent(name, payload)).toMatchObject({ ok: false, skip: false });
});

test("a closed pull request, and a finished run that no pull request started, are nothing to review", () => {
  expect(readEvent("pull_request", { action: "closed" })).toMatchObject({ ok: false, skip: true });
  expect(readEvent("workflow_run", { workflow_run: { event: "push" } })).toMatchObject({ ok: false, skip: true });
});

test("a finished run is named by its head's repository, branch and commit", () => {
  const workflow_run = {
    event: "pull_request",
    head_sha: A,
    head_branch: "fix",
    head_repository: { full_name: "ada/shop" },
  };
  expect(readEvent("workflow_run", { workflow_run })).toEqual({
    ok: true,
    target: { kind: "finished-run", head: A, repository: "ada/shop", branch: "fix" },
  });
});
