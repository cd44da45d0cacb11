import type { Review } from "../model/review.ts";
import { diagramOf } from "./diagram.ts";
import { type Conversation, renderDocument } from "./document.ts";
import type { Links } from "./links.ts";

/** A step's summary may hold 1 MiB ("Workflow commands", adding a job summary). */
export const SUMMARY_LIMIT = 1_048_576;

export interface SummaryOptions {
  /** In bytes of UTF-8. */
  readonly limit?: number;
  readonly links: Links;
  readonly instance?: string;
  /** Where the bot publishes it. */
  readonly conversation?: Conversation;
}

const DIAGRAMS = 25;

/** The job summary: the comment's content with room for more. Same review, same bytes. */
export function renderSummary(
  review: Review,
  { limit = SUMMARY_LIMIT, links, instance, conversation }: SummaryOptions,
): string {
  const render = (units: number): string =>
    renderDocument(review, {
      limit: units,
      links,
      instance,
      conversation,
      diagrams: DIAGRAMS,
      diagram: (change) => diagramOf(review, change),
    });
  const text = render(limit);
  // A UTF-16 unit is at most three bytes of UTF-8, so this always fits.
  return new TextEncoder().encode(text).length <= limit ? text : render(Math.floor(limit / 3));
}
