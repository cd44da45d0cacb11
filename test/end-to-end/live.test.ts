import { afterAll, beforeAll, expect, test } from "vitest";
import type { Files } from "../github/fake/git-repository.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { generatedFiles } from "./support/generated-files.ts";
import { gustyProject } from "./support/gusty-project.ts";
import { type LivePlace, type LivePull, openLivePull } from "./support/live.ts";
import { BROKEN, GOOD } from "./support/scene.ts";

/** `npm run test:live OWNER/REPO` sets it: then the same assertions are made of the real GitHub. */
const live = process.env.WINDSOCK_LIVE ?? "";

let place: LivePlace;
let github: FakeGitHub | null = null;
const opened: LivePull[] = [];

beforeAll(async () => {
  const token = process.env.WINDSOCK_LIVE_TOKEN ?? "";
  const [owner = "", name = ""] = live.split("/");
  if (live !== "") {
    const url = process.env.GITHUB_SERVER_URL ?? "https://github.com";
    place = { url, apiUrl: process.env.GITHUB_API_URL ?? "https://api.github.com", owner, name, token };
    return;
  }
  github = await startFakeGitHub();
  github.createRepository("acme/live").git.commit("main", { "README.md": "x\n" });
  const rights = { contents: "write", "pull-requests": "write" } as const;
  place = { ...github, owner: "acme", name: "live", token: github.createToken("windsock-app[bot]", rights) };
});

afterAll(async () => {
  for (const pull of opened) await pull.remove();
  expect(github?.invalid ?? []).toEqual([]);
  await github?.close();
});

async function open(base: Files, change: Files): Promise<LivePull> {
  const pull = await openLivePull(place, base, change);
  opened.push(pull);
  return pull;
}

test("a pull request gets one comment, the same run writes nothing, and a push updates it", async () => {
  const pull = await open(gustyProject(), GOOD);
  const first = await pull.run();
  expect([first.code, first.outputs.conclusion], first.stdout).toEqual([0, "success"]);
  const [comment, ...others] = await pull.comments();
  expect([others, comment?.body]).toEqual([[], expect.stringContaining("archive")]);
  await pull.run();
  expect(await pull.comments()).toEqual([comment]);
  await pull.push(BROKEN);
  const broken = await pull.run();
  expect([broken.code, broken.outputs.errors], broken.stdout).toEqual([1, "1"]);
  expect(await pull.comments()).toEqual([{ id: comment?.id, body: expect.stringContaining("claen") }]);
});

test("two runs at once leave one comment", async () => {
  const pull = await open(gustyProject(), GOOD);
  const runs = await Promise.all([pull.run(), pull.run()]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(await pull.comments()).toHaveLength(1);
});

test("the generated Python is committed once, and the review is of that commit", async () => {
  const config: Files = { "windsock.yml": "generated: { directory: generated, commit: write }\n" };
  const base = { ...gustyProject(), ...config };
  const pull = await open({ ...base, ...(await generatedFiles(base)) }, GOOD);
  const pushed = await pull.head();
  const first = await pull.run();
  expect([first.code, first.outputs["commit-sha"]], first.stdout).toEqual([0, await pull.head()]);
  expect(first.outputs["commit-sha"]).not.toBe(pushed);
  const second = await pull.run();
  expect([second.code, second.outputs["commit-sha"]], second.stdout).toEqual([0, ""]);
});
