import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { type ActionProcess, startActionProcess } from "./support/action-processes.ts";
import { payloadOf } from "./support/events.ts";
import { BROKEN, makeScene } from "./support/scene.ts";
import { PACE } from "./support/walk.ts";

let github: FakeGitHub;
let action: ActionProcess;

beforeAll(async () => {
  github = await startFakeGitHub();
  action = startActionProcess(PACE);
});

afterAll(async () => {
  action.stop();
  expect(github.invalid).toEqual([]);
  await github.close();
});

test.each([
  [
    "GitHub Enterprise Server: REST below /api/v3, GraphQL at /api/graphql",
    "/api/v3",
    "/api/v3/repos/",
    "/api/graphql",
  ],
  ["GitHub Enterprise Server, with a slash at the end", "/api/v3/", "/api/v3/repos/", "/api/graphql"],
  ["github.com: REST and GraphQL at the root of the API", "", "/repos/", "/graphql"],
])("%s", async (_, suffix, rest, graphql) => {
  const scene = makeScene(github, BROKEN, { rights: { checks: "write" } });
  const { repository, token, bodies } = scene;
  const before = github.requests.length;
  const run = await action.run(github, repository, {
    event: "pull_request",
    payload: payloadOf(scene, "pull_request"),
    token,
    inputs: { check: "true" },
    environment: { GITHUB_API_URL: `${github.url}${suffix}`, GITHUB_SERVER_URL: `${github.url}/` },
  });
  expect([run.code, bodies().length, repository.checkRuns.length], run.stdout).toEqual([1, 1, 1]);
  const urls = github.requests.slice(before).map(({ url }) => url);
  const api = urls.filter((url) => !url.includes(`${repository.name}.git/`));
  expect(api.filter((url) => url === graphql).length).toBeGreaterThanOrEqual(2);
  expect(api.filter((url) => url !== graphql && !url.startsWith(`${rest}acme/${repository.name}/`))).toEqual([]);
  expect(urls.filter((url) => url.startsWith(`/acme/${repository.name}.git/`)).length).toBe(8);
  // Every link is to this server: files, rule pages, the run.
  const links = [...(bodies()[0] ?? "").matchAll(/https?:\/\/[^\s)>"\]]+/g)].map((match) => match[0]);
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((link) => !link.startsWith(`${github.url}/`) || link.startsWith(`${github.url}//`))).toEqual([]);
  expect(links).toEqual(expect.arrayContaining([expect.stringContaining(`/acme/${repository.name}/actions/runs/42`)]));
});
