import { type Job, type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import type { Database } from "./database.ts";
import { type AskJob, askKeyOf, keyOf, type ReviewJob } from "./job.ts";
import { pauseInstallation, RateLimited } from "./pauses.ts";

export const REVIEW = "review";

export const COMMAND = "command";

/** Where jobs go that were given up. */
export const ASIDE = "review-aside";

export const TABLE = "windsock_queue.job";

/** The job cannot be done, and trying again does not help: it is put aside. */
export class GivenUp extends Error {}

/**
 * What fails is tried again, at first after 2 seconds, in the end each minute: for more than an hour, as long as a rate limit
 * lasts. The last times are no further apart, as a killed process counts as a failure, too.
 */
const TRIED_AGAIN = {
  deadLetter: ASIDE,
  policy: "stately",
  notify: true,
  retryLimit: 75,
  retryDelay: 2,
  retryDelayMax: 60,
  retryBackoff: true,
  /** After so many seconds a job of a process that was killed is taken up by another; the least that pg-boss takes. */
  heartbeatSeconds: 10,
} as const;

/** Seconds between two looks for jobs that are due. */
const POLL = 2;

const WORK = { notifyPollingIntervalSeconds: POLL, heartbeatRefreshSeconds: 3 };

/** What people ask for that is done at once in one process. */
const ASKS_AT_ONCE = 3;

/** How far back the queue is counted for an installation. */
const COUNTED = 1000;

/** A job as it is run. `signal` tells that another has taken the job over. */
export interface RunningJob {
  readonly id: string;
  readonly job: ReviewJob;
  /** From 1. */
  readonly attempt: number;
  readonly isLast: boolean;
  readonly signal: AbortSignal;
  /** True where the same pull request has another head waiting. */
  isReplaced(head: string): Promise<boolean>;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** Put aside: given up, until somebody asks again. */
  readonly aside: number;
}

/** The queue of reviews, shared by all processes of one database. */
export interface Queue {
  /** Stores a review that is asked for. One waiting job stands for any number of requests for the same pull request. */
  add(job: ReviewJob): Promise<"added" | "waiting already">;
  /** Stores what somebody asks for; once for each comment or button. */
  addAsk(job: AskJob): Promise<void>;
  /** Runs what somebody asks for, some at once: a slow one does not keep others waiting. */
  workAsks(run: (job: AskJob, signal: AbortSignal) => Promise<void>): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** Runs jobs, so many at once, until the queue is stopped. A job that throws is tried again, but for `GivenUp`. */
  work(concurrency: number, run: (running: RunningJob) => Promise<void>): Promise<void>;
  /** Takes no more jobs and waits for those that run, at most so many milliseconds. */
  stop(milliseconds: number): Promise<void>;
}

/** Starts the queue, and brings its tables up to date. */
export async function startQueue(database: Database, onError: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    ...database.boss,
    schema: "windsock_queue",
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 5,
    schedule: false,
  });
  boss.on("error", onError);
  await boss.start({ attempts: 5 });
  await boss.createQueue(ASIDE, { retentionSeconds: 30 * 86_400 });
  await boss.createQueue(REVIEW, { ...TRIED_AGAIN, expireInSeconds: 3600, deleteAfterSeconds: 86_400 });
  await boss.createQueue(COMMAND, TRIED_AGAIN);

  /** How many jobs of an installation wait, and until when it is paused. */
  const waitingOf = async (installation: number): Promise<{ count: number; paused: Date | null }> => {
    const [row] = await database.query(
      `SELECT count(*)::int AS count, (SELECT until FROM windsock.pause WHERE installation = $1 AND until > now()) AS paused
       FROM (
         SELECT 1 FROM ${TABLE} WHERE name = '${REVIEW}' AND state = 'created' AND group_id = $1 LIMIT ${COUNTED}
       ) AS waiting`,
      [String(installation)],
    );
    return { count: Number(row?.count ?? 0), paused: row?.paused instanceof Date ? row.paused : null };
  };

  /** Lets an installation wait: what is in the queue, and what comes. */
  const pause = async (installation: number, { until }: RateLimited): Promise<void> => {
    await pauseInstallation(database, installation, until);
    await database.query(
      `UPDATE ${TABLE} SET start_after = greatest(start_after, to_timestamp($2::float8 / 1000))
       WHERE name IN ('${REVIEW}', '${COMMAND}') AND state IN ('created', 'retry') AND group_id = $1`,
      [String(installation), until],
    );
  };

  const add: Queue["add"] = async (job) => {
    const { count, paused } = await waitingOf(job.installation);
    const id = await boss.send(REVIEW, job, {
      singletonKey: keyOf(job),
      group: { id: String(job.installation) },
      // The more an installation has waiting, the later its next job comes: everybody's first job comes first.
      priority: -count,
      ...(paused === null ? {} : { startAfter: paused }),
    });
    if (id !== null) return "added";
    // The waiting job is about the newest push: that is how a running review of an older one learns of it.
    await database.query(
      `UPDATE ${TABLE} SET data = $2::jsonb || CASE WHEN (data ->> 'again')::boolean THEN '{"again": true}' ELSE '{}' END::jsonb
       WHERE name = '${REVIEW}' AND state = 'created' AND singleton_key = $1`,
      [keyOf(job), JSON.stringify(job)],
    );
    return "waiting already";
  };

  const addAsk: Queue["addAsk"] = async (job) => {
    const { paused } = await waitingOf(job.installation);
    await boss.send(COMMAND, job, {
      singletonKey: askKeyOf(job),
      group: { id: String(job.installation) },
      ...(paused === null ? {} : { startAfter: paused }),
    });
  };

  /** Starts a worker that looks for its next job as soon as one is done (pg-boss itself waits for the next look). */
  const workAtOnce = async (start: (next: () => void) => Promise<string>): Promise<void> => {
    let worker = "";
    worker = await start(() => boss.notifyWorker(worker));
  };

  const settle = async (
    { id, data, retryCount, retryLimit, signal }: JobWithMetadata<ReviewJob>,
    run: (running: RunningJob) => Promise<void>,
  ): Promise<JobResult> => {
    const waits = async (states: string, head: string | null): Promise<boolean> => {
      const rows = await database.query(
        `SELECT 1 FROM ${TABLE} WHERE name = '${REVIEW}' AND state IN (${states}) AND singleton_key = $1
           AND ($2::text IS NULL OR data -> 'subject' ->> 'head' <> $2)`,
        [keyOf(data), head],
      );
      return rows.length > 0;
    };
    const isReplaced = (head: string): Promise<boolean> => waits("'created'", head);
    try {
      await run({ id, job: data, attempt: retryCount + 1, isLast: retryCount >= retryLimit, signal, isReplaced });
      return { id, status: "completed" };
    } catch (error) {
      const output = { message: error instanceof Error ? error.message.slice(0, 500) : "" };
      if (error instanceof RateLimited) {
        // The job waits anew, so that the time it has to wait counts as no failure of it.
        await pause(data.installation, error);
        await add({ ...data, goesOn: data.goesOn ?? id });
        return { id, status: "completed", output };
      }
      if (error instanceof GivenUp) return { id, status: "deadletter", output };
      // The same pull request waits once more: that job stands for this one, too.
      const covered = await waits("'created', 'retry'", null).catch(() => false);
      return { id, status: covered ? "completed" : "failed", output };
    }
  };

  return {
    add,
    addAsk,
    async workAsks(run) {
      for (let started = 0; started < ASKS_AT_ONCE; started += 1) {
        await workAtOnce((next) =>
          boss.work(COMMAND, WORK, async (jobs: Job<AskJob>[]) => {
            try {
              for (const { data, signal } of jobs) {
                await run(data, signal).catch(async (error) => {
                  if (!(error instanceof RateLimited)) throw error;
                  await pause(data.installation, error);
                  await addAsk(data);
                });
              }
            } finally {
              next();
            }
          }),
        );
      }
    },
    async counts() {
      const rows = await database.query(
        `SELECT name, state::text AS state, count(*)::int AS count FROM ${TABLE}
         WHERE name IN ('${REVIEW}', '${ASIDE}') AND state IN ('created', 'retry', 'active') GROUP BY name, state`,
      );
      const count = (name: string, state: string): number =>
        Number(rows.find((row) => row.name === name && row.state === state)?.count ?? 0);
      return {
        waiting: count(REVIEW, "created") + count(REVIEW, "retry"),
        active: count(REVIEW, "active"),
        aside: count(ASIDE, "created"),
      };
    },
    async work(concurrency, run) {
      const options = { ...WORK, includeMetadata: true as const, perJobResults: true as const };
      for (let started = 0; started < concurrency; started += 1) {
        await workAtOnce((next) =>
          boss.work(REVIEW, options, (jobs: JobWithMetadata<ReviewJob>[]) =>
            Promise.all(jobs.map((job) => settle(job, run))).finally(next),
          ),
        );
      }
    },
    stop: (milliseconds) => boss.stop({ graceful: true, timeout: milliseconds, close: true }),
  };
}
