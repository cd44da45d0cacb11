import { readProject } from "../build/read-project.ts";
import { fetchCommit } from "../github/fetch-commits.ts";
import type { OpenedTarget } from "../github/review-target.ts";
import type { SinceReview } from "../report/since-markdown.ts";
import { reviewProjects } from "../review.ts";
import type { ReviewedCommit } from "./rendered-review.ts";

/**
 * What is new since people's last reviews: the branch's newest commit compared with each commit that they reviewed, compiled
 * by the same configuration. Others' work on the base branch shows up only where the branch has merged it.
 */
export async function sinceReviews(
  { own, versions, config }: OpenedTarget,
  reviewed: readonly ReviewedCommit[],
): Promise<readonly SinceReview[]> {
  if (reviewed.length === 0) return [];
  const branch = await readProject(versions.branch, { config });
  const since: SinceReview[] = [];
  for (const { commit, reviewers } of reviewed) {
    const snapshot = await fetchCommit(own, commit);
    const before = snapshot && (await readProject(snapshot, { config }));
    since.push({ commit, reviewers, review: before && reviewProjects(before, branch) });
  }
  return since;
}
