import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { FakeRequest } from "../../github/fake/faults.ts";
import { type Bot, logOf, startBot, until } from "../support/bot.ts";
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
/** Each test has a GitHub and a database of its own: what one leaves behind does not meet the next. */
let scene: Scene;
let database: string;
let bots: Bot[];

beforeAll(async () => {
  postgres = await startPostgres();
});

beforeEach(async () => {
  scene = await makeScene();
  database = await postgres.createDatabase();
  bots = [];
});

afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  const { invalid } = scene.github;
  await scene.close();
  expect(invalid).toEqual([]);
});

afterAll(() => postgres.stop());

async function start(more: Record<string, string> = {}): Promise<Bot> {
  const bot = await startBot({ ...scene.environment, DATABASE_URL: database, ...more });
  bots.push(bot);
  return bot;
}

/** Sends the webhook of the newest push of each pull request. */
async function sendAll(bot: Bot, installed: Installed, action = "opened"): Promise<void> {
  for (const pull of installed.pulls) {
    const payload = pullRequestPayload(installed, pull, action);
    expect(await sendWebhook(scene.github, bot.url, "pull_request", payload)).toBe(202);
  }
}

const firstPull = ({ pulls: [pull] }: Installed) => pull ?? expect.fail("there is no pull request");
const outcomes = (bot: Bot): unknown[] =>
  bot.log.filter(({ outcome, job }) => outcome && job).map(({ outcome }) => outcome);
const completed = ({ repository }: Installed): number =>
  repository.checkRuns.filter(({ status }) => status === "completed").length;
const metricsOf = async (bot: Bot): Promise<string> => (await fetch(`${bot.url}/metrics`)).text();
const STATUS_TOKEN = "a token of the operators";
/** The page for operators. */
const statusOf = async (bot: Bot): Promise<string> => {
  const authorization = `Basic ${Buffer.from(`x:${STATUS_TOKEN}`).toString("base64")}`;
  return (await fetch(`${bot.url}/status`, { headers: { authorization } })).text();
};
/** Fetches of git wait until `is` holds. */
const holdFetches = (is: () => boolean, of: (request: FakeRequest) => boolean = () => true): void => {
  scene.github.fault = (request) =>
    request.operation === "git upload-pack" && of(request) ? { kind: "until", is } : null;
};
const fetches = (): readonly FakeRequest[] =>
  scene.github.requests.filter(({ operation }) => operation === "git upload-pack");

test("webhooks: a wrong signature is refused, what asks for nothing is taken, and nothing is shown to strangers", async () => {
  const bot = await start();
  // At the first start open pull requests are looked for: there are none yet.
  await until(
    () => bot.log.some(({ message }) => message === "open pull requests looked at"),
    () => logOf(bot),
  );
  const installed = installOn(scene.github);
  const pull = firstPull(installed);
  const payload = pullRequestPayload(installed, pull, "opened");
  expect(await sendWebhook(scene.github, bot.url, "pull_request", payload, { secret: "another" })).toBe(401);
  expect(await sendWebhook(scene.github, bot.url, "ping", { zen: "x" })).toBe(202);
  expect(await sendWebhook(scene.github, bot.url, "pull_request", pullRequestPayload(installed, pull, "labeled"))).toBe(
    202,
  );
  const codeOf = async (path: string): Promise<number> => (await fetch(bot.url + path)).status;
  expect(await Promise.all(["/healthz", "/readyz", "/metrics", "/", "/webhook"].map(codeOf))).toEqual([
    200, 200, 200, 404, 404,
  ]);
  expect(await metricsOf(bot)).toContain('windsock_webhooks_total{event="",outcome="refused"} 1');
  expect(installed.repository.checkRuns).toEqual([]);
  const secrets = [scene.environment.WEBHOOK_SECRET ?? "", "PRIVATE KEY", "ghs_"];
  for (const secret of secrets) expect(logOf(bot)).not.toContain(secret);
  expect(await bot.stop()).toBe(0);
});

test("a review that needs too much memory is given up, said, put aside, and runs again when it is asked for", async () => {
  const small = await start({ REVIEW_MEMORY_MIB: "64", STATUS_TOKEN });
  const installed = installOn(scene.github);
  const { checkRuns } = installed.repository;
  await sendAll(small, installed);
  await until(
    () => outcomes(small).includes("given up"),
    () => logOf(small),
  );
  expect(checkRuns).toMatchObject([
    { status: "completed", conclusion: "failure", output: { title: "Windsock could not review this commit" } },
  ]);
  expect(checkRuns[0]?.output.summary).toContain("64 MiB of memory");
  await until(
    async () => (await metricsOf(small)).includes('windsock_jobs{state="aside"} 1'),
    () => logOf(small),
  );
  const status = await statusOf(small);
  expect(status).toContain(`<td>${installed.repository.owner}/shop #1</td>`);
  expect(status).toContain("it needed more than 64 MiB of memory");
  await small.stop();

  const bot = await start();
  await sendAll(bot, installed);
  await until(
    () => checkRuns.some(({ output }) => output.title?.includes("error") === true),
    () => logOf(bot),
  );
  expect(installed.repository.comments).toHaveLength(1);
});

