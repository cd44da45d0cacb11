import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMarker } from "../../../src/github/marker.ts";
import { type Bot, logOf, startBot, until } from "../support/bot.ts";
import { type Postgres, startPostgres } from "../support/postgres.ts";
import { installOn, makeScene, pullRequestPayload, pushMore, type Scene, sendWebhook } from "../support/scene.ts";

const secretsOf = ({ environment: { WEBHOOK_SECRET = "", PRIVATE_KEY = "" } }: Scene): string[] => [
  WEBHOOK_SECRET,
  PRIVATE_KEY.split("\n")[1] ?? "",
];

let postgres: Postgres;
let scene: Scene;

beforeAll(async () => {
  postgres = await startPostgres();
  scene = await makeScene();
});

afterAll(async () => {
  expect(scene.github.invalid).toEqual([]);
  await scene.close();
  await postgres.stop();
});

describe.each(["postgres", "pglite"])("on %s", (kind) => {
  let bot: Bot;

  beforeAll(async () => {
    const server = { ...scene.environment, DATABASE_URL: kind === "postgres" ? await postgres.createDatabase() : "" };
    bot = await startBot(server);
  });

  afterAll(async () => {
    expect(await bot.stop()).toBe(0);
    expect(bot.log.at(-1)?.message).toBe("stopped");
    // Tokens and the App's secrets are in no file: not of git, and not of the database.
    const secrets = [...scene.github.state.tokens.keys(), ...secretsOf(scene)];
    expect(secrets.length).toBeGreaterThan(3);
    for (const entry of readdirSync(scene.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = readFileSync(join(entry.parentPath, entry.name), "latin1");
      const found = secrets.filter((secret) => content.includes(secret));
      expect({ file: entry.name, found }).toEqual({ file: entry.name, found: [] });
    }
    expect(readdirSync(join(scene.folder, "mirrors", "kept")).length).toBeGreaterThan(0);
  });

  test.runIf(kind === "pglite")("a second process does not get the folder of the embedded database", async () => {
    const second = startBot({ ...scene.environment, DATABASE_URL: "" });
    await expect(second).rejects.toThrow("another process uses the folder");
  });

  test("a pull request gets one comment and one completed check", async () => {
    const installed = installOn(scene.github);
    const [pull] = installed.pulls;
    if (pull === undefined) throw new Error("unreachable");
    const { repository } = installed;
    let held = true;
    scene.github.fault = ({ operation }) =>
      operation === "git upload-pack" ? { kind: "until", is: () => !held } : null;
    const status = await sendWebhook(
      scene.github,
      bot.url,
      "pull_request",
      pullRequestPayload(installed, pull, "opened"),
    );
    expect(status).toBe(202);
    // It is acknowledged before it is worked off.
    expect(repository.checkRuns.filter(({ status }) => status === "completed")).toEqual([]);
    held = false;
    await until(
      () => repository.checkRuns[0]?.status === "completed",
      () => logOf(bot),
    );
    expect(repository.checkRuns).toMatchObject([{ name: "Windsock", conclusion: "failure" }]);
    expect(repository.checkRuns[0]?.annotations).toHaveLength(1);
    expect(repository.comments).toHaveLength(1);
    expect(readMarker(repository.comments[0]?.body ?? "")?.text).toContain("claen");

    // The same webhook once more changes nothing; a push changes the comment.
    await sendWebhook(scene.github, bot.url, "pull_request", pullRequestPayload(installed, pull, "opened"));
    const head = pushMore(installed, pull, 1);
    await sendWebhook(scene.github, bot.url, "pull_request", pullRequestPayload(installed, pull, "synchronize"));
    await until(
      () => repository.checkRuns.some((run) => run.headSha === head && run.status === "completed"),
      () => logOf(bot),
    );
    expect(repository.checkRuns).toHaveLength(2);
    expect(repository.comments).toHaveLength(1);
    expect(readMarker(repository.comments[0]?.body ?? "")?.marker.head).toBe(head);
  });
});
