import { randomBytes, randomUUID } from "node:crypto";
import { readMarker } from "../../../src/github/marker.ts";
import type { FakeGitHub } from "../../github/fake/server.ts";
import type { Pull } from "../../github/fake/state.ts";
import { type Bot, logOf, startBot, until } from "./bot.ts";
import { type Installed, installOn, pullRequestPayload, pushMore, type Scene, sendWebhook } from "./scene.ts";

/** What a storm was, and how it ended. */
export interface Storm {
  readonly kills: number;
  readonly pushes: number;
  /** Webhooks that nobody took. */
  readonly missed: number;
  /** What is not as it should be; empty where every pull request has one comment and one check of its head. */
  readonly wrong: readonly string[];
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Milliseconds that the bot lives at most after a start. */
const LONGEST_LIFE = 4000;

const random = (most: number): number => randomBytes(4).readUInt32LE() % most;

/**
 * Pushes to some pull requests and sends the webhooks while the bot is killed at random moments, each time followed by a new
 * start. Deliveries that the bot asks for again are sent again, as GitHub does. In the end the bot is left alone until all is done.
 */
export async function storm(
  scene: Scene,
  environment: Readonly<Record<string, string>>,
  kills: number,
): Promise<Storm> {
  const { github } = scene;
  const sites = [installOn(github, 2), installOn(github, 2)];
  /** By the id that GitHub gives a delivery: one that is asked for again keeps it. */
  const sent = new Map<string, unknown>();
  let bot: Bot | null = null;
  let over = false;
  let pushes = 0;
  const send = async (payload: unknown, guid: string = randomUUID()): Promise<void> => {
    sent.set(guid, payload);
    await sendWebhook(github, bot?.url ?? "http://127.0.0.1:9", "pull_request", payload, { guid });
  };
  const pushing = (async () => {
    for (const site of sites) for (const pull of site.pulls) await send(pullRequestPayload(site, pull, "opened"));
    while (!over) {
      const site = sites[random(sites.length)];
      const pull = site?.pulls[random(site.pulls.length)];
      if (site === undefined || pull === undefined) continue;
      pushes += 1;
      pushMore(site, pull, pushes);
      await send(pullRequestPayload(site, pull, "synchronize"));
      await pause(300 + random(1500));
    }
  })();
  const redelivering = (async () => {
    while (!over || (github.state.app?.redelivered.length ?? 0) > 0) {
      const id = github.state.app?.redelivered.shift();
      const guid = github.state.app?.deliveries.find((delivery) => delivery.id === id)?.guid;
      if (guid === undefined) await pause(50);
      else await send(sent.get(guid), guid);
    }
  })();
  for (let killed = 0; killed < kills; killed += 1) {
    bot = await startBot(environment);
    await pause(random(LONGEST_LIFE));
    await bot.kill();
  }
  over = true;
  await pushing;
  bot = await startBot(environment);
  await redelivering;
  const wrong = (): string[] => sites.flatMap((site) => site.pulls.flatMap((pull) => wrongWith(site, pull)));
  const last = bot;
  await until(
    () => wrong().length === 0,
    () => `${wrong().join("\n")}\n${logOf(last)}`,
  );
  await last.stop();
  return { kills, pushes, missed: missedOf(github), wrong: wrong() };
}

const missedOf = (github: FakeGitHub): number =>
  github.state.app?.deliveries.filter(({ status }) => status === 0).length ?? 0;

/** What is not as it should be with one pull request. */
function wrongWith({ repository }: Installed, pull: Pull): string[] {
  const head = repository.git.resolve(`refs/pull/${pull.number}/head`);
  const name = `${repository.owner} #${pull.number}`;
  const comments = repository.comments.filter(({ issue }) => issue === pull.number);
  const checks = repository.checkRuns.filter(({ headSha }) => headSha === head);
  const ownHeads = repository.git.git(["rev-list", `${head}`, "^main"]).split("\n");
  const all = repository.checkRuns.filter(({ headSha }) => ownHeads.includes(headSha));
  const open = all.filter(({ status }) => status !== "completed");
  const twice = ownHeads.filter(
    (commit) => all.filter(({ headSha, conclusion }) => headSha === commit && conclusion !== "cancelled").length > 1,
  );
  return [
    ...(comments.length === 1 ? [] : [`${name} has ${comments.length} comments`]),
    ...(readMarker(comments[0]?.body ?? "")?.marker.head === head ? [] : [`${name}: the comment is of another head`]),
    ...(checks.filter(({ conclusion }) => conclusion === "failure").length === 1
      ? []
      : [`${name}: no check of its head`]),
    ...(open.length === 0 ? [] : [`${name}: ${open.length} checks hang`]),
    ...twice.map((commit) => `${name}: ${commit} has two checks`),
  ];
}
