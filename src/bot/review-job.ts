import { setTimeout } from "node:timers/promises";
import type { Client } from "../github/client.ts";
import { reason } from "../github/explain-error.ts";
import {
  type CheckPlace,
  type CheckResult,
  type CheckRun,
  completeCheck,
  externalIdOf,
  NO_VERDICT,
  openCheck,
  REPLACED,
} from "./check-run.ts";
import type { Database } from "./database.ts";
import { keyOf, type ReviewJob } from "./job.ts";
import { readReviewed } from "./last-reviews.ts";
import { closeLeftCheck, noteClosed } from "./left-check.ts";
import { publishComments } from "./publish-comments.ts";
import { noteShown, type PullKey, type PullMemory, recallPull } from "./pull-memory.ts";
import { readPull } from "./pull-target.ts";
import { GivenUp, type RunningJob } from "./queue.ts";
import type { RenderedPage, ReviewRequest, ReviewWork } from "./rendered-review.ts";
import { type ReportPlace, reportAddress, reportId } from "./report-address.ts";
import type { Reports } from "./reports.ts";
import type { ChildResult } from "./run-child.ts";
import { runWork, type WorkPlaces } from "./run-work.ts";
import type { Settings } from "./settings.ts";
import { recall, remember } from "./tables.ts";

/** What a review job came to. */
export type JobOutcome = "reviewed" | "known already" | "closed" | "replaced";

export interface JobPlaces extends WorkPlaces {
  readonly settings: WorkPlaces["settings"] & Pick<Settings, "appId">;
  readonly database: Database;
  /** Where reports have their pages; left out: nowhere. */
  readonly pages?: { readonly place: ReportPlace; readonly reports: Reports } | null;
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
    const target = await readTarget(client, job, job.goesOn ?? running.id);
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
  const memory = target.key && (await recallPull(places.database, target.key));
  // A report that is there already is written anew only where people have said something since.
  if (check.completed && (target.pull === null || memory === null || memory.shown >= memory.revision)) {
    await conclude(null);
    return "known already";
  }
  const page = pageOf(places, job, target);
  const replaced = new AbortController();
  const result = await watchFor(running, target.about.head, replaced, async () => {
    const work = await workOf(places, running, client, target, { check, page }, memory);
    return runWork(places, job, target.about, work, AbortSignal.any([signal, replaced.signal]));
  });
  if (result.kind === "aborted") {
    if (!replaced.signal.aborted) throw new Error("the review was stopped, because this process ends");
    await conclude(check.completed ? null : REPLACED);
    return "replaced";
  }
  const why = whyNone(result, running);
  if (why !== null) {
    // A verdict that is there stays: it was only to be written anew.
    await conclude(check.completed ? null : failed(why));
    throw new GivenUp(why);
  }
  if (result.kind === "stopped" || result.kind === "crashed") await remember(places.database, limitOf(job), place.head);
  if (result.kind !== "answer" || !result.answer.ok || !("review" in result.answer)) throw new Error(words(result));
  const rendered = result.answer.review;
  if (page !== null && rendered.page !== null) await page.keep(rendered.page);
  // The comments first: the check run's conclusion is the sign that all is done.
  if (target.pull !== null) {
    const { repository } = place;
    const report = page !== null && rendered.page !== null ? page.address : check.url;
    const { database } = places;
    await publishComments({ client, database, repository, key: target.pull, head: place.head, rendered, report });
  }
  await conclude(page === null || rendered.page === null ? rendered : { ...rendered, detailsUrl: page.address });
  if (target.pull !== null && memory !== null) await noteShown(places.database, target.pull, memory.revision);
  return "reviewed";
}

/** Which head met a limit: its next try does without what is not the verdict's. */
const limitOf = (job: ReviewJob): string => `met a limit/${keyOf(job)}`;

interface Target {
  readonly about: ReviewRequest["target"];
  readonly externalId: string;
  /** The pull request whose accepted findings count; for a merge queue's commit, the one that it adds. `null`: not known. */
  readonly key: PullKey | null;
  /** `null`: it is no pull request. */
  readonly pull: (PullKey & { readonly author: string; readonly fork: boolean }) | null;
  /** The repository is not for everybody to see, or that is not known here. */
  readonly isPrivate: boolean;
}

/** The page that a report will have; `null`: it will have none. */
function pageOf(
  { pages }: JobPlaces,
  { repository }: ReviewJob,
  { about, externalId, isPrivate }: Target,
): { readonly address: string; keep(page: RenderedPage): Promise<void> } | null {
  if (!pages) return null;
  const { place, reports } = pages;
  const id = reportId(place.key, repository.id, about.head, externalId);
  return {
    address: reportAddress(place, id, !isPrivate, Date.now()),
    keep: ({ policy, content }) =>
      reports.keep(id, { repository, isPrivate, policy, content: Buffer.from(content, "base64") }),
  };
}

/** What is to be reviewed as GitHub knows it now; `null` where the pull request is closed or gone. */
async function readTarget(client: Client, job: ReviewJob, id: string): Promise<Target | null> {
  const { subject, repository } = job;
  const again = job.again ? id : null;
  if (subject.kind === "commits") {
    const { head, base, branch, pull: number } = subject;
    const about = { kind: "commits", head, base, defaultBranch: branch } as const;
    const key = number === null ? null : { repository: repository.id, number };
    return { about, externalId: externalIdOf({ base, pull: number }, again), key, pull: null, isPrivate: true };
  }
  const { number } = subject;
  const open = await readPull(client, repository, number);
  if (open === null) return null;
  const { about, base, author, fork, isPrivate } = open;
  const externalId = externalIdOf({ number, branch: base }, again);
  const key = { repository: repository.id, number };
  return { about, externalId, key, pull: { ...key, author, fork }, isPrivate };
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

/** What the review's process is to do. */
async function workOf(
  { database }: JobPlaces,
  { job }: RunningJob,
  client: Client,
  { about, pull }: Target,
  { check, page }: { readonly check: CheckRun; readonly page: { readonly address: string } | null },
  memory: PullMemory | null,
): Promise<ReviewWork> {
  const plain = {
    kind: "review",
    report: check.url,
    page: page?.address ?? null,
    acceptances: memory?.acceptances ?? [],
    questions: [],
    reviewed: [],
    buttons: pull !== null && !pull.fork,
  } as const;
  if (pull === null || memory === null || (await recall(database, limitOf(job))) === about.head) return plain;
  const { number, author } = pull;
  const reviewed = await readReviewed(client, job.repository, { number, author, head: about.head });
  return { ...plain, questions: memory.questions, reviewed };
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
  actions: [],
});
