import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../src/github/client.ts";
import type { CommitOutcome } from "../../src/github/commit-files.ts";
import { commitGenerated } from "../../src/github/commit-generated.ts";
import { PACE } from "../../src/github/pace.ts";
import { asPath } from "../../src/model/path.ts";
import { openPull, push } from "./fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "./fake/server.ts";
import type { Permissions, Protection, Pull, Repository } from "./fake/state.ts";

const BOT = "github-actions[bot]";
const APP = "windsock-app[bot]";

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
  readonly head: string;
  commit(login?: string, rights?: Partial<Permissions>): Promise<CommitOutcome>;
}

function scene(options: { from?: string | null; protection?: [string, Partial<Protection>] } = {}): Scene {
  names += 1;
  const repository = github.createRepository(`acme/commit-${names}`);
  repository.git.commit("main", { a: "1\n", "generated/cake.py": "old\n" });
  repository.git.commit("feature", { b: "1\n" }, { from: "main" });
  const pull = openPull(repository, "feature", options.from === undefined ? {} : { from: options.from });
  const head = repository.git.resolve("refs/heads/feature") ?? "";
  const [branch, more] = options.protection ?? [null, {}];
  if (branch !== null) repository.protection.set(branch, { requiredChecks: [], rules: [], locked: false, ...more });
  const plan = {
    additions: [{ dag: "bread", path: asPath("generated/bread.py"), text: "new\n", lines: [] }],
    deletions: [asPath("generated/cake.py")],
  };
  return {
    repository,
    pull,
    head,
    commit(login = BOT, rights = { contents: "write", "pull-requests": "write" }) {
      const deadline = AbortSignal.timeout(20_000);
      const token = github.createToken(login, rights);
      const client = createClient({
        token,
        apiUrl: github.apiUrl,
        userAgent: "windsock-test",
        deadline,
        pace: { ...PACE, second: 2 },
      });
      const address = { owner: repository.owner, repo: repository.name };
      const request = {
        repository: address,
        number: pull.number,
        head,
        plan,
        command: "windsock compile --out generated",
      };
      return commitGenerated(client, request, 2);
    },
  };
}

const branchHead = (repository: Repository): string | null => repository.git.resolve("refs/heads/feature");

test("one commit on the branch, with the additions and the deletions", async () => {
  const { repository, head, commit } = scene();
  const outcome = await commit();
  expect(outcome).toEqual({ what: "committed", oid: branchHead(repository) });
  const { git } = repository;
  expect(git.git(["rev-parse", "feature^"])).toBe(head);
  expect(git.git(["diff", "--name-status", head, "feature"])).toBe("A\tgenerated/bread.py\nD\tgenerated/cake.py");
  expect(git.git(["log", "-1", "--format=%B", "feature"])).toMatch(
    /^Write the generated Python\n\nCompiled from \w+ by/,
  );
});

test("a second run with the same sources finds the commit and makes none", async () => {
  const { repository, commit } = scene();
  const first = await commit();
  expect(await commit()).toEqual(first);
  expect(repository.git.git(["rev-list", "--count", "main..feature"])).toBe("2");
});

test("two runs at once make one commit", async () => {
  const { repository, commit } = scene();
  const outcomes = await Promise.all([commit(), commit()]);
  expect(outcomes).toEqual([
    { what: "committed", oid: branchHead(repository) },
    { what: "committed", oid: branchHead(repository) },
  ]);
  expect(repository.git.git(["rev-list", "--count", "main..feature"])).toBe("2");
});

test("a newer push is not overwritten", async () => {
  const { repository, pull, commit } = scene();
  const newer = push(repository, pull, { c: "1\n" });
  expect(await commit()).toEqual({ what: "outdated" });
  expect(branchHead(repository)).toBe(newer);
});

test("a push that comes between the look and the commit is not overwritten", async () => {
  const { repository, pull, commit } = scene();
  let newer = "";
  github.fault = ({ body }) => {
    if (newer !== "" || !String(Reflect.get(Object(body), "query")).startsWith("mutation")) return null;
    return {
      kind: "meanwhile",
      act: () => {
        newer = push(repository, pull, { c: "1\n" });
      },
    };
  };
  const outcome = await commit();
  github.fault = () => null;
  expect(outcome).toEqual({ what: "outdated" });
  expect(branchHead(repository)).toBe(newer);
});

test("a closed pull request is left alone", async () => {
  const { repository, pull, head, commit } = scene();
  pull.state = "closed";
  expect(await commit()).toEqual({ what: "outdated" });
  expect(branchHead(repository)).toBe(head);
});

test.each([
  ["a fork", { from: "someone/shop" }, BOT, /does not commit to a fork.*windsock compile --out generated/],
  ["a fork that was deleted", { from: null }, BOT, /does not commit to a fork/],
  [
    "required checks and the workflow's own token",
    { protection: ["main", { requiredChecks: ["ci"] }] },
    BOT,
    /requires checks.*GitHub App's token/,
  ],
  [
    "checks required by a ruleset",
    { protection: ["main", { rules: ["REQUIRED_STATUS_CHECKS"] }] },
    BOT,
    /requires checks/,
  ],
  [
    "a protected branch",
    { protection: ["feature", { locked: true }] },
    APP,
    /Changes must be made through a pull request.*windsock compile/,
  ],
] as const)("%s: nothing is committed, and one line says what to do", async (_, options, login, why) => {
  const { repository, head, commit } = scene(options as Parameters<typeof scene>[0]);
  expect(await commit(login)).toEqual({ what: "refused", why: expect.stringMatching(why) });
  expect(branchHead(repository)).toBe(head);
});

test("an App's token commits where checks are required", async () => {
  const { commit } = scene({ protection: ["main", { requiredChecks: ["ci"] }] });
  expect((await commit(APP)).what).toBe("committed");
});

test("without the right the line names the permission", async () => {
  const { repository, head, commit } = scene();
  const outcome = await commit(BOT, { contents: "read", "pull-requests": "write" });
  expect(outcome).toEqual({
    what: "refused",
    why: expect.stringMatching(/permissions: \{ contents: write, pull-requests: read \}/),
  });
  expect(branchHead(repository)).toBe(head);
});
