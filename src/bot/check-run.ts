import type { Client, RepositoryName } from "../github/client.ts";
import type { CheckAnnotation } from "../github/write-check.ts";

/** The check run of one review: one for each `externalId`, whatever happens to the process that makes it. */
export interface CheckRun {
  readonly id: number;
  readonly url: string | null;
  readonly completed: boolean;
  /** Annotations that it has already. */
  readonly annotations: number;
}

export interface CheckPlace {
  readonly client: Client;
  readonly repository: RepositoryName;
  readonly appId: string;
  readonly head: string;
  readonly externalId: string;
}

export const CHECK_NAME = "Windsock";

/** The title of a check run whose review was given up. */
export const NO_VERDICT = "Windsock could not review this commit";

/** The API takes so many annotations in one request, and shows no more than a thousand in all. */
const BATCH = 50;
const MOST = 1000;

/** Finds the check run, or makes it, in progress; one that came to no verdict is left aside. Throws what the API throws. */
export async function openCheck(place: CheckPlace): Promise<CheckRun> {
  const found = await findCheck(place);
  if (found !== null) return found;
  const { data } = await place.client.rest.checks.create({
    ...place.repository,
    name: CHECK_NAME,
    head_sha: place.head,
    external_id: place.externalId,
    status: "in_progress",
    // Not repeated blindly: a lost answer does not mean that there is no check. The next try of the job looks first.
    request: { retries: 0 },
  });
  return { id: data.id, url: data.html_url, completed: false, annotations: 0 };
}

/** The check run of a place, or `null`. Throws what the API throws. */
export async function findCheck({ client, repository, appId, head, externalId }: CheckPlace): Promise<CheckRun | null> {
  const { data } = await client.rest.checks.listForRef({
    ...repository,
    ref: head,
    check_name: CHECK_NAME,
    app_id: Number(appId),
    filter: "all",
    per_page: 100,
  });
  const run = data.check_runs.find(
    (item) => item.external_id === externalId && item.conclusion !== "cancelled" && item.output.title !== NO_VERDICT,
  );
  if (run === undefined) return null;
  return {
    id: run.id,
    url: run.html_url,
    completed: run.status === "completed",
    annotations: run.output.annotations_count,
  };
}

/** What a check run says when it is done. */
export interface CheckResult {
  readonly conclusion: "success" | "failure" | "cancelled";
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** What the check run of a head says that is the newest no more. */
export const REPLACED: CheckResult = {
  conclusion: "cancelled",
  title: "A newer push has come",
  summary: "This commit was not reviewed to the end, because a newer one was pushed. The newer one has its own check.",
  annotations: [],
};

/** Completes a check run. Annotations that an earlier try has sent are not sent again. */
export async function completeCheck(place: CheckPlace, run: CheckRun, result: CheckResult): Promise<void> {
  const { client, repository } = place;
  const { conclusion, title, summary } = result;
  const annotations = result.annotations.slice(0, MOST);
  let sent = run.annotations;
  const next = () => annotations.slice(sent, sent + BATCH).map((annotation) => ({ ...annotation }));
  while (annotations.length - sent > BATCH) {
    const output = { title, summary, annotations: next() };
    await client.rest.checks.update({ ...repository, check_run_id: run.id, output, request: { retries: 0 } });
    sent += BATCH;
  }
  const output = { title, summary, annotations: next() };
  await client.rest.checks.update({
    ...repository,
    check_run_id: run.id,
    status: "completed",
    conclusion,
    output,
    request: { retries: 0 },
  });
}
