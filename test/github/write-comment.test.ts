import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, createClient } from "../../src/github/client.ts";
import { readMarker, withMarker } from "../../src/github/marker.ts";
import { PACE } from "../../src/github/pace.ts";
import * as comments from "../../src/github/write-comment.ts";
import { openPull, push } from "./fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "./fake/server.ts";
import { newId, now, type Permissions, type Pull, type Repository } from "./fake/state.ts";

let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

const BOT = "github-actions[bot]";

function clientFor(permissions: Partial<Permissions> = { "pull-requests": "write" }): Client {
  const token = github.createToken(BOT, permissions);
  const deadline = AbortSignal.timeout(60_000);
  return createClient({
    token,
    apiUrl: github.apiUrl,
    userAgent: "windsock-test",
    deadline,
    pace: { ...PACE, second: SECOND },
  });
}

let count = 0;

function pullRequest(): {
  repository: Repository;
  pull: Pull;
  head: () => string;
  request: (text: string | null) => Request;
} {
  count += 1;
  const repository = github.createRepository(`acme/comment-${count}`);
  repository.git.commit("main", { a: "1\n" });
  repository.git.commit("feature", { a: "2\n" }, { from: "main" });
  const pull = openPull(repository, "feature");
  const head = (): string => repository.git.resolve("refs/heads/feature") ?? "";
  const names = { owner: repository.owner, repo: repository.name };
  const request = (text: string | null): Request => ({
    repository: names,
    number: pull.number,
    instance: "default",
    head: head(),
    text,
    formerHead: null,
    gone: "gone",
  });
  return { repository, pull, head, request };
}

type Request = comments.CommentRequest;

/** What a second is here, in milliseconds. */
const SECOND = 10;

const writeComment = (client: Client, request: Request) => comments.writeComment(client, request, SECOND);

function plant(repository: Repository, pull: Pull, author: string, body: string): void {
  const at = now(github.state);
  const id = newId(github.state);
  repository.comments.push({
    id,
    issue: pull.number,
    author,
    body,
    createdAt: at,
    updatedAt: at,
    edits: 0,
    minimized: false,
  });
}

test("the first review creates one comment, the next updates it in place", async () => {
  const { repository, pull, request } = pullRequest();
  const client = clientFor();
  const first = await writeComment(client, request("one"));
  push(repository, pull, { a: "3\n" });
  const second = await writeComment(client, request("two"));
  expect([first.what, second.what]).toEqual(["created", "updated"]);
  expect(second.url).toBe(first.url);
  expect(repository.comments).toHaveLength(1);
  expect(readMarker(repository.comments[0]?.body ?? "")).toMatchObject({ marker: { revision: 2 }, text: "two" });
});

test("the same text is not written again", async () => {
  const { repository, request } = pullRequest();
  const client = clientFor();
  await writeComment(client, request("same\n"));
  const again = await writeComment(client, request("same"));
  expect(again.what).toBe("unchanged");
  expect(repository.comments[0]?.edits).toBe(0);
});

test("nothing to say makes no comment, and lets an existing one say that its reason has gone", async () => {
  const { repository, request } = pullRequest();
  const client = clientFor();
  expect(await writeComment(client, request(null))).toEqual({ what: "none", url: null });
  await writeComment(client, request("findings"));
  expect((await writeComment(client, request(null))).what).toBe("updated");
  expect(repository.comments[0]?.body).toMatch(/\ngone$/);
  expect((await writeComment(client, request(null))).what).toBe("unchanged");
});

test("a run of an older head writes nothing", async () => {
  const { repository, pull, request } = pullRequest();
  const client = clientFor();
  const older = request("older");
  push(repository, pull, { a: "3\n" });
  await writeComment(client, request("newer"));
  const late = await writeComment(client, older);
  expect(late.what).toBe("outdated");
  expect(repository.comments.map((comment) => readMarker(comment.body)?.text)).toEqual(["newer"]);
});

test("a planted comment with our marker by another user is neither used nor changed", async () => {
  const { repository, pull, head, request } = pullRequest();
  const planted = withMarker({ instance: "default", head: head(), revision: 99 }, "all is well");
  plant(repository, pull, "mallory", planted);
  await writeComment(clientFor(), request("two errors"));
  expect(repository.comments.map((comment) => comment.author)).toEqual(["mallory", BOT]);
  expect(repository.comments[0]?.body).toBe(planted);
});

