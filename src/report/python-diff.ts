import type { DagChange } from "../model/change.ts";
import type { Review } from "../model/review.ts";
import { type FileDiff, fileDiff } from "./file-diff.ts";
import { maskPython } from "./mask.ts";

/** The generated Python of one DAG as a report shows it. */
export type PythonPart =
  | { readonly t: "new"; readonly text: string; readonly lines: number }
  | { readonly t: "changed"; readonly before: string; readonly after: string }
  | { readonly t: "same" }
  | { readonly t: "undecided"; readonly why: string };

const lineCount = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

/** What happens to the generated Python of a DAG; `null` where there is nothing to show. */
export function pythonPart(review: Review, change: DagChange): PythonPart | null {
  const pair = review.generated.find(({ dag }) => dag === change.id);
  if (!pair) return null;
  if (!pair.head) return pair.why === null ? null : { t: "undecided", why: pair.why };
  const after = pair.head.text;
  if (pair.base) return pair.base.text === after ? { t: "same" } : { t: "changed", before: pair.base.text, after };
  return change.kind === "added"
    ? { t: "new", text: maskPython(after), lines: lineCount(after) }
    : { t: "undecided", why: pair.why ?? "the version before is not known" };
}

/** The diff of changed Python, with secrets hidden; `null` where the versions differ too much to compare. */
export const pythonDiff = ({ before, after }: Extract<PythonPart, { t: "changed" }>): FileDiff | null =>
  fileDiff(before, after, 3, maskPython);
