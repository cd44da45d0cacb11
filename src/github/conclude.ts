import * as core from "@actions/core";
import type { Review } from "../model/review.ts";
import { reason } from "./explain-error.ts";
import type { ReportFiles } from "./report-files.ts";

/** Prints one line of ours to the log. Nothing in it can be read as a command of the runner. */
export function log(line: string): void {
  core.info(`Windsock: ${printable(line)}`);
}

/** A line without control characters and without the runner's two command marks (`::` counts only at the start, `##[` anywhere). */
export const printable = (line: string): string =>
  line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replaceAll("##[", "## [");

/** Adds to the job summary. A runner that has none is no reason to fail. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await core.summary.addRaw(markdown, true).write();
  } catch (error) {
    log(`the job summary cannot be written: ${reason(error)}`);
  }
}

/** Sets the outputs that `action.yml` names. */
export function writeOutputs(
  review: Review,
  files: ReportFiles,
  made: { comment: string | null; commit: string | null },
): void {
  const changed = review.changes.filter(({ kind }) => kind !== "unchanged" && kind !== "affected");
  core.setOutput("conclusion", review.conclusion);
  core.setOutput("errors", review.counts.error);
  core.setOutput("warnings", review.counts.warning);
  core.setOutput("notices", review.counts.notice);
  core.setOutput("changed-dags", JSON.stringify(changed.map(({ id }) => id)));
  core.setOutput("report-markdown", files.markdown);
  core.setOutput("report-json", files.json);
  core.setOutput("report-html", files.html);
  core.setOutput("comment-url", made.comment ?? "");
  core.setOutput("commit-sha", made.commit ?? "");
}
