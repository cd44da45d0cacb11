import { findingDigest } from "../check/judge.ts";
import { checkAnnotations } from "../github/annotate.ts";
import { isWorthAComment } from "../github/comment-policy.ts";
import { githubLinks } from "../github/links.ts";
import { notesInMarkdown, notesOf } from "../github/notes.ts";
import { commentText, MARKER_ROOM } from "../github/publish.ts";
import type { TargetReview } from "../github/review-target.ts";
import { COMMENT_LIMIT } from "../report/comment.ts";
import type { SinceReview } from "../report/since-markdown.ts";
import { renderSummary } from "../report/summary.ts";
import { changesInWords, severityCounts } from "../report/verdict.ts";
import type { ButtonWord } from "./check-run.ts";
import { foldAnswers } from "./fold-answers.ts";
import { renderPage } from "./render-page.ts";
import type { RenderedReview, ReviewRequest, ReviewWork } from "./rendered-review.ts";

/** Bytes of a check run's summary, with room for notes. */
const CHECK_SUMMARY = 64_000;

/** Findings that commands can name; the report shows fewer. */
const MOST_FINDINGS = 2000;

/** Renders a review for publishing, with the answers to questions as far as the comment has room for them. */
export function renderReview(
  { repository, target, serverUrl }: Pick<ReviewRequest, "repository" | "target" | "serverUrl">,
  work: ReviewWork,
  reviewed: TargetReview,
  since: readonly SinceReview[],
): RenderedReview {
  const { review, lines } = reviewed;
  const linksTo = (report: string | null) =>
    githubLinks({
      server: serverUrl,
      repository,
      branch: target.head,
      head: reviewed.headCommit,
      base: review.base?.commit ?? target.head,
      lines,
      source: null,
      report,
    });
  const page = work.page === null ? null : renderPage(review, linksTo(null));
  const links = linksTo(page === null ? work.report : work.page);
  const notes = notesOf(reviewed);
  const conversation = { since };
  const gating = severityCounts(review.findings.filter(({ gates }) => gates));
  const when = review.head.config.comment.when ?? "changes";
  const text = isWorthAComment(review, when)
    ? commentText({ reviewed, links, instance: null, notes, conversation })
    : null;
  const answered = foldAnswers(text, work.questions, { review, links }, COMMENT_LIMIT - MARKER_ROOM);
  return {
    conclusion: review.conclusion,
    title: [gating, changesInWords(review)].filter((part) => part !== "").join(" · "),
    summary: renderSummary(review, { limit: CHECK_SUMMARY, links, conversation }) + notesInMarkdown(notes),
    comment: answered.comment,
    silent: when === "never",
    annotations: checkAnnotations(review, lines),
    actions: work.buttons ? buttonsOf(reviewed) : [],
    findings: review.findings
      .filter(({ state }) => state !== "fixed")
      .slice(0, MOST_FINDINGS)
      .map((finding) => ({ fingerprint: finding.fingerprint, digest: findingDigest(finding) })),
    answers: answered.answers,
    page,
  };
}

/** The buttons for which there is something to do. */
function buttonsOf({ review, movedByBase }: TargetReview): ButtonWord[] {
  const fresh = review.findings.filter(({ state, accepted }) => state === "new" && accepted === null);
  const stale = review.findings.some(
    ({ rule, state, subject }) =>
      rule === "generated-stale" && state !== "fixed" && !movedByBase.includes(subject.dag ?? ""),
  );
  return [
    ...(fresh.some(({ fix }) => fix?.safe) ? (["fix"] as const) : []),
    ...(stale && review.head.config.generated.commit !== "off" ? (["commit"] as const) : []),
  ];
}
