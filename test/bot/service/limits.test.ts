import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bot, startBot, until } from "../support/bot.ts";
import { type Postgres, startPostgres } from "../support/postgres.ts";
import {
  type Installed,
  installOn,
  makeScene,
  pullRequestPayload,
  pushMore,
  type Scene,
  sendWebhook,
} from "../support/scene.ts";

let postgres: Postgres;
let scene: Scene;
let database: string;

beforeAll(async () => {
  postgres = await startPostgres();
  scene = await makeScene();
  database = await postgres.createDatabase();
});

afterAll(async () => {
  expect(scene.github.invalid).toEqual([]);
  await scene.close();
  await postgres.stop();
});

const start = (more: Record<string, string> = {}): Promise<Bot> =>
  startBot({ ...scene.environment, DATABASE_URL: database, ...more });

/** Sends the webhook of the newest push of each pull request. */
async function sendAll(bot: Bot, installed: Installed, action = "opened"): Promise<void> {
  for (const pull of installed.pulls) {
    const payload = pullRequestPayload(installed, pull, action);
    expect(await sendWebhook(scene.github, bot.url, "pull_request", payload)).toBe(202);
  }
}

const outcomes = (bot: Bot): unknown[] =>
  bot.log.filter(({ outcome, job }) => outcome && job).map(({ outcome }) => outcome);
const logOf = (bot: Bot) => (): string => bot.log.map((line) => JSON.stringify(line)).join("\n");

test("webhooks: a wrong signature is refused, what asks for nothing is taken, and nothing is shown to strangers", async () => {
  const bot = await start();
  const installed = installOn(scene.github);
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  const payload = pullRequestPayload(installed, pull, "opened");
  expect(await sendWebhook(scene.github, bot.url, "pull_request", payload, { secret: "another" })).toBe(401);
  expect(await sendWebhook(scene.github, bot.url, "ping", { zen: "x" })).toBe(202);
  expect(await sendWebhook(scene.github, bot.url, "pull_request", pullRequestPayload(installed, pull, "labeled"))).toBe(
    202,
  );
  const statusOf = async (path: string): Promise<number> => (await fetch(bot.url + path)).status;
  expect(await Promise.all(["/healthz", "/readyz", "/metrics", "/", "/webhook"].map(statusOf))).toEqual([
    200, 200, 200, 404, 404,
  ]);
  const metrics = await (await fetch(`${bot.url}/metrics`)).text();
  expect(metrics).toContain('windsock_webhooks_total{event="",outcome="refused"} 1');
  expect(installed.repository.checkRuns).toEqual([]);
  const secrets = [scene.environment.WEBHOOK_SECRET ?? "", "PRIVATE KEY", "ghs_"];
  for (const secret of secrets) expect(logOf(bot)()).not.toContain(secret);
  expect(await bot.stop()).toBe(0);
});

test("a review that needs too much memory is given up, said, put aside, and runs again when it is asked for", async () => {
  const small = await start({ REVIEW_MEMORY_MIB: "64" });
  const installed = installOn(scene.github);
  const { checkRuns } = installed.repository;
  await sendAll(small, installed);
  await until(() => outcomes(small).includes("given up"), logOf(small));
  expect(checkRuns).toMatchObject([
    { status: "completed", conclusion: "failure", output: { title: "Windsock could not review this commit" } },
  ]);
  expect(checkRuns[0]?.output.summary).toContain("64 MiB of memory");
  let metrics = "";
  await until(() => {
    void fetch(`${small.url}/metrics`).then(async (response) => {
      metrics = await response.text();
    });
    return metrics.includes('windsock_jobs{state="aside"} 1');
  }, logOf(small));
  await small.stop();

  const bot = await start();
  await sendAll(bot, installed);
  await until(() => checkRuns.some(({ output }) => output.title?.includes("error") === true), logOf(bot));
  expect(installed.repository.comments).toHaveLength(1);
  await bot.stop();
});

