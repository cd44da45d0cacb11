import * as core from "@actions/core";
import { UserError } from "../snapshot/user-error.ts";
import { COMMENT_WHEN, type CommentWhen } from "./comment-policy.ts";
import { isInstanceName } from "./marker.ts";

/** The Action's inputs (`action.yml`). None of them changes the verdict. */
export interface Inputs {
  readonly token: string;
  /** `null`: as `windsock.yml` says, else `changes`. */
  readonly comment: CommentWhen | null;
  readonly check: boolean;
  readonly annotations: boolean;
  readonly artifact: boolean;
  /** `null` where the workflow names none. */
  readonly name: string | null;
}

/** Reads and checks the inputs. Throws a `UserError` that names the input and what it takes. */
export function readInputs(): Inputs {
  const token = core.getInput("github-token");
  if (token === "") {
    throw new UserError(
      "the input `github-token` is empty",
      "Leave it out, or give it a secret that is set: runs for forks get none, and Dependabot's only its own.",
    );
  }
  const comment = core.getInput("comment");
  const when = COMMENT_WHEN.find((word) => word === comment) ?? null;
  if (comment !== "" && when === null) {
    throw new UserError("the input `comment` is none of its words", `Use one of: ${COMMENT_WHEN.join(", ")}.`);
  }
  const name = core.getInput("name");
  if (name !== "" && !isInstanceName(name)) {
    throw new UserError(
      "the input `name` has characters that it may not have",
      "Use at most 50 letters, digits, dots, underscores, spaces and single hyphens.",
    );
  }
  return {
    token,
    comment: when,
    check: flag("check"),
    annotations: flag("annotations"),
    artifact: flag("artifact"),
    name: name || null,
  };
}

function flag(name: string): boolean {
  const text = core.getInput(name);
  if (text === "true") return true;
  if (text === "false") return false;
  throw new UserError(
    `the input \`${name}\` is neither true nor false`,
    `Write \`${name}: true\` or \`${name}: false\`.`,
  );
}
