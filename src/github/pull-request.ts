import { UserError } from "../snapshot/user-error.ts";
import type { Client, RepositoryName } from "./client.ts";
import type { PullRequestTarget } from "./event.ts";
import { statusOf } from "./explain-error.ts";

/** The pull request of a number that a person gave. Throws a `UserError` where there is none. */
export async function findPullRequest(
  client: Client,
  repository: RepositoryName,
  number: number,
): Promise<PullRequestTarget> {
  try {
    const { data } = await client.rest.pulls.get({ ...repository, pull_number: number });
    const [head, base] = [data.head.sha, data.base.sha];
    return { kind: "pull-request", number, head, base, formerBase: null, fork: false };
  } catch (error) {
    const status = statusOf(error);
    if (status !== 404 && status !== 403) throw error;
    throw new UserError(
      `there is no pull request #${number} that this token can see`,
      "Check the number, and give the job `permissions: pull-requests: write`.",
    );
  }
}
