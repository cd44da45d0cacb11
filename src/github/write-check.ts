import { setTimeout } from "node:timers/promises";
import type { Client, RepositoryName } from "./client.ts";
import { isTooLong, mayPassLater, waitAfter } from "./explain-error.ts";
import { PACE } from "./pace.ts";

/** One annotation as the Checks API takes it (https://docs.github.com/rest/checks/runs). Lines are 1-based and inclusive. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

export interface CheckRequest {
  readonly repository: RepositoryName;
  readonly name: string;
  readonly head: string;
  readonly conclusion: "success" | "failure";
  readonly title: string;
  readonly summary: string;
  /** What stands instead where GitHub finds the summary too long; without it that is an error. */
  readonly shorter?: string;
  /** The most important first. */
  readonly annotations: readonly CheckAnnotation[];
  /** Tells this run's check from others of the same name on the same commit. */
  readonly externalId: string;
}

/** The API takes so many annotations in one request; more come in further requests. */
const BATCH = 50;

/** How often a request is tried. */
const ROUNDS = 3;

/**
 * Creates one completed check run on the head commit. A creation or a batch of annotations whose answer is lost is looked
 * for before it is repeated, so one run makes one check, and each annotation stands once. Gives its address. Throws what
 * the API throws when it fails for good.
 */
export async function writeCheck(client: Client, request: CheckRequest, second = PACE.second): Promise<string | null> {
  let { summary } = request;
  let shortened = false;
  const shorten = (): boolean => {
    const { shorter } = request;
    if (shorter === undefined || shortened) return false;
    [summary, shortened] = [shorter, true];
    return true;
  };
  const output = (batch: number) => ({
    title: request.title,
    summary,
    annotations: request.annotations.slice(batch * BATCH, (batch + 1) * BATCH).map((annotation) => ({ ...annotation })),
  });
  const repeated = <T>(send: () => Promise<T>, found: (run: Created) => T | null) =>
    sendOnce(
      send,
      async () => {
        const run = await find(client, request);
        return run === null ? null : found(run);
      },
      shorten,
      second,
    );
  // Not repeated blindly: a lost answer does not mean that nothing happened.
  const once = { request: { retries: 0 } };
  const check = await repeated(
    async (): Promise<Created> => {
      const { data } = await client.rest.checks.create({
        ...request.repository,
        name: request.name,
        head_sha: request.head,
        status: "completed",
        conclusion: request.conclusion,
        external_id: request.externalId,
        output: output(0),
        ...once,
      });
      return { id: data.id, url: data.html_url, annotations: data.output.annotations_count };
    },
    (run) => run,
  );
  for (let batch = 1; batch * BATCH < request.annotations.length; batch += 1) {
    const upTo = Math.min((batch + 1) * BATCH, request.annotations.length);
    const update = { ...request.repository, check_run_id: check.id, output: output(batch), ...once };
    await repeated(
      async () => (await client.rest.checks.update(update)).data.id,
      (run) => (run.annotations >= upTo ? run.id : null),
    );
  }
  return check.url;
}

interface Created {
  readonly id: number;
  readonly url: string | null;
  /** How many it has. */
  readonly annotations: number;
}

/**
 * Sends a request; after a failure that may pass, `look` tells whether its effect is there all the same. `shorten` makes a
 * text shorter that GitHub finds too long; false where there is nothing shorter.
 */
async function sendOnce<T>(
  send: () => Promise<T>,
  look: () => Promise<T | null>,
  shorten: () => boolean,
  second: number,
): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      const found = round === 1 ? null : await look();
      return found ?? (await send());
    } catch (error) {
      const again = isTooLong(error) ? shorten() : mayPassLater(error);
      if (!again || round === ROUNDS) throw error;
      await setTimeout(waitAfter(error, round) * second);
    }
  }
}

async function find(client: Client, request: CheckRequest): Promise<Created | null> {
  const { data } = await client.rest.checks.listForRef({
    ...request.repository,
    ref: request.head,
    check_name: request.name,
    filter: "all",
    per_page: 100,
  });
  const run = data.check_runs.find((item) => item.external_id === request.externalId);
  return run ? { id: run.id, url: run.html_url, annotations: run.output.annotations_count } : null;
}
