import type { Review } from "../model/review.ts";
import { diagramOf } from "./diagram.ts";
import { type Conversation, renderDocument } from "./document.ts";
import type { Links } from "./links.ts";

/** What one comment on GitHub may hold, in characters. */
export const COMMENT_LIMIT = 65_536;

/** More diagrams than this make GitHub's page slow. */
const DIAGRAMS = 8;

export interface CommentOptions {
  /** In UTF-16 units, at least 900; what else goes into the comment (the hidden marker) is to be taken off before. */
  readonly limit?: number;
  readonly links: Links;
  /** Names the configuration where a pull request has several comments. */
  readonly instance?: string;
  /** Where the bot publishes it. */
  readonly conversation?: Conversation;
}

/** The pull request's comment as GitHub Markdown, without the hidden marker. Same review, same bytes. */
export const renderComment = (
  review: Review,
  { limit = COMMENT_LIMIT, links, instance, conversation }: CommentOptions,
): string =>
  renderDocument(review, {
    limit,
    links,
    instance,
    conversation,
    diagrams: DIAGRAMS,
    diagram: (change) => diagramOf(review, change),
  });
