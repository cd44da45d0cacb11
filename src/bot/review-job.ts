import { setTimeout } from "node:timers/promises";
import type { Client } from "../github/client.ts";
import type { CommitsTarget, PullRequestTarget } from "../github/event.ts";
import { reason, statusOf } from "../github/explain-error.ts";
import { GONE } from "../github/notes.ts";
import { writeComment } from "../github/write-comment.ts";
import {
  type CheckPlace,
  type CheckResult,
  type CheckRun,
  completeCheck,
  NO_VERDICT,
  openCheck,
  REPLACED,
} from "./check-run.ts";
import type { Database } from "./database.ts";
import type { GitHubApp } from "./installation-tokens.ts";
import { keyOf, type ReviewJob } from "./job.ts";
import { closeLeftCheck, noteClosed } from "./left-check.ts";
import type { Mirrors } from "./mirrors.ts";
import { GivenUp, type RunningJob } from "./queue.ts";
import type { RenderedReview } from "./rendered-review.ts";
import { type ChildResult, runChild } from "./run-child.ts";
import type { Settings } from "./settings.ts";

/** What a review job came to. */
export type JobOutcome = "reviewed" | "known already" | "closed" | "replaced";

export interface JobPlaces {
  readonly settings: Pick<Settings, "appId" | "serverUrl" | "apiUrl" | "reviewSeconds" | "reviewMemory">;
  readonly github: GitHubApp;
  readonly database: Database;
  readonly mirrors: Mirrors;
  /** The arguments of Node that start `reviewChild`. */
  readonly child: readonly string[];
}

/** How often a limit may be met before the review is given up: the machine may just have been busy. */
const TRIES_AT_LIMITS = 2;

/** Milliseconds between two questions whether a newer push waits. */
const LOOK = 1000;

/** GitHub may show a head for some seconds that is older than the webhook's: seconds before each look. */
const LAG = [0, 1, 2, 4];

/**
 * Reviews what a job asks for and publishes it: at the end there is one check run for the head, and one comment. Every step
 * looks first whether it is done, so a job that is run again, after a failure or by another process, changes nothing twice.
 * `stopping` ends it; the job is tried again. Throws what makes another try worth it.
 */
export async function runReviewJob(places: JobPlaces, running: RunningJob, stopping: AbortSignal): Promise<JobOutcome> {
  const { job } = running;
  const signal = AbortSignal.any([running.signal, stopping]);
  const client = await places.github.client(job.installation, job.repository.id, signal);
  let outcome: JobOutcome = "closed";
  let reviewed: string | null = null;
  for (const seconds of LAG) {
    await setTimeout(seconds * 1000, undefined, { signal });
    const target = await readTarget(client, job, running.id);
    if (target === null) {
      const place = { client, repository: names(job.repository), appId: places.settings.appId };
      await closeLeftCheck(places.database, keyOf(job), place, null);
      return reviewed === null ? "closed" : outcome;
    }
    const { head } = target.about;
    if (head !== reviewed) outcome = await reviewHead(places, running, client, target, signal);
    if (head === job.subject.head || (await running.isReplaced(head))) return outcome;
    reviewed = head;
  }
  return outcome;
}

async function reviewHead(
  places: JobPlaces,
  running: RunningJob,
  client: Client,
  target: Target,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const { job } = running;
  const place: CheckPlace = {
    client,
    repository: names(job.repository),
    appId: places.settings.appId,
    head: target.about.head,
    externalId: target.externalId,
  };
  await closeLeftCheck(places.database, keyOf(job), place, { head: place.head, externalId: place.externalId });
  const check = await openCheck(place);
  const conclude = async (outcome: CheckResult | null): Promise<void> => {
    if (outcome !== null) await completeCheck(place, check, outcome);
    await noteClosed(places.database, keyOf(job));
  };
  if (check.completed) {
    await conclude(null);
    return "known already";
  }
  const replaced = new AbortController();
  const result = await watchFor(running, target.about.head, replaced, () =>
    review(places, job, target.about, check, AbortSignal.any([signal, replaced.signal])),
  );
  if (result.kind === "aborted") {
    if (!replaced.signal.aborted) throw new Error("the review was stopped, because this process ends");
    await conclude(REPLACED);
    return "replaced";
  }
  const why = whyNone(result, running);
  if (why !== null) {
    await conclude(failed(why));
    throw new GivenUp(why);
  }
  if (result.kind !== "answer" || !result.answer.ok) throw new Error(words(result));
  // The comment first: the check run's conclusion is the sign that all is done.
  await comment(client, job, target.about, result.answer.review);
  await conclude(result.answer.review);
  return "reviewed";
}

