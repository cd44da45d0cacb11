import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Review } from "../model/review.ts";
import { UserError } from "../snapshot/user-error.ts";
import type { Host } from "./host.ts";
import { openFile } from "./open-file.ts";
import type { ReviewFormat } from "./program.ts";
import { renderReview } from "./render-review.ts";
import type { CommonOptions, Say } from "./say.ts";
import { writeOutput } from "./write-output.ts";

/** Options of the commands that give a review. */
export interface ReportOptions extends CommonOptions {
  readonly format: ReviewFormat;
  readonly open?: boolean;
}

/** Refuses `--open` with a format that no browser shows. */
export function checkOpen({ open, format }: ReportOptions): void {
  if (open && format !== "html") throw new UserError("--open shows the HTML report", "Add --format html.");
}

/** Writes a review where it was asked for; with `open` to a file, which is then shown in the browser. */
export async function giveReport(host: Host, options: ReportOptions, say: Say, review: Review): Promise<void> {
  const report = await renderReview(review, options.format, host, options);
  if (!options.open) {
    await writeOutput(host, options, say, report);
    return;
  }
  const named = options.output === undefined || options.output === "-" ? null : options.output;
  const output = named ?? join(await mkdtemp(join(tmpdir(), "windsock-review-")), "review.html");
  await writeOutput(host, { ...options, output }, say, report);
  const path = resolve(host.cwd, output);
  if (!(await openFile(host, path))) say.note(`no browser could be started: open ${path} yourself`);
}
