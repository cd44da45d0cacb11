import { rm } from "node:fs/promises";
import { readProject } from "../build/read-project.ts";
import { CONFIG_FILES, readConfig } from "../config/read-config.ts";
import type { Config } from "../model/config.ts";
import type { Acceptance } from "../model/finding.ts";
import type { Project } from "../model/project.ts";
import type { Review } from "../model/review.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { reviewProjects } from "../review.ts";
import { UserError } from "../snapshot/user-error.ts";
import { type BranchLines, mapBranchLines } from "./branch-lines.ts";
import { askTwice, type Client, type RepositoryName } from "./client.ts";
import { type CommitBack, commitBack } from "./commit-back.ts";
import type { CommitOutcome } from "./commit-files.ts";
import { staleDags } from "./commit-plan.ts";
import type { CommitsTarget, PullRequestTarget } from "./event.ts";
import { reason } from "./explain-error.ts";
import {
  type FetchedVersions,
  fetchPair,
  fetchPullRequest,
  type HasConflict,
  type MergeBase,
} from "./fetch-commits.ts";
import { createOwnRepository, type OwnRepository } from "./git-repository.ts";
import { PACE, type Pace } from "./pace.ts";

/** A review of what an event named, and what the report needs to know of how it was made. */
export interface TargetReview {
  readonly review: Review;
  readonly compared: FetchedVersions["compared"];
  /** The id of the commit whose files were reviewed as head: the merge result, where there is one. */
  readonly headCommit: string;
  readonly lines: BranchLines;
  /** The configuration is not the same in both versions; the base's was used. */
  readonly configChanges: boolean;
  /** What was reviewed: the target that was given, or the commit that this run itself added to it. */
  readonly target: PullRequestTarget | CommitsTarget;
  /** What became of committing the generated Python; `null` where none was to be committed. */
  readonly commit: CommitOutcome | null;
  /** DAGs whose committed Python is stale only because the base moved: what the branch's own files give. */
  readonly movedByBase: readonly string[];
}

export interface TargetPlaces {
  readonly client: Client;
  readonly repository: RepositoryName;
  readonly serverUrl: string;
  readonly token: string;
  /** An existing folder; what is made in it is removed again. */
  readonly temp: string;
  /** A folder of git objects that are already on this machine; without it all is fetched. */
  readonly objects?: string | null;
  readonly pace?: Pace;
  /** A repository that may hold objects already, to be used and kept; without it a new one is made in `temp`. */
  readonly own?: OwnRepository;
}

/** The versions of a target, and the configuration of its base, by which all of them are compiled. */
export interface OpenedTarget {
  readonly own: OwnRepository;
  readonly versions: FetchedVersions;
  readonly config: Config;
}

/** Fetches the versions of a target into a repository. Throws a `UserError` where one cannot be had. */
export async function openTarget(
  { client, repository, pace = PACE }: Pick<TargetPlaces, "client" | "repository" | "pace">,
  own: OwnRepository,
  target: PullRequestTarget | CommitsTarget,
): Promise<OpenedTarget> {
  const mergeBase = mergeBaseBy(client, repository, pace.second);
  const versions =
    target.kind === "pull-request"
      ? await fetchPullRequest(own, target, { mergeBase, hasConflict: conflictBy(client, repository) })
      : await fetchPair(own, target, mergeBase);
  return { own, versions, config: (await readConfig(versions.base)).config };
}

/**
 * Fetches both versions by git, compiles them by the base's configuration and reviews them. Nothing is checked out and
 * nothing of the repository is run. Throws a `UserError` where a version cannot be had.
 */
export async function reviewTarget(
  places: TargetPlaces,
  target: PullRequestTarget | CommitsTarget,
): Promise<TargetReview> {
  const { repository, serverUrl, token, temp } = places;
  const pace = places.pace ?? PACE;
  const own =
    places.own ??
    (await createOwnRepository({
      parent: temp,
      url: `${serverUrl}/${repository.owner}/${repository.repo}.git`,
      token,
      objectFormat: target.head.length === 64 ? "sha256" : "sha1",
      alternate: places.objects ?? null,
      pace,
    }));
  try {
    const opened = await openTarget(places, own, target);
    const { versions, config } = opened;
    const written = target.kind === "pull-request" ? await writeGenerated(places, target, versions, config) : null;
    if (written?.outcome?.what !== "committed" || target.kind !== "pull-request") {
      return await reviewOpened(target, opened, { written });
    }
    const next = { ...target, head: written.outcome.oid, formerHead: target.head };
    const again = await openTarget(places, own, next);
    return await reviewOpened(next, { ...again, config }, { written });
  } finally {
    if (places.own === undefined) await rm(own.directory, { recursive: true, force: true });
  }
}

