import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchPullRequest } from "../../src/github/fetch-commits.ts";
import { createOwnRepository, type OwnRepository } from "../../src/github/git-repository.ts";
import { asPath, type Path } from "../../src/model/path.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { openCommit } from "../../src/snapshot/git-snapshot.ts";
import { openPull, push, updatePull } from "./fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "./fake/server.ts";

let github: FakeGitHub;
let parent: string;

beforeAll(async () => {
  github = await startFakeGitHub();
  parent = mkdtempSync(join(tmpdir(), "windsock-fetch-"));
});

afterAll(async () => {
  await github.close();
  rmSync(parent, { recursive: true, force: true });
});

const text = async (snapshot: Snapshot, path: string): Promise<string> => {
  const content = (await snapshot.load([asPath(path)])).get(asPath(path));
  return content?.ok ? Buffer.from(content.bytes).toString("utf8") : `no content: ${content?.why}`;
};

const hasConflict = async () => true;
const noMergeBase = async (): Promise<string> => {
  throw new Error("the compare API is not needed here");
};

async function own(name: string): Promise<{ repository: OwnRepository; token: string }> {
  const token = github.createToken("github-actions[bot]", {});
  const url = `${github.url}/${name}.git`;
  return { repository: await createOwnRepository({ parent, url, token, objectFormat: "sha1" }), token };
}

function project(name: string, files: number) {
  const repository = github.createRepository(`acme/${name}`);
  const tasks = Object.fromEntries(Array.from({ length: files }, (_, n) => [`dags/a/t${n}.yml`, `operator: x${n}\n`]));
  const base = repository.git.commit("main", { "dags/dags.py": "import gusty\n", "README.md": "hello\n", ...tasks });
  repository.git.commit("feature", { "dags/a/new.yml": "operator: y\n" }, { from: base });
  const pull = openPull(repository, "feature");
  const target = () => ({
    kind: "pull-request" as const,
    number: pull.number,
    head: repository.git.resolve("refs/heads/feature") ?? "",
    base: repository.git.resolve("refs/heads/main") ?? "",
    formerBase: null,
    formerHead: null,
    fork: false,
  });
  return { repository, pull, base, target };
}

test("the head is the merge result and the base is its first parent, so that others' work does not show", async () => {
  const { repository, pull, target } = project("merge", 3);
  repository.git.commit("main", { "dags/a/others.yml": "operator: z\n" });
  updatePull(repository, pull);
  const versions = await fetchPullRequest((await own("acme/merge")).repository, target(), {
    mergeBase: noMergeBase,
    hasConflict,
  });
  expect(versions.compared).toBe("merge");
  expect(versions.base.commit).toBe(repository.git.resolve("refs/heads/main"));
  expect(versions.head.tree.has(asPath("dags/a/others.yml"))).toBe(true);
  expect(versions.base.tree.has(asPath("dags/a/new.yml"))).toBe(false);
  expect(await text(versions.head, "dags/a/new.yml")).toBe("operator: y\n");
  expect(await text(versions.base, "dags/a/others.yml")).toBe("operator: z\n");
  expect(versions.branch.commit).toBe(target().head);
});

test("without a merge result the head is compared with the merge base", async () => {
  const { repository, pull, base, target } = project("conflict", 2);
  repository.git.commit("main", { "dags/a/new.yml": "operator: conflict\n" });
  repository.git.setRef(`refs/pull/${pull.number}/merge`, null);
  const mergeBase = async (one: string, other: string) => repository.git.mergeBase(one, other) ?? "";
  repository.git.setRef(`refs/pull/${pull.number}/head`, base);
  const versions = await fetchPullRequest((await own("acme/conflict")).repository, target(), {
    mergeBase,
    hasConflict,
  });
  expect(versions.compared).toBe("branch");
  expect(versions.base.commit).toBe(base);
  expect(await text(versions.head, "dags/a/new.yml")).toBe("operator: y\n");
});

test("a merge result of an older push is not used", async () => {
  const { repository, pull, base, target } = project("stale", 2);
  const stale = repository.git.resolve(`refs/pull/${pull.number}/merge`);
  push(repository, pull, { "dags/a/newer.yml": "operator: y\n" });
  repository.git.setRef(`refs/pull/${pull.number}/merge`, stale);
  const event = target();
  push(repository, pull, { "dags/a/newest.yml": "operator: y\n" });
  const versions = await fetchPullRequest((await own("acme/stale")).repository, event, {
    mergeBase: async () => base,
    hasConflict,
  });
  expect(versions.compared).toBe("branch");
  expect(versions.head.commit).toBe(event.head);
  expect(versions.head.tree.has(asPath("dags/a/newest.yml"))).toBe(false);
});

