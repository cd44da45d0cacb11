import { rm } from "node:fs/promises";
import { readProject } from "../build/read-project.ts";
import { CONFIG_FILES, readConfig } from "../config/read-config.ts";
import type { Config } from "../model/config.ts";
import type { Project } from "../model/project.ts";
import type { Review } from "../model/review.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { reviewProjects } from "../review.ts";
import { UserError } from "../snapshot/user-error.ts";
import { type BranchLines, mapBranchLines } from "./branch-lines.ts";
import type { Client, RepositoryName } from "./client.ts";
import type { CommitsTarget, PullRequestTarget } from "./event.ts";
import { reason } from "./explain-error.ts";
import { type FetchedVersions, fetchPair, fetchPullRequest, type MergeBase } from "./fetch-commits.ts";
import { createOwnRepository } from "./git-repository.ts";

/** A review of what an event named, and what the report needs to know of how it was made. */
export interface TargetReview {
  readonly review: Review;
  readonly compared: FetchedVersions["compared"];
  /** The id of the commit whose files were reviewed as head: the merge result, where there is one. */
  readonly headCommit: string;
  readonly lines: BranchLines;
  /** The configuration is not the same in both versions; the base's was used. */
  readonly configChanges: boolean;
}

export interface TargetPlaces {
  readonly client: Client;
  readonly repository: RepositoryName;
  readonly serverUrl: string;
  readonly token: string;
  /** An existing folder; what is made in it is removed again. */
  readonly temp: string;
}

/**
 * Fetches both versions by git, compiles them by the base's configuration and reviews them. Nothing is checked out and
 * nothing of the repository is run. Throws a `UserError` where a version cannot be had.
 */
export async function reviewTarget(
  places: TargetPlaces,
  target: PullRequestTarget | CommitsTarget,
): Promise<TargetReview> {
  const { client, repository, serverUrl, token, temp } = places;
  const own = await createOwnRepository({
    parent: temp,
    url: `${serverUrl}/${repository.owner}/${repository.repo}.git`,
    token,
    objectFormat: target.head.length === 64 ? "sha256" : "sha1",
  });
  try {
    const versions =
      target.kind === "pull-request"
        ? await fetchPullRequest(own, target, mergeBaseBy(client, repository))
        : await fetchPair(own, target, mergeBaseBy(client, repository));
    const { config } = await readConfig(versions.base);
    const [base, head] = await versions.batches.together(
      () => readProject(versions.base),
      () => readHead(versions.head, config),
    );
    const oidOf = (snapshot: typeof versions.base) =>
      CONFIG_FILES.map((file) => {
        const entry = snapshot.tree.get(file);
        return entry?.kind === "file" ? entry.oid : entry?.kind;
      }).join();
    return {
      review: reviewProjects(base, head),
      compared: versions.compared,
      headCommit: versions.headCommit,
      lines: await mapBranchLines(versions.head, versions.branch, head.texts),
      configChanges: oidOf(versions.base) !== oidOf(versions.head),
    };
  } finally {
    await rm(own.directory, { recursive: true, force: true });
  }
}

/** The head, compiled by the base's configuration; what is wrong in its own configuration is said all the same. */
async function readHead(snapshot: Snapshot, config: Config): Promise<Project> {
  const own = await readConfig(snapshot);
  const project = await readProject(snapshot, { config });
  return { ...project, problems: [...own.problems, ...project.problems] };
}

/** Asks the compare API. Throws a `UserError` where it names no common commit. */
const mergeBaseBy =
  (client: Client, repository: RepositoryName): MergeBase =>
  async (base, head) => {
    try {
      const basehead = `${base}...${head}`;
      const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...repository, basehead, per_page: 1 });
      return data.merge_base_commit.sha;
    } catch (error) {
      throw new UserError(
        `GitHub names no common commit of ${base} and ${head}: ${reason(error)}`,
        "Do both belong to one history, and has the job `permissions: contents: read`?",
      );
    }
  };
