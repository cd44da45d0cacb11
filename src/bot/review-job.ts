import { setTimeout } from "node:timers/promises";
import type { Client } from "../github/client.ts";
import type { CommitsTarget, PullRequestTarget } from "../github/event.ts";
import { reason, statusOf } from "../github/explain-error.ts";
import { GONE } from "../github/notes.ts";
import { writeComment } from "../github/write-comment.ts";
import { UserError } from "../snapshot/user-error.ts";
import { type CheckPlace, type CheckRun, completeCheck, openCheck } from "./check-run.ts";
import type { GitHubApp } from "./installation-tokens.ts";
import type { ReviewJob } from "./job.ts";
import type { Mirrors } from "./mirrors.ts";
import type { RunningJob } from "./queue.ts";
import type { RenderedReview } from "./rendered-review.ts";
import { type ChildResult, runChild } from "./run-child.ts";
import type { Settings } from "./settings.ts";

/** What a review job came to. */
export type JobOutcome = "reviewed" | "known already" | "closed" | "replaced";

/** The job cannot be done, and trying again does not help: it is put aside. The check run says so. */
export class GivenUp extends Error {}

export interface JobPlaces {
  readonly settings: Pick<Settings, "appId" | "serverUrl" | "apiUrl" | "reviewSeconds" | "reviewMemory">;
  readonly github: GitHubApp;
  readonly mirrors: Mirrors;
  /** The arguments of Node that start `reviewChild`. */
  readonly child: readonly string[];
}

/** How often a limit may be met before the review is given up: the machine may just have been busy. */
const TRIES_AT_LIMITS = 2;

/** Milliseconds between two questions whether a newer push waits. */
const LOOK = 1000;

/** GitHub may show a head for some seconds that is older than the webhook's: seconds between the looks. */
const LAG = [1, 2, 4];

/**
 * Reviews what a job asks for and publishes it: at the end there is one check run for the head, and one comment. Every step
 * looks first whether it is done, so a job that is run again, after a failure or by another process, changes nothing twice.
 * `stopping` ends it; the job is tried again. Throws what makes another try worth it.
 */
export async function runReviewJob(places: JobPlaces, running: RunningJob, stopping: AbortSignal): Promise<JobOutcome> {
  const { job } = running;
  const signal = AbortSignal.any([running.signal, stopping]);
  const client = await places.github.client(job.installation, job.repository.id, signal);
  const target = await readTarget(client, job, running.id);
  if (target === null) return "closed";
  const place: CheckPlace = {
    client,
    repository: names(job.repository),
    appId: places.settings.appId,
    head: target.about.head,
    externalId: target.externalId,
  };
  const check = await openCheck(place);
  if (check.completed) return "known already";
  const replaced = new AbortController();
  const result = await watchFor(running, target.about.head, replaced, () =>
    review(places, job, target.about, check, AbortSignal.any([signal, replaced.signal])),
  ).catch((error: unknown) => refusal(error, running.isLast));
  if (result.kind === "aborted") {
    if (!replaced.signal.aborted) throw new Error("the review was stopped, because this process ends");
    await completeCheck(place, check, REPLACED);
    return "replaced";
  }
  const why = whyNone(result, running);
  if (why !== null) {
    await completeCheck(place, check, failed(why));
    throw new GivenUp(why);
  }
  if (result.kind !== "answer" || !result.answer.ok) throw new Error(words(result));
  await publish(client, job, target.about, result.answer.review, place, check);
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
  for (const seconds of [...LAG, 0]) {
    try {
      const { data } = await client.rest.pulls.get({ ...names(repository), pull_number: subject.number });
      if (data.state !== "open") return null;
      if (data.head.sha !== subject.head && seconds > 0) {
        await setTimeout(seconds * 1000);
        continue;
      }
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
  return null;
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

/** An error that is no more than a reason to try again, but at the last try. */
function refusal(error: unknown, isLast: boolean): ChildResult {
  if (!isLast || !(error instanceof UserError)) throw error;
  return { kind: "answer", answer: { ok: false, message: error.message } };
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

const REPLACED = {
  conclusion: "cancelled",
  title: "A newer push has come",
  summary: "This commit was not reviewed to the end, because a newer one was pushed. The newer one has its own check.",
  annotations: [],
} as const;

const failed = (why: string) =>
  ({
    conclusion: "failure",
    title: "Windsock could not review this commit",
    summary: `${why}\n\nThere is no verdict, so this check does not pass. Re-run it to try again.`,
    annotations: [],
  }) as const;

/** The comment first: the check run's conclusion is the sign that all is done. */
async function publish(
  client: Client,
  job: ReviewJob,
  target: PullRequestTarget | CommitsTarget,
  rendered: RenderedReview,
  place: CheckPlace,
  check: CheckRun,
): Promise<void> {
  if (target.kind === "pull-request" && !rendered.silent) {
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
  await completeCheck(place, check, rendered);
}
