import type { Review } from "../model/review.ts";

/** When a pull request gets a comment. */
export type CommentWhen = "changes" | "always" | "findings" | "never";

export const COMMENT_WHEN: readonly CommentWhen[] = ["changes", "always", "findings", "never"];

/**
 * True where a review is worth a comment. `changes`: a DAG changes, or there is something new to say; `findings`: only
 * for findings that are new or that gate.
 */
export function isWorthAComment(review: Review, when: CommentWhen): boolean {
  if (when === "never") return false;
  if (when === "always") return true;
  const findings = review.findings.some((finding) => finding.state === "new" || finding.gates);
  return findings || (when === "changes" && review.changes.some((change) => change.kind !== "unchanged"));
}
