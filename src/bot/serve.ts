import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { rateLimitEnd } from "../github/rate-limit.ts";
import { runAskJob } from "./command-job.ts";
import { commandSpec } from "./commands.ts";
import { openDatabase } from "./database.ts";
import { startHttpServer } from "./http-server.ts";
import { signIn } from "./installation-tokens.ts";
import { type AskJob, fieldsOfAsk } from "./job.ts";
import type { Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { openMirrors } from "./mirrors.ts";
import { RateLimited } from "./pauses.ts";
import { forgetRepository } from "./pull-memory.ts";
import { GivenUp, type QueueCounts, type RunningJob, startQueue } from "./queue.ts";
import { recoverDeliveries, recoverPullRequests } from "./recover.ts";
import { openReports } from "./reports.ts";
import { type JobOutcome, runReviewJob } from "./review-job.ts";
import { keysOf } from "./sealed.ts";
import { serviceRoutes } from "./service-routes.ts";
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
  const reports = openReports(database, settings.reportSpace, settings.reportDays);
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
      await reports.evict().catch(onError);
      await setTimeout(RECOVERY, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const waiting = (): number => known.waiting;
  const gone = {
    hide: reports.hide,
    async forget(repository: number) {
      await reports.forget(repository);
      await forgetRepository(database, repository);
    },
  };
  const receiver = { settings, webhooks: github.app.webhooks, queue, metrics, log, reports: gone, waiting };
  const server = await startHttpServer(
    serviceRoutes({ settings, receiver, database, queue, metrics, reports, state: () => state }),
    settings,
    (error, path) => log("error", "request failed", { path, error: wordsOf(error) }),
  );

  const { publicUrl, reportDays: days } = settings;
  const pages = publicUrl && { place: { publicUrl, days, key: keysOf(settings.privateKey).address }, reports };
  const places = { settings, github, database, mirrors, child, pages: pages || null };
  const run = async (running: RunningJob): Promise<void> => {
    const { job, attempt } = running;
    const started = performance.now();
    const note = (
      level: "info" | "warn",
      message: string,
      outcome: JobOutcome | "failed" | "given up" | "paused",
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
      note("info", "review", await runReviewJob(places, running, stopping.signal));
    } catch (thrown) {
      const error = orRateLimited(thrown);
      const outcome = error instanceof GivenUp ? "given up" : error instanceof RateLimited ? "paused" : "failed";
      note("warn", "review", outcome, error);
      throw error;
    }
  };
  const runAsk = async (job: AskJob, signal: AbortSignal): Promise<void> => {
    try {
      const { outcome, trouble } = await runAskJob(
        { ...places, queue },
        job,
        AbortSignal.any([signal, stopping.signal]),
      );
      // The word is the writer's own: only known ones are counted by it.
      const word = job.kind === "rerun" ? "rerun" : (commandSpec(job.word)?.word ?? "");
      metrics.commands.inc({ word, outcome });
      log(trouble === undefined ? "info" : "error", "command", { ...fieldsOfAsk(job), outcome, error: trouble });
    } catch (thrown) {
      const error = orRateLimited(thrown);
      log("warn", "command", { ...fieldsOfAsk(job), outcome: "failed", error: wordsOf(error) });
      throw error;
    }
  };
  await queue.work(settings.concurrency, run);
  await queue.workAsks(runAsk);
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

/** An error of GitHub's rate limit as what the queue knows; any other as it is. */
function orRateLimited(error: unknown): unknown {
  const end = error instanceof RateLimited ? null : rateLimitEnd(error, Date.now());
  return end === null ? error : new RateLimited(end);
}

/** The words of an error, without what a request carried. */
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 2000);
