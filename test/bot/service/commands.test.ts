import { afterAll, beforeAll, expect, test } from "vitest";
import { readMarker } from "../../../src/github/marker.ts";
import { type Comment, newId, now } from "../../github/fake/state.ts";
import { type Bot, logOf, startBot, until } from "../support/bot.ts";
import { type Postgres, startPostgres } from "../support/postgres.ts";
import {
  example,
  type Installed,
  installOn,
  makeScene,
  repositoryPayload,
  type Scene,
  sendWebhook,
} from "../support/scene.ts";

let postgres: Postgres;
let scene: Scene;
let bot: Bot;

beforeAll(async () => {
  postgres = await startPostgres();
  scene = await makeScene();
  bot = await startBot({ ...scene.environment, DATABASE_URL: await postgres.createDatabase() });
});

afterAll(async () => {
  await bot.stop();
  expect(scene.github.invalid).toEqual([]);
  await scene.close();
  await postgres.stop();
});

/** Writes a comment as a person and sends its webhook, twice: GitHub may deliver one more than once. */
async function say(installed: Installed, login: string, body: string): Promise<Comment> {
  const { github } = scene;
  const at = now(github.state);
  const comment: Comment = {
    id: newId(github.state),
    issue: 1,
    author: login,
    body,
    createdAt: at,
    updatedAt: at,
    edits: 0,
    minimized: false,
  };
  installed.repository.comments.push(comment);
  const payload = example("issue_comment", "created");
  const full = {
    ...payload,
    issue: { ...(payload.issue as object), number: 1, state: "open", pull_request: {} },
    comment: { ...(payload.comment as object), id: comment.id, body, user: { login, type: "User" } },
    repository: repositoryPayload(payload.repository, installed.repository),
    installation: { id: installed.installation },
  };
  for (let sent = 0; sent < 2; sent += 1) expect(await sendWebhook(github, bot.url, "issue_comment", full)).toBe(202);
  return comment;
}

const log = (): string => logOf(bot);
const outcomes = (): unknown[] => bot.log.filter(({ message }) => message === "command").map(({ outcome }) => outcome);
const answers = ({ repository }: Installed): string[] =>
  repository.comments.flatMap(({ body }) => {
    const read = readMarker(body);
    return read?.marker.instance.startsWith("command") ? [read.text] : [];
  });

test("help is for everybody, and is given once", async () => {
  const installed = installOn(scene.github);
  const comment = await say(installed, "guest", "/windsock help");
  await until(() => outcomes().includes("done"), log);
  expect(comment.reactions).toEqual(["eyes"]);
  expect(answers(installed)).toHaveLength(1);
  expect(answers(installed)[0]).toContain("/windsock review");
});

test("a mistake is answered", async () => {
  const installed = installOn(scene.github);
  const comment = await say(installed, "guest", "/windsock reveiw");
  await until(() => outcomes().includes("not understood"), log);
  expect(comment.reactions).toEqual(["confused"]);
  expect(answers(installed)[0]).toContain("no such command");
});

test("a review is for those who may write", async () => {
  const installed = installOn(scene.github);
  installed.repository.people?.set("ada", "write");
  const refused = await say(installed, "guest", "/windsock review");
  await until(() => outcomes().includes("not allowed"), log);
  expect(refused.reactions).toEqual(["confused"]);
  expect(installed.repository.checkRuns).toEqual([]);
  const taken = await say(installed, "ada", "/windsock review");
  await until(() => installed.repository.checkRuns.some(({ status }) => status === "completed"), log);
  expect(taken.reactions).toEqual(["eyes"]);
});
