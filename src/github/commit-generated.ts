import { VERSION } from "../model/tool-version.ts";
import type { Client } from "./client.ts";
import { type CommitOutcome, type CommitRequest, commitFiles } from "./commit-files.ts";
import type { CommitPlan } from "./commit-plan.ts";

/** The message of a commit of generated files, which were compiled from `head`. */
export const generatedMessage = (head: string): CommitRequest["message"] => ({
  headline: "Write the generated Python",
  body: `Compiled from ${head} by Windsock ${VERSION}.`,
});

/** How a commit of generated files is called. */
export const GENERATED = "the generated Python";

/** Commits generated files to a pull request's own branch, as `commitFiles` does. */
export const commitGenerated = (
  client: Client,
  {
    plan,
    ...request
  }: Omit<CommitRequest, "additions" | "deletions" | "what" | "message"> & {
    readonly plan: CommitPlan;
  },
  second?: number,
): Promise<CommitOutcome> =>
  commitFiles(client, { ...request, ...plan, what: GENERATED, message: generatedMessage(request.head) }, second);
