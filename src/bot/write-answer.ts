import type { Client, RepositoryName } from "../github/client.ts";
import { type CommentOutcome, writeComment } from "../github/write-comment.ts";

/** Writes an answer as a comment of its own, one for each thing that was asked: `asked` is the comment's id, or a button's name. */
export const writeAnswer = (
  client: Client,
  answer: {
    readonly repository: RepositoryName;
    readonly number: number;
    readonly asked: string;
    readonly head: string;
    readonly text: string;
  },
): Promise<CommentOutcome> =>
  writeComment(client, {
    repository: answer.repository,
    number: answer.number,
    instance: `command ${answer.asked}`,
    head: answer.head,
    formerHead: null,
    text: answer.text,
    gone: answer.text,
  });
