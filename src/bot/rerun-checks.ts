import type { Client } from "../github/client.ts";
import { CHECK_NAME, subjectOfCheck } from "./check-run.ts";
import type { CommandPlaces } from "./command-job.ts";
import { keyOf, type RerunJob } from "./job.ts";

/** Asks for all reviews of a commit once more, by what its check runs are about: those of forks and of a merge queue too. */
export async function rerunChecks(
  { settings, queue }: Pick<CommandPlaces, "settings" | "queue">,
  client: Client,
  { installation, repository, head, branch, delivery }: RerunJob,
): Promise<void> {
  const { data } = await client.rest.checks.listForRef({
    owner: repository.owner,
    repo: repository.repo,
    ref: head,
    check_name: CHECK_NAME,
    app_id: Number(settings.appId),
    filter: "all",
    per_page: 100,
  });
  const subjects = data.check_runs.flatMap(({ external_id: id }) => subjectOfCheck(id ?? "", head, branch) ?? []);
  const byKey = new Map(subjects.map((subject) => [keyOf({ repository, subject }), subject]));
  for (const subject of byKey.values()) {
    await queue.add({ installation, repository, subject, again: true, delivery });
  }
}
