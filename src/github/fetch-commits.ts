import { setTimeout } from "node:timers/promises";
import type { Snapshot } from "../model/snapshot.ts";
import { openCommit } from "../snapshot/git-snapshot.ts";
import { UserError } from "../snapshot/user-error.ts";
import { type BlobBatches, createBlobBatches, isAlwaysRead } from "./blob-batches.ts";
import type { CommitsTarget, PullRequestTarget } from "./event.ts";
import { fetchObjects, listRefs, type OwnRepository } from "./git-repository.ts";

/** The two versions of a review, and the branch's own version where the head is a merge result. */
export interface FetchedVersions {
  readonly base: Snapshot;
  /** It bears the id of the commit that people know: a merge result's own changes from one day to the next. */
  readonly head: Snapshot;
  /** The id of the commit whose files `head` has: the merge result, where there is one. */
  readonly headCommit: string;
  /** The pull request's own head: what GitHub shows annotations on. */
  readonly branch: Snapshot;
  /** `merge`: what merging gives against its first parent. `branch`: the head against the merge base, because there is no fresh merge result. */
  readonly compared: "merge" | "branch" | "commits";
  readonly batches: BlobBatches;
}

/** Asks GitHub for the merge base of two commits. */
export type MergeBase = (base: string, head: string) => Promise<string>;

/** Asks GitHub whether a pull request has a conflict, so that waiting for its merge result is idle. */
export type HasConflict = (number: number) => Promise<boolean>;

/** How long GitHub is given to make the merge result of a push, in seconds, and how often it is asked. */
const MERGE_WAIT = 10;
const MERGE_PAUSE = 2;

/**
 * Fetches both versions of a pull request. The head is the merge result if its second parent is the pull request's head, as
 * GitHub makes it late; else the head commit against the merge base that the compare API names.
 */
export async function fetchPullRequest(
  repository: OwnRepository,
  target: PullRequestTarget,
  ask: { readonly mergeBase: MergeBase; readonly hasConflict: HasConflict },
): Promise<FetchedVersions> {
  const merge = await findMergeResult(repository, target, ask.hasConflict);
  if (merge !== null) {
    return openVersions(repository, { ...merge, branch: target.head, compared: "merge" });
  }
  const base = await ask.mergeBase(target.base, target.head);
  await fetchObjects(repository, [base, target.head], 1);
  return openVersions(repository, { base, head: target.head, branch: target.head, compared: "branch" });
}

/** Fetches the two commits of an event that is about no pull request. */
export async function fetchPair(
  repository: OwnRepository,
  target: CommitsTarget,
  mergeBase: MergeBase,
): Promise<FetchedVersions> {
  const base = target.base ?? (await mergeBase(target.defaultBranch, target.head));
  await fetchObjects(repository, [base, target.head], 1);
  return openVersions(repository, { base, head: target.head, branch: target.head, compared: "commits" });
}

/** One more commit of a repository, or `null` where the server has it no longer. */
export async function fetchCommit(repository: OwnRepository, commit: string): Promise<Snapshot | null> {
  try {
    await fetchObjects(repository, [commit], 1);
    const snapshot = await openCommit(repository.reading, commit);
    const batches = await createBlobBatches(repository, [commit]);
    await batches.fetch([snapshot], isAlwaysRead);
    return batches.wrap(snapshot);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The merge result and its first parent, or `null` where GitHub has none for this head. */
async function findMergeResult(
  repository: OwnRepository,
  target: PullRequestTarget,
  hasConflict: HasConflict,
): Promise<{ base: string; head: string } | null> {
  const [mergeRef, headRef] = [`refs/pull/${target.number}/merge`, `refs/pull/${target.number}/head`];
  const seen = new Set<string>();
  for (let waited = 0; ; waited += MERGE_PAUSE) {
    const refs = await listRefs(repository, [mergeRef, headRef]);
    const merge = refs.get(mergeRef);
    if (merge !== undefined && !seen.has(merge)) {
      seen.add(merge);
      await fetchObjects(repository, [merge], 2);
      const [base, head] = await parentsOf(repository, merge);
      if (base !== undefined && base !== target.formerBase && head === target.head) return { base, head: merge };
    }
    // A newer push has come: GitHub will make no merge result for this head any more.
    const current = refs.get(headRef) === target.head || refs.get(headRef) === target.formerHead;
    if (!current || waited >= MERGE_WAIT) return null;
    if (await hasConflict(target.number)) return null;
    await setTimeout(MERGE_PAUSE * repository.second);
  }
}

/** The parents that a commit object names: at the edge of a shallow history git itself knows none. */
async function parentsOf(repository: OwnRepository, commit: string): Promise<string[]> {
  const text = (await repository.reading.output(["cat-file", "commit", commit])).toString("latin1");
  const header = text.slice(0, text.indexOf("\n\n"));
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? "");
}

async function openVersions(
  repository: OwnRepository,
  ids: { base: string; head: string; branch: string; compared: FetchedVersions["compared"] },
): Promise<FetchedVersions> {
  const open = async (commit: string): Promise<Snapshot> => {
    try {
      return await openCommit(repository.reading, commit);
    } catch (error) {
      throw error instanceof UserError ? new UserError(`${error.message} on GitHub`, "Run the job again.") : error;
    }
  };
  const [base, head, branch] = [await open(ids.base), await open(ids.head), await open(ids.branch)];
  const batches = await createBlobBatches(repository, [ids.base, ids.head, ids.branch]);
  await batches.fetch([base, head], isAlwaysRead);
  return {
    base: batches.wrap(base),
    head: { ...batches.wrap(head), commit: ids.branch, date: branch.date },
    headCommit: ids.head,
    branch: batches.wrap(branch),
    compared: ids.compared,
    batches,
  };
}
