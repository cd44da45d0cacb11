import { setTimeout } from "node:timers/promises";
import type { Client, RepositoryName } from "./client.ts";
import { mayPassLater, statusOf, waitAfter } from "./explain-error.ts";
import { type Conversation, type OwnComment, readConversation } from "./find-comment.ts";
import { withMarker } from "./marker.ts";
import { PACE } from "./pace.ts";

/** What became of the comment. `url` is that of our comment, or `null` where there is none. */
export interface CommentOutcome {
  readonly what: "created" | "updated" | "unchanged" | "none" | "outdated";
  readonly url: string | null;
}

export interface CommentRequest {
  readonly repository: RepositoryName;
  readonly number: number;
  readonly instance: string;
  /** The head commit that was reviewed. */
  readonly head: string;
  /** A head that a reader who lags behind may still see, as this run itself has committed on top of it; `null`: none. */
  readonly formerHead: string | null;
  /** What the comment should say, without the marker line; `null`: nothing is worth a comment. */
  readonly text: string | null;
  /** What an existing comment should say when there is nothing worth a comment any more. */
  readonly gone: string;
}

interface Written {
  readonly what: "created" | "updated";
  readonly id: number;
  readonly url: string;
}

/** How often the comment is brought to what it should be. */
const ROUNDS = 4;

/**
 * Brings our one comment on a pull request to what it should say: created, updated in place, or left alone where the text
 * is the same. Nothing is written for a head that is no longer the pull request's. GitHub knows no compare-and-swap, so
 * what was written is read back, and of several comments of ours the oldest stays. A write whose answer is lost is not
 * repeated before looking. Throws what the API throws when it fails for good.
 */
export async function writeComment(
  client: Client,
  request: CommentRequest,
  second = PACE.second,
): Promise<CommentOutcome> {
  const { repository, number, instance } = request;
  let done: Written | null = null;
  let failure: unknown = null;
  for (let round = 1; round <= ROUNDS; round += 1) {
    if (round > 1 && (failure !== null || done === null)) await setTimeout(waitAfter(failure, round - 1) * second);
    let conversation: Conversation;
    try {
      conversation = await readConversation(client, repository, number, instance);
    } catch (error) {
      // What was written stands, also where it cannot be read back.
      if (done === null) throw error;
      break;
    }
    const [first, ...others] = conversation.own;
    for (const other of others) await remove(client, repository, other);
    if (done !== null) {
      // A read may lag behind the write: what was written once is not written again.
      if (first === undefined) break;
      if (first.marker.head === request.head && (first.id === done.id || isWritten(first, request))) {
        return { what: done.what, url: first.url };
      }
    }
    if (conversation.head !== request.head && conversation.head !== request.formerHead)
      return { what: "outdated", url: first?.url ?? null };
    const text = request.text ?? (first === undefined ? null : request.gone);
    if (text === null) return { what: "none", url: null };
    if (first !== undefined && sameText(first.text, text)) return { what: done?.what ?? "unchanged", url: first.url };
    try {
      const written: Written = await write(client, request, first, text);
      done = done === null ? written : { ...written, what: done.what };
      failure = null;
    } catch (error) {
      if (!isLost(error)) throw error;
      failure = error;
    }
  }
  if (done !== null) return { what: done.what, url: done.url };
  throw failure;
}

const isWritten = (comment: OwnComment, request: CommentRequest): boolean =>
  sameText(comment.text, request.text ?? request.gone);

/** GitHub may change line ends and trim the end; the addresses of the run and of its artifacts differ between two runs of one commit. */
const sameText = (a: string, b: string): boolean => comparable(a) === comparable(b);

const comparable = (text: string): string =>
  text
    .replace(/\r\n/g, "\n")
    .replace(/\/actions\/runs\/\d+(?:\/artifacts\/\d+)?/g, "/actions/runs/N")
    .trimEnd();

async function write(
  client: Client,
  request: CommentRequest,
  existing: OwnComment | undefined,
  text: string,
): Promise<Written> {
  const revision = (existing?.marker.revision ?? 0) + 1;
  const body = withMarker({ instance: request.instance, head: request.head, revision }, text);
  // Not repeated blindly: the next round looks first whether the effect is there.
  const once = { request: { retries: 0 } };
  const { data } =
    existing === undefined
      ? await client.rest.issues.createComment({ ...request.repository, issue_number: request.number, body, ...once })
      : await client.rest.issues.updateComment({ ...request.repository, comment_id: existing.id, body, ...once });
  return { what: existing === undefined ? "created" : "updated", id: data.id, url: data.html_url };
}

/** Removes a second comment of ours. One that cannot be removed now is left to the next look or run. */
async function remove(client: Client, repository: RepositoryName, comment: OwnComment): Promise<void> {
  await client.rest.issues.deleteComment({ ...repository, comment_id: comment.id }).catch(() => {});
}

/** True where the request may pass later, or the comment was deleted meanwhile: looking again may help. */
const isLost = (error: unknown): boolean => mayPassLater(error) || statusOf(error) === 404;
