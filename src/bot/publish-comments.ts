import { createHash } from "node:crypto";
import type { Client, RepositoryName } from "../github/client.ts";
import { readConversation } from "../github/find-comment.ts";
import { GONE } from "../github/notes.ts";
import { writeComment } from "../github/write-comment.ts";
import type { Database } from "./database.ts";
import { noteAnswered, noteFindings, type PullKey } from "./pull-memory.ts";
import type { RenderedReview } from "./rendered-review.ts";
import { recall, remember } from "./tables.ts";
import { writeAnswer } from "./write-answer.ts";

/** What of a review is written to a pull request, and where. */
export interface ToPublish {
  readonly client: Client;
  readonly database: Database;
  readonly repository: RepositoryName;
  readonly key: PullKey;
  readonly head: string;
  readonly rendered: RenderedReview;
  /** The address of the full report, which is no part of what the comment says. */
  readonly report: string | null;
}

/** The one name of the bot's comment: the bot has one configuration for a repository. */
const INSTANCE = "default";

/**
 * Writes the comment, and each answer for which it has no room as a comment of its own; keeps what commands may name from now
 * on. A comment that a person has deleted is not written again with the same content.
 */
export async function publishComments(of: ToPublish): Promise<void> {
  const { client, database, repository, key, head, rendered } = of;
  if (!rendered.silent && !(await isUnwanted(of))) {
    const { comment: text } = rendered;
    const { number } = key;
    const wanted = { repository, number, instance: INSTANCE, head, formerHead: null, text, gone: GONE };
    const { what } = await writeComment(client, wanted);
    if (what !== "outdated") await remember(database, noteOf(key), contentOf(of));
  }
  await noteFindings(database, key, rendered.findings);
  for (const answer of rendered.answers) {
    const { comment: asked, text, apart } = answer;
    if (apart) await writeAnswer(client, { repository, number: key.number, asked: `${asked}`, head, text });
    await noteAnswered(database, key, answer);
  }
}

const noteOf = ({ repository, number }: PullKey): string => `comment/${repository}/${number}`;

/** What a comment says, as a hash. */
const contentOf = ({ rendered, report }: ToPublish): string => {
  const text = rendered.comment ?? "";
  return createHash("sha256")
    .update(report === null ? text : text.replaceAll(report, ""))
    .digest("hex");
};

/** True where the same content was written before and is there no more: a person did not want it. */
async function isUnwanted(of: ToPublish): Promise<boolean> {
  if (of.rendered.comment === null || (await recall(of.database, noteOf(of.key))) !== contentOf(of)) return false;
  return (await readConversation(of.client, of.repository, of.key.number, INSTANCE)).own.length === 0;
}
