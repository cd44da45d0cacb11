import type { Octokit } from "@octokit/rest";
import type { Database } from "./database.ts";
import type { GitHubApp } from "./installation-tokens.ts";
import type { Queue } from "./queue.ts";
import { recall, remember } from "./tables.ts";

/** GitHub lets a delivery be asked for again for three days (https://docs.github.com/webhooks/using-webhooks). */
const REMEMBERED = 3 * 86_400_000;

/** Deliveries around the last look are looked at twice, as clocks differ. */
const OVERLAP = 600_000;

/** A delivery that failed so often is not asked for any more. */
const ATTEMPTS = 5;

/** Deliveries come by the hundred; more pages are not read at once. */
const PAGES = 200;

const LAST = "deliveries looked at";

/** One attempt of a delivery, as far as it matters here. */
export interface Attempt {
  readonly id: number;
  readonly guid: string;
  readonly status_code: number;
}

/**
 * The deliveries of which no attempt was answered well, but for the ones that were refused as wrong. `again`: those to ask for
 * again, by the id of the newest attempt of each; `lost`: how many have failed too often for that.
 */
export function missedDeliveries(attempts: readonly Attempt[]): { again: number[]; lost: number } {
  const byGuid = new Map<string, Attempt[]>();
  for (const attempt of attempts) byGuid.set(attempt.guid, [...(byGuid.get(attempt.guid) ?? []), attempt]);
  const missed = [...byGuid.values()].filter((all) => !all.some(({ status_code: code }) => code >= 200 && code < 500));
  const again = missed.filter((all) => all.length < ATTEMPTS);
  return { again: again.map((all) => Math.max(...all.map(({ id }) => id))), lost: missed.length - again.length };
}

/**
 * Asks GitHub again for webhooks that did not arrive since the last look. Gives how many, and whether that is all: it is not
 * where the last look was too long ago, or where one has failed too often.
 */
export async function recoverDeliveries(
  github: GitHubApp,
  database: Database,
  now: number,
): Promise<{ asked: number; complete: boolean }> {
  const last = Number((await recall(database, LAST)) ?? 0);
  const since = Math.max(last - OVERLAP, now - REMEMBERED);
  const { octokit } = github.app;
  const attempts: Attempt[] = [];
  let pages = 0;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.apps.listWebhookDeliveries, { per_page: 100 })) {
    const recent = data.filter(({ delivered_at: at }) => Date.parse(at) >= since);
    attempts.push(...recent);
    pages += 1;
    if (recent.length < data.length || pages === PAGES) break;
  }
  const { again, lost } = missedDeliveries(attempts);
  for (const id of again) await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
  await remember(database, LAST, now);
  return { asked: again.length, complete: last >= now - REMEMBERED && pages < PAGES && lost === 0 };
}

/** Asks for a review of every open pull request of every installation; what is known already changes nothing. Gives how many. */
export async function recoverPullRequests(github: GitHubApp, queue: Queue, signal: AbortSignal): Promise<number> {
  let asked = 0;
  const { octokit } = github.app;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.apps.listInstallations, { per_page: 100 })) {
    for (const { id } of data) {
      if (signal.aborted) return asked;
      asked += await recoverInstallation(await github.app.getInstallationOctokit(id), id, queue, signal);
    }
  }
  return asked;
}

async function recoverInstallation(
  octokit: Octokit,
  installation: number,
  queue: Queue,
  signal: AbortSignal,
): Promise<number> {
  let asked = 0;
  const repositories = octokit.paginate.iterator(octokit.rest.apps.listReposAccessibleToInstallation, {
    per_page: 100,
  });
  for await (const { data } of repositories) {
    for (const { id, name, owner } of data) {
      if (signal.aborted) return asked;
      const repository = { id, owner: owner.login, repo: name };
      const open = { owner: owner.login, repo: name, state: "open", per_page: 100 } as const;
      for (const pull of await octokit.paginate(octokit.rest.pulls.list, open)) {
        const subject = { kind: "pull-request", number: pull.number, head: pull.head.sha } as const;
        await queue.add({ installation, repository, subject, again: false, delivery: "" });
        asked += 1;
      }
    }
  }
  return asked;
}
