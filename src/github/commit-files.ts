import { setTimeout } from "node:timers/promises";
import type { Client, RepositoryName } from "./client.ts";
import { explainError, mayPassLater, waitAfter } from "./explain-error.ts";
import { PACE } from "./pace.ts";

/** What became of a commit. */
export type CommitOutcome =
  | { readonly what: "committed"; readonly oid: string }
  /** A newer push has come: its own run writes. */
  | { readonly what: "outdated" }
  /** `why`: one line with what to do. */
  | { readonly what: "refused"; readonly why: string };

export interface CommitRequest {
  readonly repository: RepositoryName;
  readonly number: number;
  /** The branch head that the files were worked out from. */
  readonly head: string;
  readonly additions: readonly { readonly path: string; readonly text: string }[];
  readonly deletions: readonly string[];
  /** What is committed, in words: `the generated Python`. */
  readonly what: string;
  readonly message: { readonly headline: string; readonly body: string };
  /** What a person runs to write the same files. */
  readonly command: string;
}

/** How often a commit whose answer was lost is looked for and tried again. */
const ROUNDS = 4;

const STATE = `query ($owner: String!, $repo: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      state
      isCrossRepository
      headRefName
      headRefOid
      headRef { target { ... on Commit { oid message parents(first: 2) { nodes { oid } } } } }
      baseRef { refUpdateRule { requiredStatusCheckContexts } rules(first: 100) { nodes { type } } }
    }
  }
}`;

interface State {
  readonly viewer: { readonly login: string };
  readonly repository: { readonly pullRequest: PullState | null } | null;
}

interface PullState {
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly isCrossRepository: boolean;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly headRef: {
    readonly target: {
      readonly oid?: string;
      readonly message?: string;
      readonly parents?: { readonly nodes: readonly ({ readonly oid: string } | null)[] };
    } | null;
  } | null;
  readonly baseRef: {
    readonly refUpdateRule: { readonly requiredStatusCheckContexts: readonly (string | null)[] | null } | null;
    readonly rules: { readonly nodes: readonly ({ readonly type: string } | null)[] | null } | null;
  } | null;
}

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

/** Rules of a branch that want checks of the newest commit. */
const CHECKING = new Set(["REQUIRED_STATUS_CHECKS", "WORKFLOWS", "CODE_SCANNING", "REQUIRED_DEPLOYMENTS"]);

/**
 * Commits files to a pull request's own branch by `createCommitOnBranch`, which GitHub signs and which is refused where the
 * branch is no longer at `head`. So a try that is repeated writes nothing twice, and a commit whose answer was lost is found
 * by its parent and message. Never throws for what GitHub refuses.
 */
export async function commitFiles(
  client: Client,
  request: CommitRequest,
  second: number = PACE.second,
): Promise<CommitOutcome> {
  const refuse = (why: string): CommitOutcome => ({ what: "refused", why: `${why}${byHand(request.command)}` });
  const { message, what } = request;
  let failure: unknown = null;
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      if (round > 1) await setTimeout(waitAfter(failure, round - 1) * second);
      const { viewer, pull } = await readState(client, request);
      const found = ownCommit(pull, request.head, message);
      if (found !== null) return { what: "committed", oid: found };
      // After a lost answer the branch may be read as it was before.
      if (pull.headRefOid !== request.head || pull.state !== "OPEN") return { what: "outdated" };
      const hindrance = hindranceOf(viewer, pull, what);
      if (hindrance !== null) return refuse(hindrance);
      try {
        return { what: "committed", oid: await commit(client, request, pull.headRefName, message) };
      } catch (error) {
        failure = error;
        if (!mayBeThere(error)) break;
      }
    }
  } catch (error) {
    failure = error;
  }
  return refuse(
    explainError(failure, { action: `commit ${what}`, permission: "{ contents: write, pull-requests: read }" }, false),
  );
}

/** The branch's newest commit where an earlier request has made it on top of `head`, by its message; else `null`. Throws what the API throws. */
export async function findCommit(
  client: Client,
  request: Pick<CommitRequest, "repository" | "number" | "head" | "message">,
): Promise<string | null> {
  return ownCommit((await readState(client, request)).pull, request.head, request.message);
}

/** What a person can do instead. */
export const byHand = (command: string): string => ` You can also run \`${command}\` and commit the result.`;

async function readState(
  client: Client,
  request: Pick<CommitRequest, "repository" | "number">,
): Promise<{ viewer: string; pull: PullState }> {
  const variables: Record<string, unknown> = { ...request.repository, number: request.number };
  const answer = await client.graphql<State>(STATE, variables);
  const pull = answer.repository?.pullRequest;
  if (!pull) throw new Error("GitHub shows no such pull request to this token");
  return { viewer: answer.viewer.login, pull };
}

/** The commit that this request made: on top of what was compiled, with the same message. */
function ownCommit(pull: PullState, head: string, message: { headline: string; body: string }): string | null {
  const { oid, message: text, parents } = pull.headRef?.target ?? {};
  const isOurs = text?.trimEnd() === `${message.headline}\n\n${message.body}` && parents?.nodes[0]?.oid === head;
  return isOurs && oid !== undefined ? oid : null;
}

/** Why a fork's branch is not written to. */
export const NOT_TO_A_FORK = "Windsock does not commit to a fork: the branch belongs to somebody else.";

/** Why this pull request is not written to, in a sentence, or `null`. */
function hindranceOf(viewer: string, pull: PullState, what: string): string | null {
  if (pull.isCrossRepository) return NOT_TO_A_FORK;
  const required =
    (pull.baseRef?.refUpdateRule?.requiredStatusCheckContexts ?? []).length > 0 ||
    (pull.baseRef?.rules?.nodes ?? []).some((rule) => CHECKING.has(rule?.type ?? ""));
  // A commit by the workflow's own token starts no workflow, so checks that are required would never come.
  if (required && /^github-actions(?:\[bot\])?$/.test(viewer)) {
    return `Windsock did not commit ${what}: the base branch requires checks, and a commit by the workflow's own token starts none. Give the input \`github-token\` a GitHub App's token.`;
  }
  return null;
}

async function commit(
  client: Client,
  { repository, head, additions, deletions }: CommitRequest,
  branchName: string,
  message: { headline: string; body: string },
): Promise<string> {
  const input = {
    branch: { repositoryNameWithOwner: `${repository.owner}/${repository.repo}`, branchName },
    expectedHeadOid: head,
    message,
    fileChanges: {
      additions: additions.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString("base64") })),
      deletions: deletions.map((path) => ({ path })),
    },
  };
  const answer = await client.graphql<{ createCommitOnBranch: { commit: { oid: string } | null } | null }>(COMMIT, {
    input,
  });
  const oid = answer.createCommitOnBranch?.commit?.oid;
  if (oid === undefined) throw new Error("GitHub made no commit and gave no reason");
  return oid;
}

/** The answer was lost, or the branch has moved: perhaps by our own commit. */
function mayBeThere(error: unknown): boolean {
  const errors = typeof error === "object" && error !== null ? Reflect.get(error, "errors") : null;
  if (mayPassLater(error)) return true;
  return Array.isArray(errors) && errors.some((item) => item?.type === "STALE_DATA");
}
