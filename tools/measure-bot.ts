/**
 * Measures the bot against a fake GitHub on this machine, and prints one line of JSON:
 *
 *   node tools/measure-bot.ts [--database postgres|pglite] [--processes 1] [--webhooks 1000] [--pulls 20]
 *
 * `acknowledge`: milliseconds from a webhook to its acknowledgement, 16 at once. `finish`: milliseconds from a webhook to the
 * completed check run, all sent at the same time. `memory`: MiB of each process of the bot at the end.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Bot, startBot, until } from "../test/bot/support/bot.ts";
import { startPostgres } from "../test/bot/support/postgres.ts";
import { installOn, makeScene, pullRequestPayload, sendWebhook } from "../test/bot/support/scene.ts";

const { values } = parseArgs({
  options: {
    database: { type: "string", default: "postgres" },
    processes: { type: "string", default: "1" },
    webhooks: { type: "string", default: "1000" },
    pulls: { type: "string", default: "20" },
  },
});
const [processes, webhooks, count] = [values.processes, values.webhooks, values.pulls].map(Number);

const quantile = (all: readonly number[], part: number): number =>
  Math.round([...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0);
const summary = (all: readonly number[]) => ({ median: quantile(all, 0.5), p99: quantile(all, 0.99) });

const postgres = values.database === "postgres" ? await startPostgres({ durable: true }) : null;
const scene = await makeScene();
const environment = { ...scene.environment, DATABASE_URL: (await postgres?.createDatabase()) ?? "" };
const bots: Bot[] = [];
for (let started = 0; started < (processes ?? 1); started += 1) bots.push(await startBot(environment));
const urlOf = (index: number): string => bots[index % bots.length]?.url ?? "";

/** Pull requests that are not there: their jobs end at the first look, so that webhooks and queue alone are measured. */
const site = installOn(scene.github);
const [pull] = site.pulls;
if (pull === undefined) throw new Error("unreachable");
const acknowledge: number[] = [];
let sent = 0;
const started = performance.now();
await Promise.all(
  Array.from({ length: 16 }, async () => {
    while (sent < (webhooks ?? 0)) {
      sent += 1;
      const payload = pullRequestPayload(site, { ...pull, number: 1000 + sent }, "opened");
      const before = performance.now();
      if ((await sendWebhook(scene.github, urlOf(sent), "pull_request", withHead(payload))) !== 202)
        throw new Error("refused");
      acknowledge.push(performance.now() - before);
    }
  }),
);
const rate = Math.round((1000 * acknowledge.length) / (performance.now() - started));

/** The head of a pull request that is not there. */
function withHead(payload: unknown): unknown {
  const { pull_request: about, ...rest } = payload as { pull_request: { head: object } };
  return { ...rest, pull_request: { ...about, head: { ...about.head, sha: "a".repeat(40) } } };
}

const idle = async (): Promise<boolean> =>
  /windsock_jobs\{state="waiting"\} 0\n/.test(await (await fetch(`${urlOf(0)}/metrics`)).text());
while (!(await idle())) await new Promise((resolve) => setTimeout(resolve, 500));

const work = installOn(scene.github, count);
const finish: number[] = [];
const begun = performance.now();
const finished = new Set<string>();
for (const [index, one] of work.pulls.entries()) {
  void sendWebhook(scene.github, urlOf(index), "pull_request", pullRequestPayload(work, one, "opened"));
}
await until(
  () => {
    for (const run of work.repository.checkRuns) {
      const key = String(run.id);
      if (run.status !== "completed" || finished.has(key)) continue;
      finished.add(key);
      finish.push(performance.now() - begun);
    }
    return finish.length >= (count ?? 0);
  },
  () => `${finish.length} of ${count} reviews`,
);
const memory = bots.map(({ process: { pid } }) =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024),
);
console.log(JSON.stringify({ ...values, rate, acknowledge: summary(acknowledge), finish: summary(finish), memory }));
await Promise.all(bots.map((bot) => bot.stop()));
await scene.close();
await postgres?.stop();
