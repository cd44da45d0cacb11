import { checkAnnotations } from "../github/annotate.ts";
import { createClient } from "../github/client.ts";
import { isWorthAComment } from "../github/comment-policy.ts";
import { openOwnRepository } from "../github/git-repository.ts";
import { githubLinks } from "../github/links.ts";
import { notesInMarkdown, notesOf } from "../github/notes.ts";
import { commentText } from "../github/publish.ts";
import { reviewTarget } from "../github/review-target.ts";
import { VERSION } from "../model/tool-version.ts";
import { renderSummary } from "../report/summary.ts";
import { changesInWords, severityCounts } from "../report/verdict.ts";
import { UserError } from "../snapshot/user-error.ts";
import type { RenderedReview, ReviewAnswer, ReviewRequest } from "./rendered-review.ts";

/** Bytes of a check run's summary, with room for notes. */
const CHECK_SUMMARY = 64_000;

/** Milliseconds for all requests of one review; the parent process has its own limit. */
const API_TIME = 300_000;

/**
 * The process of one review: reads a `ReviewRequest` from standard input, writes a `ReviewAnswer` to standard output. It ends
 * when standard input does: then the process that asked is gone.
 */
export async function reviewChild(): Promise<never> {
  const request = await readRequest();
  let answer: ReviewAnswer;
  try {
    answer = { ok: true, review: await render(request) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    answer = { ok: false, message: [error.message, error.hint].filter((part) => part !== null).join(". ") };
  }
  await new Promise<void>((resolve) => process.stdout.write(JSON.stringify(answer), () => resolve()));
  process.exit(0);
}

function readRequest(): Promise<ReviewRequest> {
  return new Promise((resolve) => {
    let text = "";
    process.stdin.setEncoding("utf8");
    process.stdin.on("data", (chunk: string) => {
      text += chunk;
      if (chunk.endsWith("\n")) resolve(JSON.parse(text));
    });
    process.stdin.on("end", () => process.exit(1));
  });
}

async function render(request: ReviewRequest): Promise<RenderedReview> {
  const { repository, target, token, serverUrl, apiUrl, mirror } = request;
  const deadline = AbortSignal.timeout(API_TIME);
  const client = createClient({ token, apiUrl, userAgent: `windsock/${VERSION}`, deadline });
  const url = `${serverUrl}/${repository.owner}/${repository.repo}.git`;
  const own = await openOwnRepository({ directory: mirror, url, token });
  const reviewed = await reviewTarget({ client, repository, serverUrl, token, temp: mirror, own }, target);
  const { review, lines } = reviewed;
  const links = githubLinks({
    server: serverUrl,
    repository,
    branch: target.head,
    head: reviewed.headCommit,
    base: review.base?.commit ?? target.head,
    lines,
    source: null,
    report: request.report,
  });
  const notes = notesOf(reviewed);
  const gating = severityCounts(review.findings.filter(({ gates }) => gates));
  const when = review.head.config.comment.when ?? "changes";
  return {
    conclusion: review.conclusion,
    title: [gating, changesInWords(review)].filter((part) => part !== "").join(" · "),
    summary: renderSummary(review, { limit: CHECK_SUMMARY, links }) + notesInMarkdown(notes),
    comment: isWorthAComment(review, when) ? commentText({ reviewed, links, instance: null, notes }) : null,
    silent: when === "never",
    annotations: checkAnnotations(review, lines),
  };
}
