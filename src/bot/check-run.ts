import type { Client, RepositoryName } from "../github/client.ts";
import { COMMIT } from "../github/event.ts";
import type { CheckAnnotation } from "../github/write-check.ts";
import type { Subject } from "./job.ts";

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

/** How a check run is found again: by what it is about, and by the job where somebody asked for it once more. */
export const externalIdOf = (
  about: { readonly number: number; readonly branch: string } | { readonly base: string; readonly pull: number | null },
  again: string | null,
): string => {
  const id = "number" in about ? `pull/${about.number}/${about.branch}` : `commits/${about.base}/${about.pull ?? ""}`;
  return id.slice(0, 200) + (again === null ? "" : `${AGAIN}${again}`);
};

const AGAIN = "/again/";

/** What a check run of ours is about, by its external id; `branch` is the default branch. `null`: it is none of ours. */
export function subjectOfCheck(externalId: string, head: string, branch: string): Subject | null {
  const [kind, what = "", more = ""] = externalId.split("/");
  const isNumber = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);
  if (kind === "pull" && isNumber(what)) return { kind: "pull-request", number: Number(what), head };
  if (kind === "commits" && COMMIT.test(what)) {
    return { kind: "commits", head, base: what, branch, pull: isNumber(more) ? Number(more) : null };
  }
  return null;
}

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

/** The check run of a place, or `null`; of several the newest, as GitHub counts that one. Throws what the API throws. */
export async function findCheck({ client, repository, appId, head, externalId }: CheckPlace): Promise<CheckRun | null> {
  const { data } = await client.rest.checks.listForRef({
    ...repository,
    ref: head,
    check_name: CHECK_NAME,
    app_id: Number(appId),
    filter: "all",
    per_page: 100,
  });
  const [run] = data.check_runs
    .filter(({ external_id: id }) => id === externalId || id?.startsWith(externalId + AGAIN))
    .filter(({ conclusion, output }) => conclusion !== "cancelled" && output.title !== NO_VERDICT)
    .sort((a, b) => b.id - a.id);
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
  /** Buttons, by the words that their commands have in comments. */
  readonly actions: readonly ButtonWord[];
  /** The page with the whole report, where there is one. */
  readonly detailsUrl?: string;
}

export type ButtonWord = "fix" | "commit";

/** The buttons as the API takes them: a label of at most 20 characters, a description of at most 40. */
const BUTTONS: Readonly<Record<ButtonWord, { label: string; description: string; identifier: string }>> = {
  fix: { label: "Apply the fixes", description: "Commit the safe fixes to this branch", identifier: "fix" },
  commit: { label: "Commit the Python", description: "Commit the generated Python", identifier: "commit" },
};

/** What the check run of a head says that is the newest no more. */
export const REPLACED: CheckResult = {
  conclusion: "cancelled",
  title: "A newer push has come",
  summary: "This commit was not reviewed to the end, because a newer one was pushed. The newer one has its own check.",
  annotations: [],
  actions: [],
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
    actions: result.actions.map((word) => BUTTONS[word]),
    ...(result.detailsUrl === undefined ? {} : { details_url: result.detailsUrl }),
    request: { retries: 0 },
  });
}
