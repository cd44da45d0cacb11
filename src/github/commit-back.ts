import { deploymentsOf } from "../build/deployments.ts";
import { compileCommand } from "../config/deployments.ts";
import { siteOfGeneratedFolder } from "../discover/generated-place.ts";
import type { Project } from "../model/project.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Client, RepositoryName } from "./client.ts";
import { byHand, type CommitOutcome, NOT_TO_A_FORK } from "./commit-files.ts";
import { commitGenerated } from "./commit-generated.ts";
import { type CommitPlan, planCommit } from "./commit-plan.ts";
import type { PullRequestTarget } from "./event.ts";

/** What the branch's own version gives, and what became of writing it; `outcome` is `null` where there is nothing to write. */
export interface CommitBack {
  readonly plan: CommitPlan;
  readonly outcome: CommitOutcome | null;
}

/** What it takes to bring a branch's generated files to what its sources give. */
export interface PlannedCommit {
  readonly plan: CommitPlan;
  /** Why nothing is written although it should be, in one line; `null`: nothing hinders. */
  readonly hindrance: string | null;
  /** What a person runs to write the same files. */
  readonly command: string;
}

/**
 * Compares a branch head's generated files with its sources. A folder whose files an entry point would take for tasks is a
 * hindrance. `project` is the branch head compiled, never the merge result.
 */
export async function planCommitBack(snapshot: Snapshot, project: Project): Promise<PlannedCommit> {
  const plan = planCommit(project, snapshot.tree);
  const deployments = deploymentsOf(project).filter((one) => isChanged(planCommit(one, snapshot.tree)));
  const command = deployments.map(({ config }) => compileCommand(config)).join(" && ");
  for (const { config } of deployments) {
    const { directory } = config.generated;
    const site = await siteOfGeneratedFolder(snapshot, config, directory);
    if (site === null) continue;
    const hindrance = `Windsock did not commit the generated Python: \`${site.declared.file}\` would make tasks of what lies in \`${directory}\`. Choose another \`generated.directory\`.`;
    return { plan, hindrance, command };
  }
  return { plan, hindrance: null, command };
}

/**
 * `generated.commit: write`: compares the branch head's generated files with its sources, and commits what differs.
 * `branch` is the branch head compiled, never the merge result.
 */
export async function commitBack(
  places: { readonly client: Client; readonly repository: RepositoryName; readonly second: number },
  target: PullRequestTarget,
  branch: { readonly snapshot: Snapshot; readonly project: Project },
): Promise<CommitBack> {
  const { plan, hindrance, command } = await planCommitBack(branch.snapshot, branch.project);
  if (!isChanged(plan)) return { plan, outcome: null };
  if (hindrance !== null) return { plan, outcome: { what: "refused", why: hindrance } };
  // GitHub need not be asked, which a fork's token may not do either.
  if (target.fork) return { plan, outcome: { what: "refused", why: `${NOT_TO_A_FORK}${byHand(command)}` } };
  const { number, head } = target;
  const request = { repository: places.repository, number, head, plan, command };
  return { plan, outcome: await commitGenerated(places.client, request, places.second) };
}

/** True where a plan writes or deletes something. */
export const isChanged = ({ additions, deletions }: CommitPlan): boolean => additions.length + deletions.length > 0;
