import { siteOfGeneratedFolder } from "../discover/generated-place.ts";
import type { Project } from "../model/project.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Client, RepositoryName } from "./client.ts";
import { type CommitOutcome, commitGenerated } from "./commit-generated.ts";
import { type CommitPlan, planCommit } from "./commit-plan.ts";
import type { PullRequestTarget } from "./event.ts";

/** What the branch's own version gives, and what became of writing it; `outcome` is `null` where there is nothing to write. */
export interface CommitBack {
  readonly plan: CommitPlan;
  readonly outcome: CommitOutcome | null;
}

/**
 * `generated.commit: write`: compares the branch head's generated files with its sources, and commits what differs. Refuses
 * a folder whose files an entry point would take for tasks. `branch` is the branch head compiled, never the merge result.
 */
export async function commitBack(
  places: { readonly client: Client; readonly repository: RepositoryName; readonly second: number },
  target: PullRequestTarget,
  branch: { readonly snapshot: Snapshot; readonly project: Project },
): Promise<CommitBack> {
  const { directory } = branch.project.config.generated;
  const plan = planCommit(branch.project, branch.snapshot.tree);
  if (plan.additions.length + plan.deletions.length === 0) return { plan, outcome: null };
  const site = await siteOfGeneratedFolder(branch.snapshot, branch.project.config, directory);
  if (site !== null) {
    const why = `Windsock did not commit the generated Python: \`${site.declared.file}\` would make tasks of what lies in \`${directory}\`. Choose another \`generated.directory\`.`;
    return { plan, outcome: { what: "refused", why } };
  }
  const command = `windsock compile --out ${directory}`;
  const { number, head } = target;
  const request = { repository: places.repository, number, head, plan, command };
  return { plan, outcome: await commitGenerated(places.client, request, places.second) };
}
