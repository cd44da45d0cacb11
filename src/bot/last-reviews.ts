import type { Client, RepositoryName } from "../github/client.ts";
import { COMMIT } from "../github/event.ts";
import type { ReviewedCommit } from "./rendered-review.ts";

/** One review of a pull request, as far as it matters here (https://docs.github.com/rest/pulls/reviews). */
export interface SubmittedReview {
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly state: string;
  readonly commit_id: string | null;
}

/** So many commits are compared with the newest one: each costs time. */
const MOST_COMMITS = 3;

/** Reviews come by the hundred, the oldest first; more pages are not read. */
const PAGES = 10;

/** States of a review that a person has given; one that is being written is nobody's business. */
const SUBMITTED = new Set(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED"]);

/**
 * The commits that people reviewed the last time, those of the latest reviews first, but the newest commit itself. What
 * the author answers counts as a review at GitHub, and not here; nor does what Apps say.
 */
export function lastReviewed(reviews: readonly SubmittedReview[], author: string, head: string): ReviewedCommit[] {
  const last = new Map<string, string>();
  for (const { user, state, commit_id: commit } of reviews) {
    if (user?.type !== "User" || user.login === author || !SUBMITTED.has(state)) continue;
    if (commit === null || !COMMIT.test(commit)) continue;
    last.delete(user.login);
    last.set(user.login, commit);
  }
  const byCommit = new Map<string, string[]>();
  for (const [login, commit] of [...last].reverse()) {
    if (commit !== head) byCommit.set(commit, [...(byCommit.get(commit) ?? []), login]);
  }
  return [...byCommit].slice(0, MOST_COMMITS).map(([commit, logins]) => ({ commit, reviewers: logins.sort() }));
}

/** Asks GitHub for the reviews of a pull request. Throws what the API throws. */
export async function readReviewed(
  client: Client,
  { owner, repo }: RepositoryName,
  pull: { readonly number: number; readonly author: string; readonly head: string },
): Promise<ReviewedCommit[]> {
  const reviews: SubmittedReview[] = [];
  const place = { owner, repo, pull_number: pull.number, per_page: 100 };
  let pages = 0;
  for await (const { data } of client.paginate.iterator(client.rest.pulls.listReviews, place)) {
    reviews.push(...data);
    pages += 1;
    if (pages === PAGES) break;
  }
  return lastReviewed(reviews, pull.author, pull.head);
}
