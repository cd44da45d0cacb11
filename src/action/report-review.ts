import * as core from "@actions/core";
import { annotateLog, checkAnnotations } from "../github/annotate.ts";
import type { Client } from "../github/client.ts";
import { type CommentWhen, isWorthAComment } from "../github/comment-policy.ts";
import { log, writeOutputs, writeSummary } from "../github/conclude.ts";
import type { Inputs } from "../github/inputs.ts";
import { keepReport, NOTHING_KEPT } from "../github/keep-report.ts";
import { githubLinks } from "../github/links.ts";
import { notesInMarkdown, notesOf } from "../github/notes.ts";
import type { Pace } from "../github/pace.ts";
import { commentText, publish } from "../github/publish.ts";
import { reportName, reportTexts, writeReports } from "../github/report-files.ts";
import type { TargetReview } from "../github/review-target.ts";
import type { Runner } from "../github/runner.ts";
import { renderSummary } from "../report/summary.ts";
import { changesInWords, severityCounts } from "../report/verdict.ts";

/** Bytes of the job's summary, with room for notes. */
const JOB_SUMMARY = 1_000_000;

/** Where a review is told: the job that runs, and GitHub's API. */
export interface ReportPlaces {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly client: Client;
  readonly pace: Pace;
}

/**
 * Publishes one review: artifacts, comment, check run, annotations, job summary, files, outputs. Gives the exit code, which findings
 * alone decide. `several`: this run reviews more than one pull request of the same head, so each needs a check run and
 * files of its own name.
 */
export async function reportReview(places: ReportPlaces, reviewed: TargetReview, several: boolean): Promise<0 | 1> {
  const { inputs, runner, client, pace } = places;
  const { review, lines, target, commit } = reviewed;
  log(`compared ${reviewed.headCommit} with ${review.base?.commit ?? "nothing"}`);
  const { repository, serverUrl } = runner;
  const number = several && target.kind === "pull-request" ? target.number : null;
  const addresses = githubLinks({
    server: serverUrl,
    repository,
    branch: target.head,
    head: reviewed.headCommit,
    base: review.base?.commit ?? target.head,
    lines,
    source: runner.action === null ? null : `${serverUrl}/${runner.action.repository}/blob/${runner.action.ref}`,
    report: runner.runPage,
  });
  const name = reportName(inputs.name, number);
  const texts = reportTexts(review, addresses);
  const kept =
    inputs.artifact && isWorthAComment(review, "changes")
      ? await keepReport(runner.artifacts, runner.runPage, name, texts, pace)
      : NOTHING_KEPT;
  if (kept.notice !== null) log(kept.notice);
  const links = { ...addresses, artifacts: kept.artifacts };
  const notes = notesOf(reviewed);
  const gating = severityCounts(review.findings.filter(({ gates }) => gates));
  const verdict = [gating, changesInWords(review)].filter((part) => part !== "").join(" · ");
  const instance = inputs.name === null ? {} : { instance: inputs.name };
  const summaryOf = (limit: number): string =>
    renderSummary(review, { limit, links, ...instance }) + notesInMarkdown(notes);
  const when: CommentWhen = inputs.comment ?? review.head.config.comment.when ?? "changes";
  const request = { client, second: pace.second, repository, reviewed, when, instance: inputs.name, links, notes };
  const files = await writeReports(runner.temp, name, { ...texts, markdown: commentText(request) });
  const published = await publish({
    ...request,
    target: target.kind === "pull-request" ? target : null,
    // A job of `workflow_run` belongs to the default branch: only a check run of its own shows on the pull request.
    check:
      inputs.check || runner.event === "workflow_run"
        ? {
            head: target.head,
            name: checkName(inputs.name, number),
            title: verdict,
            summaryOf,
            annotations: inputs.annotations ? checkAnnotations(review, lines) : [],
            externalId: target.kind === "pull-request" ? `${runner.runId}/${target.number}` : runner.runId,
          }
        : null,
  });
  const trouble = [...(commit?.what === "refused" ? [commit.why] : []), ...published.trouble, ...kept.trouble];
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
