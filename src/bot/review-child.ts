import { createClient } from "../github/client.ts";
import { openOwnRepository } from "../github/git-repository.ts";
import { rateLimitEnd } from "../github/rate-limit.ts";
import { openTarget, reviewOpened } from "../github/review-target.ts";
import { VERSION } from "../model/tool-version.ts";
import { UserError } from "../snapshot/user-error.ts";
import { LONGEST_WAIT } from "./pauses.ts";
import { renderReview } from "./render-review.ts";
import type { ReviewAnswer, ReviewRequest } from "./rendered-review.ts";
import { sinceReviews } from "./since-reviews.ts";
import { workOutFixes, workOutGenerated } from "./work-out-commit.ts";

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
    answer = await work(request);
  } catch (error) {
    const limitedUntil = rateLimitEnd(error, Date.now());
    if (limitedUntil !== null) answer = { ok: false, message: "GitHub's rate limit is used up", limitedUntil };
    else if (!(error instanceof UserError)) throw error;
    else answer = { ok: false, message: [error.message, error.hint].filter((part) => part !== null).join(". ") };
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

async function work(request: ReviewRequest): Promise<ReviewAnswer> {
  const { repository, target, token, serverUrl, apiUrl, mirror, work } = request;
  const deadline = AbortSignal.timeout(API_TIME);
  const client = createClient({ token, apiUrl, userAgent: `windsock/${VERSION}`, longestWait: LONGEST_WAIT, deadline });
  const url = `${serverUrl}/${repository.owner}/${repository.repo}.git`;
  const own = await openOwnRepository({ directory: mirror, url, token });
  const opened = await openTarget({ client, repository }, own, target);
  switch (work.kind) {
    case "commit":
      return { ok: true, commit: await workOutGenerated(opened) };
    case "fix":
      return { ok: true, commit: await workOutFixes(target, opened, work.acceptances) };
    case "review": {
      const reviewed = await reviewOpened(target, opened, { acceptances: work.acceptances });
      const since = await sinceReviews(opened, work.reviewed);
      return { ok: true, review: renderReview(request, work, reviewed, since) };
    }
  }
}