interface Target {
  readonly about: PullRequestTarget | CommitsTarget;
  readonly externalId: string;
}

/** What is to be reviewed as GitHub knows it now; `null` where the pull request is closed or gone. */
async function readTarget(client: Client, job: ReviewJob, id: string): Promise<Target | null> {
  const { subject, repository } = job;
  const again = job.again ? `/again/${id}` : "";
  if (subject.kind === "commits") {
    const { head, base, branch } = subject;
    return { about: { kind: "commits", head, base, defaultBranch: branch }, externalId: `commits/${base}${again}` };
  }
  try {
    const { data } = await client.rest.pulls.get({ ...names(repository), pull_number: subject.number });
    if (data.state !== "open") return null;
    const about = {
      kind: "pull-request",
      number: subject.number,
      head: data.head.sha,
      base: data.base.sha,
      formerBase: null,
      formerHead: null,
      fork: false,
    } as const;
    return { about, externalId: `pull/${subject.number}/${data.base.ref}`.slice(0, 200) + again };
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

const names = ({ owner, repo }: ReviewJob["repository"]) => ({ owner, repo });

/** Runs `work`, and aborts it where a newer push waits. */
async function watchFor<T>(
  running: RunningJob,
  head: string,
  replaced: AbortController,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    running.isReplaced(head).then(
      (newer) => newer && replaced.abort(),
      () => {},
    );
  }, LOOK);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

async function review(
  places: JobPlaces,
  job: ReviewJob,
  target: PullRequestTarget | CommitsTarget,
  check: CheckRun,
  signal: AbortSignal,
): Promise<ChildResult> {
  const { settings, github, mirrors, child } = places;
  const token = await github.token(job.installation, job.repository.id, "read");
  const mirror = await mirrors.take(job.repository.id, target.head.length === 64 ? "sha256" : "sha1");
  let result: ChildResult | null = null;
  try {
    const { serverUrl, apiUrl } = settings;
    result = await runChild(
      child,
      {
        repository: names(job.repository),
        target,
        token,
        serverUrl,
        apiUrl,
        mirror: mirror.directory,
        report: check.url,
      },
      { seconds: settings.reviewSeconds, memory: settings.reviewMemory },
      signal,
    );
    return result;
  } finally {
    await mirror.release(result?.kind === "answer");
  }
}

/** Why the job is given up, in words that are safe to publish; `null`: it is not. */
function whyNone(result: ChildResult, { attempt, isLast }: RunningJob): string | null {
  switch (result.kind) {
    case "stopped":
      return isLast || attempt >= TRIES_AT_LIMITS ? `The review was stopped: ${result.why}.` : null;
    case "crashed":
      return isLast || attempt >= TRIES_AT_LIMITS ? "The review met a defect of Windsock." : null;
    case "answer":
      return isLast && !result.answer.ok ? `${result.answer.message}.` : null;
    case "aborted":
      return null;
  }
}

function words(result: ChildResult): string {
  switch (result.kind) {
    case "stopped":
      return `the review was stopped: ${result.why}`;
    case "crashed":
      return `the review's process ended without an answer: ${reason(result.words, 2000)}`;
    case "answer":
      return result.answer.ok ? "" : result.answer.message;
    case "aborted":
      return "the review was stopped";
  }
}

const failed = (why: string): CheckResult => ({
  conclusion: "failure",
  title: NO_VERDICT,
  summary: `${why}\n\nThere is no verdict, so this check does not pass. Re-run it to try again.`,
  annotations: [],
});

async function comment(
  client: Client,
  job: ReviewJob,
  target: PullRequestTarget | CommitsTarget,
  rendered: RenderedReview,
): Promise<void> {
  if (target.kind !== "pull-request" || rendered.silent) return;
  await writeComment(client, {
    repository: names(job.repository),
    number: target.number,
    instance: "default",
    head: target.head,
    formerHead: null,
    text: rendered.comment,
    gone: GONE,
  });
}