/** Compiles the versions of a target and reviews them. `acceptances` are those of the pull request. */
export async function reviewOpened(
  target: PullRequestTarget | CommitsTarget,
  { versions, config }: Pick<OpenedTarget, "versions" | "config">,
  { written = null, acceptances = [] }: { written?: CommitBack | null; acceptances?: readonly Acceptance[] } = {},
): Promise<TargetReview> {
  const [base, head] = await versions.batches.together(
    () => readProject(versions.base),
    () => readHead(versions.head, config),
  );
  const review = reviewProjects(base, head, acceptances);
  return {
    review,
    compared: versions.compared,
    headCommit: versions.headCommit,
    lines: await mapBranchLines(versions.head, versions.branch, head.texts),
    configChanges: configIds(versions.base) !== configIds(versions.head),
    target,
    commit: written?.outcome ?? null,
    movedByBase: await staleByBase(review, versions, config),
  };
}

const configIds = (snapshot: Snapshot): string =>
  CONFIG_FILES.map((file) => {
    const entry = snapshot.tree.get(file);
    return entry?.kind === "file" ? entry.oid : entry?.kind;
  }).join();

/** `commit: write`: brings the branch's generated files to what its own sources give. */
async function writeGenerated(
  places: TargetPlaces,
  target: PullRequestTarget,
  versions: FetchedVersions,
  config: Config,
): Promise<CommitBack | null> {
  if (config.generated.commit !== "write") return null;
  const project = await readProject(versions.branch, { config });
  return commitBack({ ...places, second: (places.pace ?? PACE).second }, target, {
    snapshot: versions.branch,
    project,
  });
}

/** The DAGs that are stale in the merge result and not in the branch. */
async function staleByBase(review: Review, versions: FetchedVersions, config: Config): Promise<readonly string[]> {
  const stale = review.findings.filter(({ rule, state }) => rule === "generated-stale" && state !== "fixed");
  if (stale.length === 0 || versions.compared !== "merge") return [];
  const project = await readProject(versions.branch, { config });
  const own = staleDags(project, versions.branch.tree);
  const ids = stale.flatMap(({ subject }) => subject.dag ?? []);
  return [...new Set(ids)].filter((id) => !own.has(id)).sort();
}

/** The head, compiled by the base's configuration; what is wrong in its own configuration is said all the same. */
async function readHead(snapshot: Snapshot, config: Config): Promise<Project> {
  const own = await readConfig(snapshot);
  const project = await readProject(snapshot, { config });
  return { ...project, problems: [...own.problems, ...project.problems] };
}

/** Asks the compare API. Throws a `UserError` where it names no common commit. */
const mergeBaseBy =
  (client: Client, repository: RepositoryName, second: number): MergeBase =>
  async (base, head) => {
    try {
      const request = { ...repository, basehead: `${base}...${head}`, per_page: 1 };
      const { data } = await askTwice(() => client.rest.repos.compareCommitsWithBasehead(request), second);
      return data.merge_base_commit.sha;
    } catch (error) {
      throw new UserError(
        `GitHub names no common commit of ${base} and ${head}: ${reason(error)}`,
        "Do both belong to one history, and has the job `permissions: contents: read`?",
      );
    }
  };

/** Asks for the pull request's `mergeable`. A token that may not ask, or a failing server, leaves it open. */
const conflictBy =
  (client: Client, repository: RepositoryName): HasConflict =>
  async (number) => {
    const query = `query ($owner: String!, $repo: String!, $number: Int!) {
      repository(owner: $owner, name: $repo) { pullRequest(number: $number) { mergeable } }
    }`;
    const variables: Record<string, unknown> = { ...repository, number };
    const answer = await client.graphql<MergeableAnswer>(query, variables).catch(() => null);
    return answer?.repository?.pullRequest?.mergeable === "CONFLICTING";
  };

interface MergeableAnswer {
  readonly repository: { readonly pullRequest: { readonly mergeable: string } | null } | null;
}
