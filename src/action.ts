import * as core from "@actions/core";
import { annotateLog, checkAnnotations } from "./github/annotate.ts";
import { type Client, createClient, type RepositoryName } from "./github/client.ts";
import type { CommentWhen } from "./github/comment-policy.ts";
import { log, writeOutputs, writeReports, writeSummary } from "./github/conclude.ts";
import { type CommitsTarget, type PullRequestTarget, readEvent, type Target } from "./github/event.ts";
import { reason } from "./github/explain-error.ts";
import { basicCredentials } from "./github/git-repository.ts";
import { type Inputs, readInputs } from "./github/inputs.ts";
import { githubLinks } from "./github/links.ts";
import { notesInMarkdown, notesOf } from "./github/notes.ts";
import { commentText, publish } from "./github/publish.ts";
import { findPullRequest, findPullRequestsOf } from "./github/pull-request.ts";
import { reviewTarget, type TargetReview } from "./github/review-target.ts";
import { type Runner, readRunner } from "./github/runner.ts";
import { VERSION } from "./model/tool-version.ts";
import { paragraph } from "./report/escape.ts";
import { renderSummary } from "./report/summary.ts";
import { changesInWords, severityCounts } from "./report/verdict.ts";
import { UserError } from "./snapshot/user-error.ts";

/** The longest that the requests to the API before the review, and those after it, may take together, in milliseconds. */
const API_TIME = 300_000;

/** Bytes of the check run's summary and of the job's, with room for notes. */
const CHECK_SUMMARY = 64_000;
const JOB_SUMMARY = 1_000_000;

/** Reviews what the event names and publishes it. Gives the exit code, which findings alone decide. */
async function run(): Promise<0 | 1> {
  const inputs = readInputs();
  core.setSecret(inputs.token);
  core.setSecret(basicCredentials(inputs.token));
  const runner = await readRunner(process.env);
  const event = readEvent(runner.event, runner.payload);
  if (!event.ok) {
    if (!event.skip) throw new UserError(event.message);
    log(event.message);
    return 0;
  }
  const client = connect(inputs, runner);
  const { repository, serverUrl, temp } = runner;
  const targets = await targetsOf(client, repository, event.target);
  if (targets.length === 0) log("no open pull request has this commit as its head any more");
  let code: 0 | 1 = 0;
  for (const target of targets) {
    log(`reviewing ${target.head}`);
    const places = { client, repository, serverUrl, token: inputs.token, temp, objects: runner.objects };
    const reviewed = await reviewTarget(places, target);
    const ended = await report(inputs, runner, reviewed, targets.length > 1);
    code = ended === 1 ? 1 : code;
  }
  return code;
}

/** What an event's target comes to: itself, or the pull requests that it stands for. */
async function targetsOf(
  client: Client,
  repository: RepositoryName,
  target: Target,
): Promise<readonly (PullRequestTarget | CommitsTarget)[]> {
  if (target.kind === "finished-run") return findPullRequestsOf(client, repository, target);
  if (target.kind === "pull-request-number") return [await findPullRequest(client, repository, target.number)];
  return [target];
}

const connect = (inputs: Inputs, runner: Runner): Client =>
  createClient({
    token: inputs.token,
    apiUrl: runner.apiUrl,
    userAgent: `windsock/${VERSION}`,
    deadline: AbortSignal.timeout(API_TIME),
  });

/** `several`: this run reviews more than one pull request of the same head, so each needs a check run of its own name. */
async function report(inputs: Inputs, runner: Runner, reviewed: TargetReview, several: boolean): Promise<0 | 1> {
  const { review, lines, target, commit } = reviewed;
  log(`compared ${reviewed.headCommit} with ${review.base?.commit ?? "nothing"}`);
  const { repository, serverUrl } = runner;
  const links = githubLinks({
    server: serverUrl,
    repository,
    branch: target.head,
    head: reviewed.headCommit,
    base: review.base?.commit ?? target.head,
    lines,
    source: runner.action === null ? null : `${serverUrl}/${runner.action.repository}/blob/${runner.action.ref}`,
    report: runner.runPage,
  });
  const notes = notesOf(reviewed);
  const gating = severityCounts(review.findings.filter(({ gates }) => gates));
  const verdict = [gating, changesInWords(review)].filter((part) => part !== "").join(" · ");
  const instance = inputs.name === null ? {} : { instance: inputs.name };
  const summaryOf = (limit: number): string =>
    renderSummary(review, { limit, links, ...instance }) + notesInMarkdown(notes);
  const when: CommentWhen = inputs.comment ?? review.head.config.comment.when ?? "changes";
  const client = connect(inputs, runner);
  const request = { client, repository, reviewed, when, instance: inputs.name, links, notes };
  const files = await writeReports(runner.temp, inputs.name, review, commentText(request));
  const published = await publish({
    ...request,
    target: target.kind === "pull-request" ? target : null,
    // A job of `workflow_run` belongs to the default branch: only a check run of its own shows on the pull request.
    check:
      inputs.check || runner.event === "workflow_run"
        ? {
            head: target.head,
            name: checkName(inputs.name, several && target.kind === "pull-request" ? target.number : null),
            title: verdict,
            summary: summaryOf(CHECK_SUMMARY),
            annotations: inputs.annotations ? checkAnnotations(review, lines) : [],
            externalId: target.kind === "pull-request" ? `${runner.runId}/${target.number}` : runner.runId,
          }
        : null,
  });
  const trouble = [...(commit?.what === "refused" ? [commit.why] : []), ...published.trouble];
  for (const line of trouble) core.warning(line);
  if (published.comment?.what === "outdated") log("a newer push has come, so the comment is left to its run");
  await writeSummary(`${trouble.map((line) => `> [!WARNING]\n> ${line}\n\n`).join("")}${summaryOf(JOB_SUMMARY)}\n`);
  writeOutputs(review, files, {
    comment: published.comment?.url ?? null,
    commit: commit?.what === "committed" ? commit.oid : null,
  });
  if (inputs.annotations && !published.checked) annotateLog(review, lines);
  if (review.conclusion === "success") {
    log(verdict);
    return 0;
  }
  core.error(`Windsock: ${verdict}. The job summary has the report.`);
  return 1;
}

const checkName = (instance: string | null, number: number | null): string =>
  ["Windsock", ...(instance === null ? [] : [`/ ${instance}`]), ...(number === null ? [] : [`#${number}`])].join(" ");

/** Says what went wrong. A run that ends here has no verdict, so it never passes. */
async function fail(error: unknown): Promise<void> {
  const known = error instanceof UserError;
  const message = known ? [error.message, error.hint].filter((part) => part !== null).join(". ") : defect(error);
  core.error(message);
  if (!known && error instanceof Error) log(`where it happened: ${reason(error.stack ?? "", 2000)}`);
  await writeSummary(`### ✖ Windsock could not review this change\n\n${paragraph([message])}\n`);
}

function defect(error: unknown): string {
  const server = process.env.GITHUB_SERVER_URL ?? "https://github.com";
  const repository = process.env.GITHUB_ACTION_REPOSITORY ?? "";
  const where = repository === "" ? "to the action's authors" : `at ${server}/${repository}/issues/new`;
  return `Windsock met a defect of its own and has no verdict: ${reason(error)}. Please report it ${where}, with the log of this job.`;
}

// Stays 1 wherever the process ends before the review has its conclusion.
process.exitCode = 1;
try {
  process.exitCode = await run();
} catch (error) {
  await fail(error);
}