test.each([10, 300])("%i task files take the same few requests, and both versions share a batch", async (files) => {
  const { target } = project(`requests-${files}`, files);
  const { repository } = await own(`acme/requests-${files}`);
  const before = github.requests.length;
  const versions = await fetchPullRequest(repository, target(), { mergeBase: noMergeBase, hasConflict });
  const tasks = (snapshot: Snapshot): Path[] => [...snapshot.tree.keys()].filter((path) => path.endsWith(".yml"));
  const loaded = await versions.batches.together(
    () => versions.base.load(tasks(versions.base)),
    () => versions.head.load(tasks(versions.head)),
  );
  expect(loaded[1]?.size).toBe(files + 1);
  expect(loaded.every((contents) => [...contents.values()].every((content) => content.ok))).toBe(true);
  expect(versions.batches.count()).toBe(2);
  expect(github.requests.slice(before).map((request) => request.operation)).toEqual([
    ...["git info/refs", "git upload-pack"],
    ...["git info/refs", "git upload-pack"],
    ...["git info/refs", "git upload-pack"],
    ...["git info/refs", "git upload-pack"],
  ]);
});

test("a blob that no load asked for is not fetched", async () => {
  const { repository: served, target } = project("lazy", 2);
  const { repository } = await own("acme/lazy");
  const versions = await fetchPullRequest(repository, target(), { mergeBase: noMergeBase, hasConflict });
  const readme = served.git.git(["rev-parse", "main:README.md"]);
  const present = await repository.reading.attempt(["cat-file", "-e", readme]);
  expect(present.code).not.toBe(0);
  expect(await text(versions.head, "README.md")).toBe("hello\n");
});

test("a blob that no batch asked for is missing, and no request is made for it", async () => {
  const { target } = project("forgotten", 2);
  const { repository } = await own("acme/forgotten");
  const versions = await fetchPullRequest(repository, target(), { mergeBase: noMergeBase, hasConflict });
  const before = github.requests.length;
  const unbatched = await openCommit(repository.reading, versions.headCommit);
  expect(await text(unbatched, "README.md")).toBe("no content: missing");
  expect(github.requests.length).toBe(before);
});

test("the token is in no file of the repository", async () => {
  const { target } = project("secret", 2);
  const { repository, token } = await own("acme/secret");
  await fetchPullRequest(repository, target(), { mergeBase: noMergeBase, hasConflict });
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const files = readdirSync(repository.directory, { recursive: true, withFileTypes: true }).filter((item) =>
    item.isFile(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name), "latin1");
    expect(bytes.includes(token) || bytes.includes(basic), file.name).toBe(false);
  }
});

test("a token without the right to read gives a message with the permission", async () => {
  const { target } = project("closed", 1);
  const token = github.createToken("github-actions[bot]", { contents: "none" });
  const url = `${github.url}/acme/closed.git`;
  const repository = await createOwnRepository({ parent, url, token, objectFormat: "sha1" });
  await expect(fetchPullRequest(repository, target(), { mergeBase: noMergeBase, hasConflict })).rejects.toMatchObject({
    message: "GitHub does not let this token read the repository",
    hint: expect.stringContaining("contents: read"),
  });
});

test.each([
  ["a failing server", "git info/refs", { kind: "status", when: "before", status: 502 }],
  ["too many requests", "git upload-pack", { kind: "status", when: "before", status: 429 }],
  ["a broken connection", "git info/refs", { kind: "reset", when: "before" }],
  ["a connection that breaks later", "git upload-pack", { kind: "reset", when: "before" }],
] as const)("after %s at %s git tries again", async (_, operation, fault) => {
  const name = `failing-${github.requests.length}`;
  const { target } = project(name, 2);
  const { repository } = await own(`acme/${name}`);
  let failures = 0;
  github.fault = (request) => {
    if (request.operation !== operation || failures > 0) return null;
    failures += 1;
    return fault;
  };
  const versions = await fetchPullRequest(repository, target(), { mergeBase: noMergeBase, hasConflict });
  github.fault = () => null;
  expect(failures).toBe(1);
  expect(versions.compared).toBe("merge");
});
