import { reviewProjects } from "../../review.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import type { ReviewFormat } from "../program.ts";
import { readVersions } from "../read-versions.ts";
import { renderReview } from "../render-review.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { writeOutput } from "../write-output.ts";

/** Options of `windsock review`. */
export interface ReviewOptions extends CommonOptions {
  readonly base?: string;
  readonly head?: string;
  readonly worktree?: boolean;
  readonly format: ReviewFormat;
}

/** `windsock review`: 1 where something gates, else 0. */
export async function review(host: Host, options: ReviewOptions): Promise<number> {
  if (options.worktree && options.head !== undefined) {
    throw new UserError("--worktree and --head name two versions to review", "Leave one of them out.");
  }
  const say = createSay(host, options);
  const { base, head } = await readVersions(host, options, say);
  say.step("comparing and checking");
  const result = reviewProjects(base, head);
  await writeOutput(host, options, say, await renderReview(result, options.format, host, options));
  return result.conclusion === "failure" ? 1 : 0;
}
