import { reviewProjects } from "../../review.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import { checkOpen, giveReport, type ReportOptions } from "../open-report.ts";
import { readVersions } from "../read-versions.ts";
import { createSay } from "../say.ts";

/** Options of `windsock review`. */
export interface ReviewOptions extends ReportOptions {
  readonly base?: string;
  readonly head?: string;
  readonly worktree?: boolean;
}

/** `windsock review`: 1 where something gates, else 0. */
export async function review(host: Host, options: ReviewOptions): Promise<number> {
  if (options.worktree && options.head !== undefined) {
    throw new UserError("--worktree and --head name two versions to review", "Leave one of them out.");
  }
  checkOpen(options);
  const say = createSay(host, options);
  const { base, head } = await readVersions(host, options, say);
  say.step("comparing and checking");
  const result = reviewProjects(base, head);
  await giveReport(host, options, say, result);
  return result.conclusion === "failure" ? 1 : 0;
}
