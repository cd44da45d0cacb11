import type { CommandJob, JobRepository, ReviewJob, Subject } from "./job.ts";
import { parseCommand } from "./parse-command.ts";

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

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
      return [job({ kind: "commits", head, base, branch: text(payload, "repository", "default_branch") })];
    }
    case "check_run":
    case "check_suite": {
      const about = field(payload, event);
      if (text(payload, "action") !== "rerequested" || String(field(about, "app", "id")) !== appId) return [];
      const pulls = field(about, "pull_requests");
      const head = text(about, "head_sha");
      if (!Array.isArray(pulls) || !COMMIT.test(head)) return [];
      return pulls.flatMap((pull) => {
        const number = field(pull, "number");
        return isId(number) && field(pull, "base", "repo", "id") === repository.id
          ? [job({ kind: "pull-request", number, head }, true)]
          : [];
      });
    }
    default:
      return [];
  }
}

/**
 * The command that a webhook brings: from a comment that was just created by a person on an open pull request. `null`: none.
 * Edits bring none, and so do Apps, among them this one.
 */
export function commandOf(event: string, payload: unknown, delivery: string): CommandJob | null {
  if (event !== "issue_comment" || text(payload, "action") !== "created") return null;
  const installation = field(payload, "installation", "id");
  const repository = repositoryOf(payload);
  const [number, comment] = [field(payload, "issue", "number"), field(payload, "comment", "id")];
  const author = text(payload, "comment", "user", "login");
  const person = text(payload, "comment", "user", "type") === "User";
  const byApp = (field(payload, "comment", "performed_via_github_app") ?? null) !== null;
  const open = text(payload, "issue", "state") === "open" && field(payload, "issue", "pull_request") !== undefined;
  if (!isId(installation) || !isId(number) || !isId(comment) || repository === null) return null;
  if (author === "" || !person || byApp || !open) return null;
  const command = parseCommand(text(payload, "comment", "body"));
  return command && { installation, repository, number, comment, author, word: command.word, delivery };
}

function pullRequest(pull: unknown): Subject[] {
  const [number, head] = [field(pull, "number"), text(pull, "head", "sha")];
  return isId(number) && COMMIT.test(head) ? [{ kind: "pull-request", number, head }] : [];
}

function repositoryOf(payload: unknown): JobRepository | null {
  const id = field(payload, "repository", "id");
  const [owner, repo] = [text(payload, "repository", "owner", "login"), text(payload, "repository", "name")];
  return isId(id) && /^[\w.-]+$/.test(owner) && /^[\w.-]+$/.test(repo) ? { id, owner, repo } : null;
}

const isId = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value > 0;

/** The value below some keys of a payload, or `undefined`. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** The text below some keys of a payload; empty where there is none. */
export const text = (value: unknown, ...keys: readonly string[]): string => {
  const found = field(value, ...keys);
  return typeof found === "string" ? found : "";
};
