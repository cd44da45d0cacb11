import type { Client, RepositoryName } from "../github/client.ts";
import type { PullRequestTarget } from "../github/event.ts";
import { statusOf } from "../github/explain-error.ts";

/** An open pull request as GitHub knows it now. */
export interface OpenPull {
  readonly about: PullRequestTarget;
  /** The branch it is to be merged into, and the login of who opened it. */
  readonly base: string;
  readonly author: string;
  /** Its branch belongs to another repository, or is gone. */
  readonly fork: boolean;
  /** The repository is not for everybody to see. */
  readonly isPrivate: boolean;
}

/** Reads a pull request; `null` where it is closed or gone. Throws what the API throws. */
export async function readPull(client: Client, repository: RepositoryName, number: number): Promise<OpenPull | null> {
  const { owner, repo } = repository;
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: number });
    if (data.state !== "open") return null;
    const about = {
      kind: "pull-request",
      number,
      head: data.head.sha,
      base: data.base.sha,
      formerBase: null,
      formerHead: null,
      fork: false,
    } as const;
    const fork = data.head.repo?.full_name !== data.base.repo.full_name;
    return {
      about,
      base: data.base.ref,
      author: data.user?.login ?? "",
      fork,
      isPrivate: data.base.repo.private !== false,
    };
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