test("a newer push stops a running review, and its check run says so", async () => {
  const bot = await start();
  const installed = installOn(scene.github);
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  const { repository } = installed;
  let slow = true;
  scene.github.fault = ({ operation }) =>
    slow && operation === "git upload-pack" ? { kind: "delay", milliseconds: 20_000 } : null;
  await sendAll(bot, installed);
  await until(
    () =>
      scene.github.requests.some(
        ({ operation, url }) => operation === "git upload-pack" && url.includes(repository.owner),
      ),
    logOf(bot),
  );
  slow = false;
  const head = pushMore(installed, pull, 1);
  await sendAll(bot, installed, "synchronize");
  await until(() => repository.checkRuns.some((run) => run.headSha === head && run.status === "completed"), logOf(bot));
  scene.github.fault = () => null;
  expect(repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(["cancelled", "failure"]);
  await bot.stop();
  expect(outcomes(bot)).toEqual(["replaced", "reviewed"]);
});

test("two processes share the work; a pull request is reviewed once, and a busy installation lets others through", async () => {
  const bots = await Promise.all([start({ REVIEWS_AT_ONCE: "1" }), start({ REVIEWS_AT_ONCE: "1" })]);
  const [first, second] = bots;
  if (first === undefined || second === undefined) throw new Error("unreachable");
  const busy = installOn(scene.github, 8);
  const other = installOn(scene.github);
  await sendAll(first, busy);
  await sendAll(second, busy);
  await sendAll(second, other);
  const done = (installed: Installed): number =>
    installed.repository.checkRuns.filter(({ status }) => status === "completed").length;
  await until(() => done(other) === 1, logOf(first), 90);
  expect(done(busy)).toBeLessThan(8);
  await until(() => done(busy) === 8, logOf(first), 120);
  await Promise.all(bots.map((bot) => bot.stop()));
  expect(busy.repository.checkRuns).toHaveLength(8);
  expect(busy.repository.comments).toHaveLength(8);
  expect(outcomes(first)).toContain("reviewed");
  expect(outcomes(second)).toContain("reviewed");
});

test("told to stop, it stops inside 30 seconds, and the next process does what it left", async () => {
  const bot = await start();
  const installed = installOn(scene.github);
  const { repository } = installed;
  scene.github.fault = ({ operation }) =>
    operation === "git upload-pack" ? { kind: "delay", milliseconds: 60_000 } : null;
  await sendAll(bot, installed);
  await until(() => repository.checkRuns.length === 1, logOf(bot));
  const told = performance.now();
  expect(await bot.stop()).toBe(0);
  expect(performance.now() - told).toBeLessThan(30_000);
  scene.github.fault = () => null;
  const next = await start();
  await until(() => repository.checkRuns[0]?.status === "completed", logOf(next));
  await next.stop();
  expect(repository.checkRuns).toMatchObject([{ conclusion: "failure" }]);
  expect(repository.comments).toHaveLength(1);
});

test("a queue that is too long refuses webhooks, and the next start asks for them again", async () => {
  const bot = await start({ REVIEWS_AT_ONCE: "1", LONGEST_QUEUE: "1" });
  const installed = installOn(scene.github, 4);
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  scene.github.fault = ({ operation }) =>
    operation === "git upload-pack" ? { kind: "delay", milliseconds: 60_000 } : null;
  await sendAll(bot, installed);
  const waiting = async (): Promise<boolean> =>
    /windsock_jobs\{state="waiting"\} [2-9]/.test(await (await fetch(`${bot.url}/metrics`)).text());
  while (!(await waiting())) await new Promise((resolve) => setTimeout(resolve, 100));
  let status = 0;
  for (let tried = 0; tried < 50 && status !== 503; tried += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    status = await sendWebhook(scene.github, bot.url, "pull_request", pullRequestPayload(installed, pull, "opened"));
  }
  expect(status).toBe(503);
  const refused = scene.github.state.app?.deliveries.at(-1)?.id;
  await bot.kill();
  scene.github.fault = () => null;
  const next = await start();
  await until(() => scene.github.state.app?.redelivered.includes(refused ?? 0) === true, logOf(next));
  await until(
    () => installed.repository.checkRuns.filter(({ status: state }) => state === "completed").length === 4,
    logOf(next),
  );
  await next.stop();
});

test("two processes do not share the folder of the embedded database", async () => {
  const environment = { ...scene.environment, DATABASE_URL: "" };
  const first = await startBot(environment);
  await expect(startBot(environment)).rejects.toThrow("another process uses the folder");
  expect(await first.stop()).toBe(0);
});
