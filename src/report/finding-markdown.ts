import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import type { Span } from "../model/span.ts";
import { fence, markdown, paragraph } from "./escape.ts";
import { findingText } from "./finding-text.ts";
import { fixDiffs } from "./fix-diff.ts";
import type { Links } from "./links.ts";
import { maskMessage } from "./mask.ts";
import { type Places, type Side, sideOf } from "./positions.ts";
import { code, joinRich, link, type Piece, type Rich, richOf } from "./rich.ts";

/** Related places that are listed; more are counted. */
const MOST_RELATED = 8;
/** Lines of one fix's diff that are shown. */
const MOST_FIX_LINES = 40;

export interface FindingContext {
  readonly review: Review;
  readonly places: Places;
  readonly links: Links;
  /** Findings show their fingerprint, for commands that name them. */
  readonly fingerprints: boolean;
}

/** `file:line` as a link. */
export function placeLink({ places, links }: Pick<FindingContext, "places" | "links">, span: Span, side: Side): Piece {
  const place = places.at(span, side);
  const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
  const to = links.file(place.file, place.line, Math.min(last, place.line + 20), side);
  return link(to, code(`${place.file}:${place.line}`));
}

/** The first line of a finding: what is wrong, where, and by which rule. `lead` comes first in the bold part. */
export function findingLine(finding: ReviewedFinding, lead: string, context: FindingContext, limit: number): string {
  const { headline } = findingText(finding, limit);
  const where = placeLink(context, finding.at, sideOf(finding));
  const rule = link(context.links.rule(finding.rule), finding.rule);
  const named: Rich = context.fingerprints && finding.state !== "fixed" ? [" · ", code(finding.fingerprint)] : [];
  return `**${markdown([lead, ...headline]).trim()}** · ${markdown([where])} · ${markdown([rule, ...named])}`;
}

/** A finding in full: message, advice, related places, the fix as a diff. */
export function findingInFull(finding: ReviewedFinding, lead: string, context: FindingContext): string {
  const { rest, advice } = findingText(finding);
  const blocks: string[] = [];
  let sentences: Rich[] = rest.length > 0 ? [endSentence(rest)] : [];
  const flush = (): void => {
    if (sentences.length > 0) blocks.push(paragraph(joinRich(sentences, " ")));
    sentences = [];
  };
  for (const part of advice) {
    if (part.t === "sentence") sentences.push(part.of);
    else {
      flush();
      blocks.push(fence("yaml", part.text));
    }
  }
  const [other, ...more] = finding.related;
  if (other && more.length === 0) sentences.push(["See ", ...relatedPlace(other, finding, context), "."]);
  flush();
  const first = findingLine(finding, lead, context, 4000);
  // A backslash before the line end is a line break in comments and in summaries alike.
  const head = blocks.length > 0 ? `${first}\\\n${blocks.shift() ?? ""}` : first;
  blocks.push(...relatedBlock(finding, context));
  return [head, ...blocks, ...fixBlocks(finding, context)].join("\n\n");
}

/** Other places of a finding, a line each. */
function relatedBlock({ related, state }: ReviewedFinding, context: FindingContext): string[] {
  if (related.length < 2) return [];
  const lines = related.slice(0, MOST_RELATED).map((other) => `- ${markdown(relatedPlace(other, { state }, context))}`);
  if (related.length > MOST_RELATED) lines.push(`- and ${related.length - MOST_RELATED} more`);
  return [lines.join("\n")];
}

const relatedPlace = (
  { at, message }: ReviewedFinding["related"][number],
  finding: Pick<ReviewedFinding, "state">,
  context: FindingContext,
): Rich => [placeLink(context, at, sideOf(finding)), ": ", ...richOf(maskMessage(message))];

/** A sentence with its full stop. */
const endSentence = (rich: Rich): Rich => {
  const last = rich.at(-1);
  return typeof last === "string" && /[.!?:]$/.test(last) ? rich : [...rich, "."];
};

function fixBlocks({ fix, state }: ReviewedFinding, { places }: FindingContext): string[] {
  if (!fix || state === "fixed") return [];
  const side = sideOf({ state });
  const diffs = fixDiffs(fix, places, side, 1);
  return diffs.flatMap(({ file, lines }) => {
    const body = lines.filter((line) => !line.startsWith("@@"));
    if (body.length === 0 || body.length > MOST_FIX_LINES) return [];
    const title = diffs.length > 1 ? [markdown([code(file)])] : [];
    return [...title, fence("diff", body.join("\n"))];
  });
}
