import { escapeCode } from "../report/escape.ts";
import type { TargetReview } from "./review-target.ts";

/** What the report must add about how it was made; each a sentence of ours, safe in Markdown. */
export function notesOf({
  compared,
  configChanges,
  commit,
  movedByBase,
}: Pick<TargetReview, "compared" | "configChanges" | "commit" | "movedByBase">): readonly string[] {
  return [
    ...(compared === "branch"
      ? [
          "GitHub has no merge result for this commit (there is a conflict, or it was pushed just now), so the branch itself was compared with the commit it started from.",
        ]
      : []),
    ...(configChanges
      ? ["This change touches Windsock's configuration, which is read from the base: it takes effect after merging."]
      : []),
    ...(commit?.what === "committed"
      ? ["Windsock committed the generated Python to this branch, and what is reviewed is that commit."]
      : []),
    ...(movedByBase.length > 0
      ? [
          `The generated Python of ${movedByBase
            .slice(0, 5)
            .map((id) => escapeCode(id))
            .join(
              ", ",
            )}${movedByBase.length > 5 ? ` and ${movedByBase.length - 5} more` : ""} is what the files of this branch give: only the base has moved. Update the branch, then write it again.`,
        ]
      : []),
  ];
}

/** Notes as lines of Markdown to put after a report; empty where there are none. */
export const notesInMarkdown = (notes: readonly string[]): string =>
  notes.map((note) => `\n\n> [!NOTE]\n> ${note}`).join("");

/** What a comment says whose reason has gone. It names no commit, so that it is written once. */
export const GONE = `### ✔ No gusty DAG changes any more

An earlier version of this pull request changed DAGs or had findings. The current one does not.`;
