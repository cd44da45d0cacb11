import { afterEach, beforeEach, expect, test } from "vitest";
import { type Client, createClient } from "../../src/github/client.ts";
import { PACE } from "../../src/github/pace.ts";
import { openPull } from "./fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "./fake/server.ts";
import type { Permissions, Repository } from "./fake/state.ts";

let github: FakeGitHub;
let repository: Repository;
let head: string;
const address = { owner: "acme", repo: "shop" };

beforeEach(async () => {
  github = await startFakeGitHub();
  repository = github.createRepository("acme/shop");
  head = repository.git.commit("main", { a: "1\n" });
});

afterEach(() => github.close());

const clientWith = (permissions: Partial<Permissions>): Client =>
  createClient({
    token: github.createToken("ada", permissions),
    apiUrl: github.apiUrl,
    userAgent: "windsock-test",
    deadline: AbortSignal.timeout(20_000),
    pace: { ...PACE, second: 2 },
  });

test("a request that GitHub's description does not allow is refused and noted", async () => {
  const client = clientWith({ checks: "write" });
  const wrong = { ...address, name: "Windsock", head_sha: head, output: { title: "t" } };
  await expect(client.request("POST /repos/{owner}/{repo}/check-runs", wrong as never)).rejects.toMatchObject({
    status: 422,
  });
  expect(github.invalid.join("\n")).toContain("must have required property 'summary'");
});

test("an operation outside the description is not found", async () => {
  await expect(clientWith({}).request("GET /repos/{owner}/{repo}/labels", address)).rejects.toMatchObject({
    status: 404,
  });
});

test("a query that GitHub's schema does not have is refused and noted", async () => {
  await expect(clientWith({}).graphql("{ viewer { nickname } }")).rejects.toThrow(/nickname/);
  expect(github.invalid.join("\n")).toContain("nickname");
});

test("lists come in pages, answers have ETags, and every answer says what is left of the rate limit", async () => {
  const pull = openPull(repository, "main");
  const client = clientWith({ "pull-requests": "write" });
  for (const body of ["one", "two", "three"]) {
    await client.rest.issues.createComment({ ...address, issue_number: pull.number, body });
  }
  const list = { ...address, issue_number: pull.number, per_page: 2 };
  const first = await client.rest.issues.listComments(list);
  expect(first.headers.link).toContain('rel="next"');
  expect(first.headers["x-ratelimit-remaining"]).toBe("4996");
  const all = await client.paginate(client.rest.issues.listComments, list);
  expect(all.map(({ body }) => body)).toEqual(["one", "two", "three"]);
  const again = client.rest.issues.listComments({ ...list, headers: { "if-none-match": first.headers.etag } });
  await expect(again).rejects.toMatchObject({ status: 304 });
});

test("a comment may have 65,536 characters and no more", async () => {
  const pull = openPull(repository, "main");
  const client = clientWith({ "pull-requests": "write" });
  const create = (body: string) => client.rest.issues.createComment({ ...address, issue_number: pull.number, body });
  await create("x".repeat(65_536));
  await expect(create("x".repeat(65_537))).rejects.toMatchObject({ status: 422 });
});
