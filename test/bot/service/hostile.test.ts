import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { task } from "../../end-to-end/support/gusty-project.ts";
import type { Files } from "../../github/fake/git-repository.ts";
import { type Bot, logOf, startBot, until } from "../support/bot.ts";
import { type Postgres, startPostgres } from "../support/postgres.ts";
import { type Installed, installOn, makeScene, pullRequestPayload, type Scene, sendWebhook } from "../support/scene.ts";

let postgres: Postgres;
let scene: Scene;
let bot: Bot | null;

beforeAll(async () => {
  postgres = await startPostgres();
});

beforeEach(async () => {
  scene = await makeScene();
  bot = null;
});

afterEach(async () => {
  await bot?.kill();
  const { invalid } = scene.github;
  await scene.close();
  expect(invalid).toEqual([]);
});

afterAll(() => postgres.stop());

async function start(more: Record<string, string>): Promise<Bot> {
  bot = await startBot({ ...scene.environment, DATABASE_URL: await postgres.createDatabase(), ...more });
  return bot;
}

async function send(to: Bot, installed: Installed): Promise<void> {
  for (const pull of installed.pulls) {
    const payload = pullRequestPayload(installed, pull, "opened");
    expect(await sendWebhook(scene.github, to.url, "pull_request", payload)).toBe(202);
  }
}

/** Task files of a few megabytes, each small enough to be read, that become millions of values: much memory, and much time. */
const GREEDY: Files = Object.fromEntries(
  Array.from({ length: 6 }, (_, n) => [
    `dags/gusty/orders/greedy_${n}.yml`,
    `${task("echo")}params:\n  all: [${"1,".repeat(1_500_000)}1]\n`,
  ]),
);

const checkOf = ({ repository }: Installed) => repository.checkRuns[0];

test("a repository that eats memory is stopped at the limit; the service and everybody else go on", async () => {
  const service = await start({ REVIEWS_AT_ONCE: "2", REVIEW_MEMORY_MIB: "400" });
  const hostile = installOn(scene.github, 1, GREEDY);
  const other = installOn(scene.github);
  await send(service, hostile);
  await until(
    () => checkOf(hostile)?.status === "in_progress",
    () => logOf(service),
  );
  await send(service, other);
  await until(
    () => checkOf(other)?.status === "completed" && checkOf(hostile)?.status === "completed",
    () => logOf(service),
  );
  expect(checkOf(other)).toMatchObject({
    conclusion: "failure",
    output: { title: expect.stringContaining("1 error") },
  });
  expect(other.repository.comments).toHaveLength(1);
  expect(checkOf(hostile)).toMatchObject({
    conclusion: "failure",
    output: {
      title: "Windsock could not review this commit",
      summary: expect.stringContaining("more than 400 MiB of memory"),
    },
  });
  expect(residentMemory(service)).toBeLessThan(400);
});

test("a repository that takes too long is stopped at the limit; webhooks are taken all the while", async () => {
  const service = await start({ REVIEWS_AT_ONCE: "1", REVIEW_SECONDS: "3", REVIEW_MEMORY_MIB: "8192" });
  const hostile = installOn(scene.github, 1, GREEDY);
  await send(service, hostile);
  await until(
    () => checkOf(hostile)?.status === "in_progress",
    () => logOf(service),
  );
  await send(service, hostile);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  await until(
    () => checkOf(hostile)?.status === "completed",
    () => logOf(service),
  );
  expect(checkOf(hostile)?.output.summary).toContain("it took more than 3 seconds");
});

/** MiB. */
const residentMemory = ({ process: { pid } }: Bot): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024;
