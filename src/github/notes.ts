import type { TargetReview } from "./review-target.ts";

/** What the report must add about how it was made; each a sentence of ours, safe in Markdown. */
export function notesOf({
  compared,
  configChanges,
}: Pick<TargetReview, "compared" | "configChanges">): readonly string[] {
  return [
    ...(compared === "branch"
      ? [
          "GitHub has no merge result for this commit (there is a conflict, or it was pushed just now), so the branch itself was compared with the commit it started from.",
        ]
      : []),
    ...(configChanges
      ? ["This change touches Windsock's configuration, which is read from the base: it takes effect after merging."]
      : []),
  ];
}

/** Notes as lines of Markdown to put after a report; empty where there are none. */
export const notesInMarkdown = (notes: readonly string[]): string =>
  notes.map((note) => `\n\n> [!NOTE]\n> ${note}`).join("");

/** What a comment says whose reason has gone. It names no commit, so that it is written once. */
export const GONE = `### ✔ No gusty DAG changes any more

An earlier version of this pull request changed DAGs or had findings. The current one does not.`;
