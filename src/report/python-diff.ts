import type { DagChange } from "../model/change.ts";
import type { Review } from "../model/review.ts";
import { type FileDiff, fileDiff } from "./file-diff.ts";
import { maskPython } from "./mask.ts";

/** The generated Python of one DAG as a report shows it. */
export type PythonPart =
  | { readonly t: "new"; readonly text: string; readonly lines: number }
  | { readonly t: "diff"; readonly path: string; readonly diff: FileDiff }
  | { readonly t: "same" }
  | { readonly t: "too-different"; readonly before: number; readonly after: number }
  | { readonly t: "undecided"; readonly why: string };

const lineCount = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

/** What happens to the generated Python of a DAG; `null` where there is nothing to show. Secrets are hidden. */
export function pythonPart(review: Review, change: DagChange): PythonPart | null {
  const pair = review.generated.find(({ dag }) => dag === change.id);
  if (!pair) return null;
  if (!pair.head) return pair.why === null ? null : { t: "undecided", why: pair.why };
  const old = pair.base ?? review.generated.find(({ dag }) => dag === change.base?.id)?.base ?? null;
  if (!old) {
    return change.kind === "added"
      ? { t: "new", text: maskPython(pair.head.text), lines: lineCount(pair.head.text) }
      : { t: "undecided", why: pair.why ?? "the version before is not known" };
  }
  if (old.text === pair.head.text) return { t: "same" };
  const diff = fileDiff(old.text, pair.head.text, 3, maskPython);
  return diff
    ? { t: "diff", path: pair.head.path, diff }
    : { t: "too-different", before: lineCount(old.text), after: lineCount(pair.head.text) };
}
