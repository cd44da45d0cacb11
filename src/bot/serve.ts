import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runCommandJob } from "./command-job.ts";
import { openDatabase } from "./database.ts";
import { type Answer, startHttpServer } from "./http-server.ts";
import { signIn } from "./installation-tokens.ts";
import type { CommandJob } from "./job.ts";
import type { Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { openMirrors } from "./mirrors.ts";
import { GivenUp, type QueueCounts, type RunningJob, startQueue } from "./queue.ts";
import { receiveWebhook } from "./receive-webhook.ts";
import { recoverDeliveries, recoverPullRequests } from "./recover.ts";
import { type JobOutcome, runReviewJob } from "./review-job.ts";
import type { Settings } from "./settings.ts";
import { migrate } from "./tables.ts";

/** Milliseconds that running reviews are given to end when the service stops; then they are left to another process. */
const GRACE = 15_000;

/** Milliseconds between two counts of the queue. */
const COUNTING = 2000;

/** Milliseconds between two looks for missed webhooks. */
const RECOVERY = 600_000;

export interface Service {
  readonly port: number;
  /** Takes no more webhooks and jobs, waits for what runs, and closes all. Less than 30 seconds. */
  stop(): Promise<void>;
}

/** Starts the bot: webhooks in, reviews out. `child` are the arguments of Node that start `reviewChild`. */
export async function serve(settings: Settings, child: readonly string[], log: Log): Promise<Service> {
  const onError = (error: unknown): void => log("error", "database", { error: wordsOf(error) });
  const database = await openDatabase(settings, onError);
  await migrate(database);
  const queue = await startQueue(database, onError);
  const github = signIn(settings);
  const mirrors = await openMirrors(join(settings.dataFolder, "mirrors"), settings.mirrorSpace);
  const metrics = createMetrics(queue.counts);
  const stopping = new AbortController();
  let state: "starting" | "ready" | "stopping" = "starting";

  let known: QueueCounts = { waiting: 0, active: 0, aside: 0 };
  const counting = (async () => {
    while (!stopping.signal.aborted) {
      await queue.counts().then((counts) => {
        known = counts;
      }, onError);
      await setTimeout(COUNTING, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  /** What was missed while no process ran, and what a database without a server may have lost. */
  const recoverRegularly = async (): Promise<void> => {
    for (let round = 1; !stopping.signal.aborted; round += 1) {
      try {
        const { asked, complete } = await recoverDeliveries(github, database, Date.now());
        if (asked > 0) log("warn", "missed webhooks asked for again", { asked });
        if (!complete || (round === 1 && database.kind === "pglite")) {
          const pulls = await recoverPullRequests(github, queue, stopping.signal);
          log("info", "open pull requests looked at", { asked: pulls });
        }
      } catch (error) {
        if (!stopping.signal.aborted) log("warn", "missed webhooks cannot be asked for", { error: wordsOf(error) });
      }
      await setTimeout(RECOVERY, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const plain = (status: number, body: string): Answer => ({ status, body });
  const receiver = { settings, webhooks: github.app.webhooks, queue, metrics, log, waiting: () => known.waiting };
  const server = await startHttpServer(
    {
      "POST /webhook": (request) => receiveWebhook(receiver, request),
      "GET /healthz": async () => plain(200, "ok\n"),
      "GET /readyz": async () => {
        if (state !== "ready") return plain(503, `${state}\n`);
        await database.query("SELECT 1");
        return plain(200, "ready\n");
      },
      "GET /metrics": async () => ({
        ...plain(200, await metrics.text()),
        headers: { "content-type": metrics.contentType },
      }),
    },
    settings,
    (error, path) => log("error", "request failed", { path, error: wordsOf(error) }),
  );

  const run = async (running: RunningJob): Promise<void> => {
    const { job, attempt } = running;
    const started = performance.now();
    const note = (
      level: "info" | "warn",
      message: string,
      outcome: JobOutcome | "failed" | "given up",
      error?: unknown,
    ) => {
      const seconds = (performance.now() - started) / 1000;
      metrics.reviews.inc({ outcome });
      metrics.reviewed.observe(seconds);
      log(level, message, {
        job: running.id,
        delivery: job.delivery,
        installation: job.installation,
        repository: `${job.repository.owner}/${job.repository.repo}`,
        ...(job.subject.kind === "pull-request" ? { number: job.subject.number } : {}),
        head: job.subject.head,
        attempt,
        outcome,
        seconds: Math.round(seconds * 1000) / 1000,
        ...(error === undefined ? {} : { error: wordsOf(error) }),
      });
    };
    try {
      note(
        "info",
        "review",
        await runReviewJob({ settings, github, database, mirrors, child }, running, stopping.signal),
      );
    } catch (error) {
      note("warn", "review", error instanceof GivenUp ? "given up" : "failed", error);
      throw error;
    }
  };
  const runCommand = async (job: CommandJob, signal: AbortSignal): Promise<void> => {
    const { delivery, installation, number, word } = job;
    const repository = `${job.repository.owner}/${job.repository.repo}`;
    const fields = { delivery, installation, repository, number, word };
    try {
      const outcome = await runCommandJob({ github, database, queue }, job, AbortSignal.any([signal, stopping.signal]));
      log("info", "command", { ...fields, outcome });
    } catch (error) {
      log("warn", "command", { ...fields, outcome: "failed", error: wordsOf(error) });
      throw error;
    }
  };
  await queue.work(settings.concurrency, run);
  await queue.workCommands(runCommand);
  state = "ready";
  const recovering = recoverRegularly();
  log("info", "ready", { port: server.port, database: database.kind, reviews: settings.concurrency });

  return {
    port: server.port,
    async stop() {
      if (state === "stopping") return;
      state = "stopping";
      log("info", "stopping");
      const closed = server.close();
      void setTimeout(GRACE, undefined, { ref: false }).then(() => stopping.abort());
      await queue.stop(GRACE + 8000);
      stopping.abort();
      await Promise.all([closed, counting, recovering]);
      await database.close();
      log("info", "stopped");
    },
  };
}

/** The words of an error, without what a request carried. */
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 2000);
