import { COMMENT_LIMIT, renderComment } from "../report/comment.ts";
import type { Conversation } from "../report/document.ts";
import type { Links } from "../report/links.ts";
import type { Client, RepositoryName } from "./client.ts";
import { type CommentWhen, isWorthAComment } from "./comment-policy.ts";
import type { PullRequestTarget } from "./event.ts";
import { explainError, isTooLong } from "./explain-error.ts";
import { GONE, notesInMarkdown } from "./notes.ts";
import type { TargetReview } from "./review-target.ts";
import { type CheckAnnotation, writeCheck } from "./write-check.ts";
import { type CommentOutcome, writeComment } from "./write-comment.ts";

/** The characters that the marker line may take. */
export const MARKER_ROOM = 300;

/** Bytes of the check run's summary, with room for notes. */
const CHECK_SUMMARY = 64_000;

/** A text that GitHub finds too long all the same is written once more, at a quarter of the length. */
const SHORTER = 4;

/** What publishing came to. `trouble`: one line for each thing that could not be written, with what to do. */
export interface Published {
  readonly comment: CommentOutcome | null;
  readonly checked: boolean;
  readonly trouble: readonly string[];
}

export interface PublishRequest {
  readonly client: Client;
  /** What a second of waiting is, in milliseconds. */
  readonly second: number;
  readonly repository: RepositoryName;
  readonly target: PullRequestTarget | null;
  readonly reviewed: TargetReview;
  readonly when: CommentWhen;
  readonly instance: string | null;
  readonly links: Links;
  readonly notes: readonly string[];
  /** `null`: no check run. */
  readonly check: {
    readonly head: string;
    readonly name: string;
    readonly title: string;
    /** The summary in at most so many bytes. */
    readonly summaryOf: (limit: number) => string;
    readonly annotations: readonly CheckAnnotation[];
    readonly externalId: string;
  } | null;
}

/** The comment's text without its marker line. `conversation`: where the bot writes it. */
export function commentText(
  request: Pick<PublishRequest, "reviewed" | "links" | "instance" | "notes"> & { readonly conversation?: Conversation },
  length = COMMENT_LIMIT,
): string {
  const notes = notesInMarkdown(request.notes);
  const limit = length - MARKER_ROOM - notes.length;
  const instance = request.instance === null ? {} : { instance: request.instance };
  const conversation = request.conversation === undefined ? {} : { conversation: request.conversation };
  return renderComment(request.reviewed.review, { limit, links: request.links, ...instance, ...conversation }) + notes;
}

/** Writes comment and check run. Never throws for what GitHub refuses: that becomes a line of `trouble`. */
export async function publish(request: PublishRequest): Promise<Published> {
  const trouble: string[] = [];
  const fork = request.target?.fork ?? false;
  let comment: CommentOutcome | null = null;
  if (request.target !== null && request.when !== "never") {
    try {
      const { number, head, formerHead } = request.target;
      const { repository, instance } = request;
      const worth = isWorthAComment(request.reviewed.review, request.when);
      comment = await shorterIfTooLong(COMMENT_LIMIT, (length) => {
        const text = worth ? commentText(request, length) : null;
        const wanted = { repository, number, instance: instance ?? "default", head, formerHead, text, gone: GONE };
        return writeComment(request.client, wanted, request.second);
      });
    } catch (error) {
      trouble.push(
        explainError(error, { action: "comment on the pull request", permission: "pull-requests: write" }, fork),
      );
    }
  }
  let checked = false;
  if (request.check !== null) {
    try {
      const { conclusion } = request.reviewed.review;
      const { summaryOf, ...check } = request.check;
      const summary = summaryOf(CHECK_SUMMARY);
      const shorter = summaryOf(Math.floor(CHECK_SUMMARY / SHORTER));
      const wanted = { repository: request.repository, conclusion, ...check, summary, shorter };
      await writeCheck(request.client, wanted, request.second);
      checked = true;
    } catch (error) {
      trouble.push(explainError(error, { action: "create its check run", permission: "checks: write" }, fork));
    }
  }
  return { comment, checked, trouble };
}

async function shorterIfTooLong<T>(length: number, write: (length: number) => Promise<T>): Promise<T> {
  try {
    return await write(length);
  } catch (error) {
    if (!isTooLong(error)) throw error;
    return write(Math.floor(length / SHORTER));
  }
}
