import { pullRequestEvent } from "../../github/fake/pull-request.ts";
import type { Scene } from "./scene.ts";

/** The payload of an event about a scene's pull request, as GitHub gives it. */
export function payloadOf({ repository, pull }: Scene, event: string): unknown {
  const [base, head] = ["main", "feature"].map((branch) => repository.git.resolve(`refs/heads/${branch}`));
  const own = { full_name: `${repository.owner}/${repository.name}`, default_branch: "main" };
  switch (event) {
    case "workflow_run":
      return { action: "completed", workflow_run: finishedRun(head ?? "", pull.headRepository), repository: own };
    case "merge_group":
      return { merge_group: { base_sha: base, head_sha: head }, repository: own };
    case "push":
      return { before: base, after: head, repository: own };
    case "workflow_dispatch":
      return { inputs: { "pull-request": String(pull.number) }, repository: own };
    default:
      return pullRequestEvent(repository, pull);
  }
}

/** As GitHub gives it for forks: no pull request is named. */
const finishedRun = (head_sha: string, full_name: string | null) => ({
  event: "pull_request",
  conclusion: "failure",
  head_sha,
  head_branch: "feature",
  head_repository: full_name === null ? null : { full_name },
  pull_requests: [],
});