test("a newer push stops a running review, and its check run says so", async () => {
  const bot = await start();
  const installed = installOn(scene.github);
  const { repository } = installed;
  let held = true;
  holdFetches(() => !held);
  await sendAll(bot, installed);
  await until(
    () => fetches().length > 0,
    () => logOf(bot),
  );
  const head = pushMore(installed, firstPull(installed), 1);
  await sendAll(bot, installed, "synchronize");
  await until(
    () => outcomes(bot).includes("replaced"),
    () => logOf(bot),
  );
  held = false;
  await until(
    () => repository.checkRuns.some((run) => run.headSha === head && run.status === "completed"),
    () => logOf(bot),
  );
  expect(repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(["cancelled", "failure"]);
  await bot.stop();
  expect(outcomes(bot)).toEqual(["replaced", "reviewed"]);
});

test("two processes share the work; a pull request is reviewed once, and a busy installation lets others through", async () => {
  const [first, second] = await Promise.all([start({ REVIEWS_AT_ONCE: "1" }), start({ REVIEWS_AT_ONCE: "1" })]);
  let held = true;
  holdFetches(() => !held);
  const busy = installOn(scene.github, 8);
  const other = installOn(scene.github);
  await sendAll(first, busy);
  await sendAll(second, busy);
  // Both processes are at work for the busy one when the other one comes.
  await until(
    () => fetches().length === 2,
    () => logOf(first),
  );
  await sendAll(second, other);
  held = false;
  await until(
    () => completed(other) === 1,
    () => logOf(first),
  );
  expect(completed(busy)).toBeLessThan(8);
  await until(
    () => completed(busy) === 8,
    () => logOf(first),
  );
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
  let held = true;
  holdFetches(() => !held);
  await sendAll(bot, installed);
  await until(
    () => fetches().length > 0,
    () => logOf(bot),
  );
  expect(await bot.stop()).toBe(0);
  const at = (message: string): number =>
    Date.parse(String(bot.log.find((line) => line.message === message)?.time ?? ""));
  expect(at("stopped") - at("stopping")).toBeLessThan(30_000);
  held = false;
  const next = await start();
  await until(
    () => repository.checkRuns[0]?.status === "completed",
    () => logOf(next),
  );
  await next.stop();
  expect(repository.checkRuns).toMatchObject([{ conclusion: "failure" }]);
  expect(repository.comments).toHaveLength(1);
});

test("an installation whose rate limit is used up waits for its end, and others go on", async () => {
  const bot = await start({ REVIEWS_AT_ONCE: "2", STATUS_TOKEN });
  const limited = installOn(scene.github, 3);
  const other = installOn(scene.github, 2);
  const ofLimited = ({ url }: FakeRequest): boolean => url.includes(limited.repository.owner);
  let isUp = false;
  scene.github.fault = (request) =>
    !isUp && ofLimited(request) && !request.operation.startsWith("git ")
      ? {
          kind: "status",
          when: "before",
          status: 403,
          message: "API rate limit exceeded for installation ID 1.",
          headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3000) },
        }
      : null;
  await sendAll(bot, limited);
  await until(
    () => outcomes(bot).includes("paused"),
    () => logOf(bot),
  );
  await sendAll(bot, other);
  await until(
    () => completed(other) === 2,
    () => logOf(bot),
  );
  // At most the two that ran at the same time have met the limit; what waits, and what comes, does not ask in vain.
  await sendAll(bot, limited, "synchronize");
  const tried = outcomes(bot).filter((outcome) => outcome === "paused").length;
  expect(tried).toBeLessThanOrEqual(2);
  const asked = scene.github.requests.filter(ofLimited).length;
  expect(await statusOf(bot)).toContain(`<td>${limited.installation}</td><td>3</td><td>20`);
  expect(scene.github.requests.filter(ofLimited)).toHaveLength(asked);
  expect(completed(limited)).toBe(0);

  // The end comes: an hour is a long time for a test.
  isUp = true;
  const client = new Client({ connectionString: database });
  await client.connect();
  await client.query("UPDATE windsock.pause SET until = now()");
  await client.query("UPDATE windsock_queue.job SET start_after = now() WHERE state = 'created'");
  await client.end();
  await until(
    () => completed(limited) === 3,
    () => logOf(bot),
  );
  expect(limited.repository.comments).toHaveLength(3);
});

test("a queue that is too long refuses webhooks, and the next start asks for them again", async () => {
  const bot = await start({ REVIEWS_AT_ONCE: "1", LONGEST_QUEUE: "1" });
  const installed = installOn(scene.github, 4);
  let held = true;
  holdFetches(() => !held);
  await sendAll(bot, installed);
  let status = 0;
  await until(
    async () => {
      const payload = pullRequestPayload(installed, firstPull(installed), "opened");
      status = await sendWebhook(scene.github, bot.url, "pull_request", payload);
      return status === 503;
    },
    () => `${status}`,
  );
  const refused = scene.github.state.app?.deliveries.at(-1)?.id;
  await bot.kill();
  held = false;
  const next = await start();
  await until(
    () => scene.github.state.app?.redelivered.includes(refused ?? 0) === true,
    () => logOf(next),
  );
  await until(
    () => completed(installed) === 4,
    () => logOf(next),
  );
  await next.stop();
});
