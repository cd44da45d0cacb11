import { UserError } from "../snapshot/user-error.ts";
import { askTwice, type Client, type RepositoryName } from "./client.ts";
import type { FinishedRun, PullRequestTarget } from "./event.ts";
import { explainError, statusOf } from "./explain-error.ts";
import { PACE } from "./pace.ts";

/** The pull request of a number that a person gave. Throws a `UserError` where there is none. */
export async function findPullRequest(
  client: Client,
  repository: RepositoryName,
  number: number,
  second = PACE.second,
): Promise<PullRequestTarget> {
  try {
    const { data } = await askTwice(() => client.rest.pulls.get({ ...repository, pull_number: number }), second);
    const [head, base] = [data.head.sha, data.base.sha];
    return { kind: "pull-request", number, head, base, formerBase: null, formerHead: null, fork: false };
  } catch (error) {
    if (statusOf(error) !== 404) throw unread(error);
    throw new UserError(
      `there is no pull request #${number} that this token can see`,
      "Check the number, and give the job `permissions: pull-requests: write`.",
    );
  }
}

/**
 * The open pull requests whose head is that of a finished run, by head repository, branch and commit: one, but where one
 * branch is to be merged into several. Empty where a newer push has come or they are closed.
 */
export async function findPullRequestsOf(
  client: Client,
  repository: RepositoryName,
  run: FinishedRun,
  second = PACE.second,
): Promise<PullRequestTarget[]> {
  const head = `${run.repository.split("/")[0]}:${run.branch}`;
  const request = { ...repository, state: "open", head, per_page: 100 } as const;
  const list = (): ReturnType<typeof client.rest.pulls.list> => client.rest.pulls.list(request);
  const { data } = await askTwice(list, second).catch((error) => {
    throw unread(error);
  });
  return data
    .filter((pull) => pull.head.sha === run.head && pull.head.repo?.full_name === run.repository)
    .map(
      ({ number, base }): PullRequestTarget => ({
        kind: "pull-request",
        number,
        head: run.head,
        base: base.sha,
        formerBase: null,
        formerHead: null,
        fork: false,
      }),
    )
    .sort((a, b) => a.number - b.number);
}

const unread = (error: unknown): UserError =>
  new UserError(explainError(error, { action: "read the pull request", permission: "pull-requests: read" }, false));
