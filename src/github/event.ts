/** A pull request as an event names it. */
export interface PullRequestTarget {
  readonly kind: "pull-request";
  readonly number: number;
  readonly head: string;
  readonly base: string;
  /** The base commit before the pull request got another base branch; `null` where that is not what the event says. */
  readonly formerBase: string | null;
  /** The head before this run's own commit, which readers that lag behind still see; `null` where it made none. */
  readonly formerHead: string | null;
  /** The event gives a read-only token, whatever the workflow asks for: the head is in another repository. */
  readonly fork: boolean;
}

/** Two commits of one repository. `base` is `null` where the event names none: then the default branch tells. */
export interface CommitsTarget {
  readonly kind: "commits";
  readonly head: string;
  readonly base: string | null;
  readonly defaultBranch: string;
}

/** A finished `pull_request` run of another workflow, by what GitHub itself says of it: nothing that the run made is read. */
export interface FinishedRun {
  readonly kind: "finished-run";
  readonly head: string;
  /** `owner/name` of the repository that holds the head, and the branch there. */
  readonly repository: string;
  readonly branch: string;
}

/** What an event asks to be reviewed. */
export type Target =
  | PullRequestTarget
  | CommitsTarget
  | { readonly kind: "pull-request-number"; readonly number: number }
  | FinishedRun;

export type ReadEvent =
  | { readonly ok: true; readonly target: Target }
  /** Nothing to review, and that is right (a deleted branch). */
  | { readonly ok: false; readonly skip: true; readonly message: string }
  /** The workflow is wrong: `message` says what to do. */
  | { readonly ok: false; readonly skip: false; readonly message: string };

/** A commit's id, in SHA-1 or SHA-256. */
export const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const ZEROS = /^0+$/;

/** The input of a `workflow_dispatch` workflow that names a pull request. */
export const NUMBER_INPUT = "pull-request";

/**
 * Reads what to compare from an event's name and payload (https://docs.github.com/webhooks/webhook-events-and-payloads),
 * never from GITHUB_SHA, which is another commit for some of the events.
 */
export function readEvent(name: string, payload: unknown): ReadEvent {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(name, payload);
    case "merge_group":
      return commits(name, text(payload, "merge_group", "base_sha"), text(payload, "merge_group", "head_sha"), payload);
    case "push":
      if (field(payload, "deleted") === true) return skip("The branch was deleted: there is nothing to review.");
      return commits(name, text(payload, "before"), text(payload, "after"), payload);
    case "workflow_run":
      return finishedRun(payload);
    case "workflow_dispatch":
      return dispatched(payload);
    default:
      return wrong(
        `Windsock does not know the event \`${printable(name)}\`. Run it on pull_request, pull_request_target, workflow_run, merge_group, push or workflow_dispatch.`,
      );
  }
}

function pullRequest(name: string, payload: unknown): ReadEvent {
  if (field(payload, "action") === "closed") return skip("The pull request was closed: there is nothing to review.");
  const number = field(payload, "pull_request", "number");
  const head = text(payload, "pull_request", "head", "sha");
  const base = text(payload, "pull_request", "base", "sha");
  if (!isNumber(number) || !COMMIT.test(head) || !COMMIT.test(base)) return incomplete(name);
  const own = text(payload, "repository", "full_name");
  const fork = name === "pull_request" && text(payload, "pull_request", "head", "repo", "full_name") !== own;
  const former = text(payload, "changes", "base", "sha", "from");
  const formerBase = COMMIT.test(former) && former !== base ? former : null;
  return { ok: true, target: { kind: "pull-request", number, head, base, formerBase, formerHead: null, fork } };
}

function commits(name: string, base: string, head: string, payload: unknown): ReadEvent {
  if (!COMMIT.test(head)) return incomplete(name);
  const defaultBranch = text(payload, "repository", "default_branch");
  return {
    ok: true,
    target: { kind: "commits", head, base: COMMIT.test(base) && !ZEROS.test(base) ? base : null, defaultBranch },
  };
}

function finishedRun(payload: unknown): ReadEvent {
  const event = text(payload, "workflow_run", "event");
  if (event !== "pull_request") {
    return skip(
      `The finished run was started by \`${printable(event)}\`, not by a pull request: there is nothing to review.`,
    );
  }
  const head = text(payload, "workflow_run", "head_sha");
  const repository = text(payload, "workflow_run", "head_repository", "full_name");
  const branch = text(payload, "workflow_run", "head_branch");
  if (!COMMIT.test(head) || repository === "" || branch === "") {
    return skip("The finished run's branch or repository was deleted: there is no pull request to report to.");
  }
  return { ok: true, target: { kind: "finished-run", head, repository, branch } };
}

function dispatched(payload: unknown): ReadEvent {
  const number = Number(field(payload, "inputs", NUMBER_INPUT));
  if (isNumber(number)) return { ok: true, target: { kind: "pull-request-number", number } };
  return wrong(
    `A workflow_dispatch run needs the number of a pull request. Give the workflow an input named \`${NUMBER_INPUT}\` and start it with a number.`,
  );
}

const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0;

function field(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

const text = (value: unknown, ...keys: readonly string[]): string => {
  const found = field(value, ...keys);
  return typeof found === "string" ? found : "";
};

const printable = (name: string): string => name.replace(/[^\w.-]/g, "?").slice(0, 60);
const skip = (message: string): ReadEvent => ({ ok: false, skip: true, message });
const wrong = (message: string): ReadEvent => ({ ok: false, skip: false, message });
const incomplete = (name: string): ReadEvent =>
  wrong(`The payload of the event \`${name}\` lacks its commits. Is GITHUB_EVENT_PATH the file of that event?`);
