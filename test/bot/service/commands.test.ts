import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bot, logOf, startBot, until } from "../support/bot.ts";
import { type Postgres, startPostgres } from "../support/postgres.ts";
import { answerTo, commentPayload, reportOf, writeComment } from "../support/room.ts";
import { type Installed, installOn, makeScene, pullRequestPayload, type Scene, sendWebhook } from "../support/scene.ts";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

test.each(["postgres", "pglite"])("a process on %s does what people ask for, each thing once", async (kind) => {
  const scene = await makeScene();
  const url = kind === "postgres" ? await postgres.createDatabase() : "";
  const bot = await startBot({ ...scene.environment, DATABASE_URL: url });
  try {
    await conversation(scene, bot);
  } finally {
    await bot.stop();
  }
  expect(scene.github.invalid).toEqual([]);
  await scene.close();
});

async function conversation(scene: Scene, bot: Bot): Promise<void> {
  const { github } = scene;
  const log = (): string => logOf(bot);
  const installed = installOn(github);
  const { repository } = installed;
  repository.people?.set("ada", "write");
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  await sendWebhook(github, bot.url, "pull_request", pullRequestPayload(installed, pull, "opened"));
  await until(() => repository.checkRuns.some(({ conclusion }) => conclusion === "failure"), log);

  /** Writes a comment and sends its webhook twice: GitHub may deliver one more than once. */
  const say = async (login: string, body: string) => {
    const comment = writeComment(scene, installed, login, body, 1);
    const payload = commentPayload(installed, comment);
    for (let sent = 0; sent < 2; sent += 1) {
      expect(await sendWebhook(github, bot.url, "issue_comment", payload)).toBe(202);
    }
    return comment;
  };
  const answerOf = (comment: { id: number }): string => answerTo(installed, `${comment.id}`) ?? "";

  const help = await say("guest", "/windsock help");
  await until(() => answerOf(help).includes("/windsock review"), log);
  const mistake = await say("guest", "/windsock reveiw");
  await until(() => answerOf(mistake).includes("Did you mean `/windsock review`?"), log);
  const refused = await say("guest", "/windsock fix");
  await until(() => answerOf(refused).includes("write access"), log);

  await say("guest", "/windsock why orders.publish");
  await until(() => reportOf(installed)?.includes("**`orders.publish`** is a task of") === true, log);
  const fingerprint = / · `([0-9a-f]{16})`/.exec(reportOf(installed) ?? "")?.[1];
  await say("ada", `/windsock accept ${fingerprint} it is meant so`);
  await until(() => repository.checkRuns.some(({ conclusion }) => conclusion === "success"), log);
  expect(reportOf(installed)).toContain("Accepted by **ada**: it is meant so");
  await say("ada", `/windsock unaccept ${fingerprint}`);
  await until(() => repository.checkRuns.every(({ conclusion }) => conclusion === "failure"), log);

  const fix = await say("ada", "/windsock fix");
  await until(() => fix.reactions?.includes("rocket") === true, log);
  expect(repository.git.git(["show", "feature-0:dags/gusty/orders/publish.yml"])).toContain("- clean");
  expect(repository.checkRuns).toHaveLength(1);
  // The report, and three answers of their own.
  expect(ownComments(installed)).toBe(4);
}

const ownComments = ({ repository }: Installed): number =>
  repository.comments.filter(({ body }) => body.startsWith("<!-- windsock:")).length;

test.each(["postgres", "pglite"])("killed on %s while people ask, it answers each of them once", async (kind) => {
  const scene = await makeScene();
  const { github } = scene;
  const url = kind === "postgres" ? await postgres.createDatabase() : "";
  const environment = { ...scene.environment, DATABASE_URL: url };
  const installed = installOn(github);
  const { repository } = installed;
  repository.people?.set("ada", "write");
  let bot = await startBot(environment);
  const asked = [];
  for (const words of ["help", "reveiw", "fix", "help"]) {
    const comment = writeComment(scene, installed, "ada", `/windsock ${words}`, 1);
    asked.push(comment);
    const payload = commentPayload(installed, comment);
    await sendWebhook(github, bot.url, "issue_comment", payload);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 1500));
    await bot.kill();
    bot = await startBot(environment);
    // GitHub delivers it again where it was not taken; here always.
    expect(await sendWebhook(github, bot.url, "issue_comment", payload)).toBe(202);
  }
  const [help, mistake, fix, again] = asked.map((comment) => () => comment.reactions ?? []);
  await until(
    () =>
      help?.().includes("eyes") === true &&
      mistake?.().includes("confused") === true &&
      fix?.().includes("rocket") === true &&
      again?.().includes("eyes") === true &&
      answered(installed) === 3,
    () => logOf(bot),
  );
  // Whatever was done twice would be here: two answers, or a second commit.
  await bot.stop();
  expect(answered(installed)).toBe(3);
  expect(repository.git.git(["rev-list", "--count", "main..feature-0"])).toBe("2");
  expect(github.invalid).toEqual([]);
  await scene.close();
});

/** Answers of their own. */
const answered = ({ repository }: Installed): number =>
  repository.comments.filter(({ body }) => body.startsWith('<!-- windsock:v1 {"instance":"command')).length;
