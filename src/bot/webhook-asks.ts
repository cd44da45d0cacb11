import { COMMIT } from "../github/event.ts";
import { subjectOfCheck } from "./check-run.ts";
import type { AskJob } from "./job.ts";
import { parseCommand } from "./parse-command.ts";
import { field, text } from "./payload.ts";
import { isId, isOurs, pullsOf, repositoryOf } from "./webhook-jobs.ts";

/**
 * What a person asks for by a webhook: a command in a comment, a button of a check run, or a new run of a suite that names
 * no pull request. `null`: nothing.
 */
export function askOf(event: string, payload: unknown, delivery: string, appId: string): AskJob | null {
  switch (event) {
    case "issue_comment":
      return commandOf(payload, delivery);
    case "check_run":
      return buttonOf(payload, delivery, appId);
    case "check_suite":
      return rerunOf(payload, delivery, appId);
    default:
      return null;
  }
}

function askedIn(payload: unknown, delivery: string) {
  const installation = field(payload, "installation", "id");
  const repository = repositoryOf(payload);
  return isId(installation) && repository !== null ? { installation, repository, delivery } : null;
}

/**
 * The command of a comment that was just created by a person on an open pull request. Edits bring none, and neither do
 * Apps, among them this one.
 */
function commandOf(payload: unknown, delivery: string): AskJob | null {
  const asked = askedIn(payload, delivery);
  if (asked === null || text(payload, "action") !== "created") return null;
  const [number, comment] = [field(payload, "issue", "number"), field(payload, "comment", "id")];
  const author = text(payload, "comment", "user", "login");
  const person = text(payload, "comment", "user", "type") === "User";
  const byApp = (field(payload, "comment", "performed_via_github_app") ?? null) !== null;
  const open = text(payload, "issue", "state") === "open" && field(payload, "issue", "pull_request") !== undefined;
  if (!isId(number) || !isId(comment) || author === "" || !person || byApp || !open) return null;
  const command = parseCommand(text(payload, "comment", "body"));
  return command && { kind: "comment", ...asked, number, comment, author, word: command.word, rest: command.rest };
}

/** A button that a person pressed on a check run of ours. */
function buttonOf(payload: unknown, delivery: string, appId: string): AskJob | null {
  const asked = askedIn(payload, delivery);
  const run = field(payload, "check_run");
  const [check, head] = [field(run, "id"), text(run, "head_sha")];
  const author = text(payload, "sender", "login");
  const word = text(payload, "requested_action", "identifier");
  if (asked === null || text(payload, "action") !== "requested_action" || !isOurs(run, appId)) return null;
  if (!isId(check) || !COMMIT.test(head) || author === "" || word === "") return null;
  if (text(payload, "sender", "type") !== "User") return null;
  const subject = subjectOfCheck(text(run, "external_id"), head, "") ?? pullsOf(run, asked.repository.id, head)[0];
  if (subject?.kind !== "pull-request") return null;
  return { kind: "button", ...asked, number: subject.number, check, head, author, word };
}

/** A check suite that is to run again and names no pull request: one of a fork, or of a merge queue. */
function rerunOf(payload: unknown, delivery: string, appId: string): AskJob | null {
  const asked = askedIn(payload, delivery);
  const suite = field(payload, "check_suite");
  const head = text(suite, "head_sha");
  if (asked === null || text(payload, "action") !== "rerequested" || !isOurs(suite, appId)) return null;
  if (!COMMIT.test(head) || pullsOf(suite, asked.repository.id, head).length > 0) return null;
  return { kind: "rerun", ...asked, head, branch: text(payload, "repository", "default_branch") };
}
