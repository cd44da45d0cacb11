import { COMMIT } from "../github/event.ts";
import { subjectOfCheck } from "./check-run.ts";
import type { JobRepository, ReviewJob, Subject } from "./job.ts";
import { field, text } from "./payload.ts";

/** Actions of `pull_request` after which there is something new to review. */
const OPENED = new Set(["opened", "reopened", "synchronize", "ready_for_review"]);

/**
 * The reviews that a webhook asks for (https://docs.github.com/webhooks/webhook-events-and-payloads): none for what is of no
 * concern here, or lacks what is needed.
 */
export function reviewsOf(event: string, payload: unknown, delivery: string, appId: string): ReviewJob[] {
  const installation = field(payload, "installation", "id");
  const repository = repositoryOf(payload);
  if (!isId(installation) || repository === null) return [];
  const job = (subject: Subject, again = false): ReviewJob => ({ installation, repository, subject, again, delivery });
  switch (event) {
    case "pull_request": {
      const action = text(payload, "action");
      const newBase = action === "edited" && field(payload, "changes", "base") !== undefined;
      if (!OPENED.has(action) && !newBase) return [];
      return pullRequest(field(payload, "pull_request")).map((subject) => job(subject));
    }
    case "merge_group": {
      if (text(payload, "action") !== "checks_requested") return [];
      const [head, base] = [text(payload, "merge_group", "head_sha"), text(payload, "merge_group", "base_sha")];
      if (!COMMIT.test(head) || !COMMIT.test(base)) return [];
      const branch = text(payload, "repository", "default_branch");
      const pull = pullOfQueue(text(payload, "merge_group", "head_ref"));
      return [job({ kind: "commits", head, base, branch, pull })];
    }
    case "check_run":
    case "check_suite": {
      const about = field(payload, event);
      if (text(payload, "action") !== "rerequested" || !isOurs(about, appId)) return [];
      const head = text(about, "head_sha");
      if (!COMMIT.test(head)) return [];
      const branch = text(payload, "repository", "default_branch");
      // A check run of a fork's or a merge queue's commit names no pull request; its own id tells what it is about.
      const own = event === "check_run" ? subjectOfCheck(text(about, "external_id"), head, branch) : null;
      return own === null ? pullsOf(about, repository.id, head).map((subject) => job(subject, true)) : [job(own, true)];
    }
    default:
      return [];
  }
}

/**
 * The pull request that a branch of the merge queue adds to the one before it: GitHub names the branch after it,
 * `refs/heads/gh-readonly-queue/main/pr-104-COMMIT`.
 */
function pullOfQueue(ref: string): number | null {
  const number = /\/pr-([1-9]\d{0,14})-[0-9a-f]+$/.exec(ref)?.[1];
  return number === undefined ? null : Number(number);
}

/** True for a check run or a check suite of this App. */
export const isOurs = (about: unknown, appId: string): boolean => String(field(about, "app", "id")) === appId;

/** The pull requests that a check run or a check suite names, of its own repository. */
export function pullsOf(about: unknown, repository: number, head: string): Subject[] {
  const pulls = field(about, "pull_requests");
  return (Array.isArray(pulls) ? pulls : []).flatMap((pull): Subject[] => {
    const number = field(pull, "number");
    return isId(number) && field(pull, "base", "repo", "id") === repository
      ? [{ kind: "pull-request", number, head }]
      : [];
  });
}

function pullRequest(pull: unknown): Subject[] {
  const [number, head] = [field(pull, "number"), text(pull, "head", "sha")];
  return isId(number) && COMMIT.test(head) ? [{ kind: "pull-request", number, head }] : [];
}

/** The repository of a payload, or `null`. */
export function repositoryOf(payload: unknown): JobRepository | null {
  const id = field(payload, "repository", "id");
  const [owner, repo] = [text(payload, "repository", "owner", "login"), text(payload, "repository", "name")];
  return isId(id) && /^[\w.-]+$/.test(owner) && /^[\w.-]+$/.test(repo) ? { id, owner, repo } : null;
}

/** True for an id or a number as GitHub has it. */
export const isId = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0;
