import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type FakeArtifactService, startFakeArtifactService } from "../github/fake/artifact-service.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { type ActionRun, runAction } from "./support/run-action.ts";
import { BROKEN, GOOD, makeScene, type Scene } from "./support/scene.ts";

let github: FakeGitHub;
let artifacts: FakeArtifactService;

beforeAll(async () => {
  github = await startFakeGitHub();
});
beforeEach(async () => {
  artifacts = await startFakeArtifactService();
});
afterEach(async () => {
  expect(artifacts.invalid).toEqual([]);
  await artifacts.close();
});
afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

/** Runs the Action where the runner offers the artifact service. */
function run({ repository, pull, token }: Scene, inputs = {}, more = {}): Promise<ActionRun> {
  const environment = { ACTIONS_RESULTS_URL: `${artifacts.url}/`, ACTIONS_RUNTIME_TOKEN: artifacts.token, ...more };
  return runAction(github, repository, pull, { token, inputs, environment });
}

const address = ({ repository }: Scene, id: string, run = 42): string =>
  `${github.url}/acme/${repository.name}/actions/runs/${run}/artifacts/${id}`;

test("the report is kept as a page and as JSON, and comment and summary link to both", async () => {
  const scene = makeScene(github, BROKEN);
  const result = await run(scene);
  expect(result.code).toBe(1);
  const [page, json] = ["windsock.html", "windsock.json"].map((name) =>
    artifacts.kept.find((one) => one.name === name),
  );
  expect([page?.type, json?.type, artifacts.kept.length]).toEqual(["text/html", "application/json", 2]);
  // The run's files are read byte by byte.
  expect(page?.content.toString("latin1") === result.files.get("windsock/report.html")).toBe(true);
  expect(page?.content.toString("utf8")).toMatch(/^<!doctype html>[\s\S]*claen[\s\S]*<\/html>\n$/);
  expect(JSON.parse(json?.content.toString("utf8") ?? "")).toMatchObject({ conclusion: "failure" });
  for (const text of [scene.bodies()[0], result.summary, result.files.get("windsock/report.md")]) {
    expect(text).toContain(`full report</a> (<a href="${address(scene, page?.id ?? "")}">HTML</a>, `);
    expect(text).toContain(address(scene, json?.id ?? ""));
  }
  expect(`${result.stdout}${result.stderr}`).not.toMatch(/signature|artifact/);
});

test("a second run of the same commit keeps its own and does not touch the comment", async () => {
  const scene = makeScene(github, GOOD);
  await run(scene);
  const [before] = scene.bodies();
  artifacts.kept.splice(0);
  await run(scene, {}, { GITHUB_RUN_ID: "43" });
  expect(artifacts.kept).toHaveLength(2);
  expect([scene.bodies(), scene.repository.comments[0]?.edits]).toEqual([[before], 0]);
});

test("several uses in one run have files of their own", async () => {
  const scene = makeScene(github, GOOD);
  await run(scene, { name: "shop eu" });
  expect(artifacts.kept.map(({ name }) => name).sort()).toEqual(["windsock-shop-eu.html", "windsock-shop-eu.json"]);
});

test("nothing is kept where it is not wanted, or where there is nothing to look at", async () => {
  expect((await run(makeScene(github, GOOD), { artifact: "false" })).code).toBe(0);
  expect((await run(makeScene(github, { "README.md": "# Data of the shop\n" }))).code).toBe(0);
  expect(artifacts.requests).toEqual([]);
});

test("without the service one line says so, and everything else is as usual", async () => {
  const scene = makeScene(github, GOOD);
  const result = await run(scene, {}, { ACTIONS_RESULTS_URL: "", ACTIONS_RUNTIME_TOKEN: "" });
  expect(result.code).toBe(0);
  expect(result.stdout.match(/artifact/g)).toHaveLength(2);
  expect(result.stdout).toContain(
    "Windsock: this runner offers no artifact service, so the report is not kept as an artifact\n",
  );
  expect(result.outputs["report-html"]).toMatch(/windsock\/report\.html$/);
  expect(scene.bodies()[0]).toContain(`/actions/runs/42">full report</a>`);
  expect(scene.bodies()[0]).not.toContain("/artifacts/");
});

test("a server without the service, as GitHub Enterprise Server, is said in one line too", async () => {
  artifacts.fault = () => ({ status: 404 });
  const result = await run(makeScene(github, GOOD));
  expect([result.code, result.stdout.includes("::warning")]).toEqual([0, false]);
  expect(result.stdout).toContain("Windsock: this server has no artifact service");
});

test.each([
  [
    { status: 403, message: "insufficient usage to create artifact" },
    "status 403 (insufficient usage to create artifact)",
  ],
  [{ status: 503 }, "status 503"],
  ["reset", "CreateArtifact"],
] as const)("a service that fails with %j is no reason to fail, and is told", async (fault, words) => {
  artifacts.fault = () => fault;
  const scene = makeScene(github, GOOD);
  const result = await run(scene);
  expect(result.code).toBe(0);
  const warnings = result.stdout.match(/^::warning::.*$/gm) ?? [];
  expect(warnings).toEqual([expect.stringContaining("could not keep the report as an artifact")]);
  expect(warnings[0]).toContain(words);
  expect(result.summary).toContain("could not keep the report as an artifact");
  expect(scene.bodies()[0]).not.toContain("/artifacts/");
});