test("two instances keep a comment each", async () => {
  const { repository, request } = pullRequest();
  const client = clientFor();
  await writeComment(client, { ...request("one"), instance: "dev" });
  await writeComment(client, { ...request("two"), instance: "prd" });
  await writeComment(client, { ...request("three"), instance: "dev" });
  expect(repository.comments.map((comment) => readMarker(comment.body)?.text)).toEqual(["three", "two"]);
});

test("our comment is found behind 300 others", async () => {
  const { repository, pull, request } = pullRequest();
  for (let n = 0; n < 300; n += 1) plant(repository, pull, "ada", `comment ${n}`);
  const client = clientFor();
  await writeComment(client, request("one"));
  await writeComment(client, request("two"));
  expect(repository.comments).toHaveLength(301);
  expect(repository.comments[300]?.body).toMatch(/\ntwo$/);
});

test("of several own comments the oldest stays", async () => {
  const { repository, pull, head, request } = pullRequest();
  for (const text of ["oldest", "younger"]) {
    plant(repository, pull, BOT, withMarker({ instance: "default", head: head(), revision: 1 }, text));
  }
  await writeComment(clientFor(), request("now"));
  expect(repository.comments.map((comment) => readMarker(comment.body)?.text)).toEqual(["now"]);
  expect(repository.comments[0]?.edits).toBe(1);
});

test.each(["before", "after"] as const)("a connection that breaks %s the effect leaves one comment", async (when) => {
  const { repository, request } = pullRequest();
  github.fault = ({ operation, url }) => {
    if (!operation.startsWith("POST /repos") || !url.includes(repository.name)) return null;
    github.fault = () => null;
    return { kind: "reset", when };
  };
  await writeComment(clientFor(), request("text"));
  expect(repository.comments.map((comment) => readMarker(comment.body)?.text)).toEqual(["text"]);
});

test("a comment that is deleted while it is updated is made anew", async () => {
  const { repository, request } = pullRequest();
  const client = clientFor();
  await writeComment(client, request("one"));
  github.fault = ({ operation }) => {
    if (operation.startsWith("PATCH")) repository.comments.length = 0;
    return null;
  };
  await writeComment(client, request("two"));
  github.fault = () => null;
  expect(repository.comments.map((comment) => readMarker(comment.body)?.text)).toEqual(["two"]);
});

test("a secondary rate limit is waited for", async () => {
  const { repository, request } = pullRequest();
  let limited = 0;
  github.fault = ({ operation }) => {
    if (!operation.startsWith("POST /repos") || limited > 0) return null;
    limited += 1;
    const message = "You have exceeded a secondary rate limit. Please wait.";
    return { kind: "status", when: "before", status: 403, message, headers: { "retry-after": "1" } };
  };
  await writeComment(clientFor(), request("text"));
  github.fault = () => null;
  expect([limited, repository.comments.length]).toEqual([1, 1]);
});

test("a read that lags behind the write makes no second comment", async () => {
  const { repository, request } = pullRequest();
  let hidden: typeof repository.comments = [];
  github.fault = ({ operation }) => {
    if (operation === "POST /graphql" && repository.comments.length > 0) hidden = repository.comments.splice(0);
    return null;
  };
  const outcome = await writeComment(clientFor(), request("text"));
  github.fault = () => null;
  expect([outcome.what, hidden.length, repository.comments.length]).toEqual(["created", 1, 0]);
});

test("two runs at once leave one comment", async () => {
  const { repository, request } = pullRequest();
  const outcomes = await Promise.all([clientFor(), clientFor()].map((client) => writeComment(client, request("text"))));
  expect(outcomes.every(({ url }) => url !== null)).toBe(true);
  expect(repository.comments.map((comment) => readMarker(comment.body)?.text)).toEqual(["text"]);
});

test("without the permission the error is GitHub's 403", async () => {
  const { repository, request } = pullRequest();
  await expect(writeComment(clientFor({ "pull-requests": "read" }), request("text"))).rejects.toMatchObject({
    status: 403,
  });
  expect(repository.comments).toEqual([]);
});
