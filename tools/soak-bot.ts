/**
 * Lets one process of the bot do many real reviews against a fake GitHub on this machine, and prints a line of JSON every 100
 * reviews: how many are done, the MiB that the process holds (resident, and in its heap), and how many children it has.
 *
 *   node tools/soak-bot.ts [--database postgres|pglite] [--reviews 10000] [--minutes 600]
 */
import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startBot, until } from "../test/bot/support/bot.ts";
import { startPostgres } from "../test/bot/support/postgres.ts";
import { installOn, makeScene, pullRequestPayload, pushMore, sendWebhook } from "../test/bot/support/scene.ts";

const { values } = parseArgs({
  options: {
    database: { type: "string", default: "postgres" },
    reviews: { type: "string", default: "10000" },
    minutes: { type: "string", default: "600" },
  },
});
const [reviews = 0, minutes = 0] = [values.reviews, values.minutes].map(Number);

/** Pull requests of one repository; after some rounds the next repository comes, as the fake keeps all of its history. */
const [PULLS, ROUNDS] = [5, 10];

const postgres = values.database === "postgres" ? await startPostgres() : null;
const scene = await makeScene();
const bot = await startBot({ ...scene.environment, DATABASE_URL: (await postgres?.createDatabase()) ?? "" });

const resident = (): number =>
  Math.round(
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${bot.process.pid}/status`, "latin1"))?.[1] ?? 0) / 1024,
  );
const heap = async (): Promise<number> => {
  const metrics = await (await fetch(`${bot.url}/metrics`)).text();
  return Math.round(Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1] ?? 0) / 2 ** 20);
};
const children = (): number =>
  readdirSync("/proc").filter((name) => {
    try {
      return (
        /^\d+$/.test(name) &&
        new RegExp(`\\) \\w ${bot.process.pid} `).test(readFileSync(`/proc/${name}/stat`, "latin1"))
      );
    } catch {
      return false;
    }
  }).length;

const started = performance.now();
let done = 0;
let failed = 0;
while (done < reviews && performance.now() - started < minutes * 60_000) {
  const site = installOn(scene.github, PULLS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const heads = site.pulls.map((pull) => pushMore(site, pull, round));
    for (const pull of site.pulls) {
      await sendWebhook(scene.github, bot.url, "pull_request", pullRequestPayload(site, pull, "synchronize"));
    }
    const finished = () =>
      site.repository.checkRuns.filter((run) => heads.includes(run.headSha) && run.status === "completed");
    await until(
      () => finished().length >= PULLS,
      () => `${done} reviews were done`,
    );
    failed += finished().filter(({ output }) => !output.title?.includes("error")).length;
    done += PULLS;
    // The fake keeps each request for tests to look at.
    scene.github.requests.length = 0;
    if (done % 100 === 0) {
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(
        JSON.stringify({ done, failed, resident: resident(), heap: await heap(), children: children(), seconds }),
      );
    }
  }
}
await bot.stop();
await scene.close();
await postgres?.stop();
