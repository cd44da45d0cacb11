import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { type Leaf, type Node, step } from "./budget.ts";
import { DETAILS_END, details } from "./dag-markdown.ts";
import { markdown, paragraph } from "./escape.ts";
import { type FindingContext, findingLine } from "./finding-markdown.ts";
import { maskMessage } from "./mask.ts";
import { code, type Rich, strong } from "./rich.ts";
import { severityCounts } from "./verdict.ts";

/** Findings that people have accepted for this pull request. */
const acceptedFindings = ({ findings }: Pick<Review, "findings">): readonly ReviewedFinding[] =>
  findings.filter(({ accepted }) => accepted !== null);

/** Who accepted a finding and why, in words. */
export const acceptanceInWords = ({ by, reason }: { readonly by: string; readonly reason: string }): Rich => [
  "Accepted by ",
  strong(by),
  ": ",
  maskMessage(reason),
];

/** The foldable section of accepted findings: each with who accepted it and why, and how it is taken back. */
export function acceptedSection(context: FindingContext, rank: number): Node[] {
  const accepted = acceptedFindings(context.review);
  if (accepted.length === 0) return [];
  const children = accepted.map((finding): Leaf => {
    const words = finding.accepted ? paragraph(acceptanceInWords(finding.accepted)) : "";
    const back = `Take it back: ${markdown([code(`/windsock unaccept ${finding.fingerprint}`)])}`;
    return {
      what: "accepted finding",
      steps: [step(rank, () => `${findingLine(finding, "", context, 300)}\\\n${words} · ${back}\n\n`)],
    };
  });
  const title: Rich = [`${severityCounts(accepted)} accepted`];
  return [{ open: details(false, title), close: DETAILS_END, inOrder: true, children }];
}
