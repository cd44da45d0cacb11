import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gustyProject, task } from "../../end-to-end/support/gusty-project.ts";
import { createApp, install } from "../../github/fake/app.ts";
import type { Files } from "../../github/fake/git-repository.ts";
import { openPull, push } from "../../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../../github/fake/server.ts";
import type { Pull, Repository } from "../../github/fake/state.ts";

export const APP = 4711;
export const BOT = "windsock[bot]";
export const SECRET = "a secret of the tests";

/** A fake GitHub with the App, and what the bot is told of it. */
export interface Scene {
  readonly github: FakeGitHub;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  close(): Promise<void>;
}

export async function makeScene(): Promise<Scene> {
  const github = await startFakeGitHub();
  const folder = mkdtempSync(join(tmpdir(), "windsock-bot-"));
  return {
    github,
    folder,
    environment: {
      APP_ID: String(APP),
      PRIVATE_KEY: createApp(github.state, APP, BOT),
      WEBHOOK_SECRET: SECRET,
      GITHUB_SERVER_URL: github.url,
      GITHUB_API_URL: github.apiUrl,
      DATA_FOLDER: folder,
    },
    async close() {
      await github.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A repository with the sample project, the App installed on it, and open pull requests. */
export interface Installed {
  readonly repository: Repository;
  readonly installation: number;
  readonly pulls: readonly Pull[];
}

let made = 0;

export function installOn(github: FakeGitHub, pulls = 1, change: Files = BROKEN): Installed {
  made += 1;
  const name = `acme-${made}/shop`;
  const repository = github.createRepository(name);
  repository.git.commit("main", gustyProject());
  const opened = Array.from({ length: pulls }, (_, index) => {
    // A file of its own: otherwise all of them would be one and the same commit.
    const own = { [`notes/${index}.md`]: `${index}\n` };
    repository.git.commit(`feature-${index}`, { ...change, ...own }, { from: "main" });
    return openPull(repository, `feature-${index}`);
  });
  return { repository, installation: install(github.state, [name]), pulls: opened };
}

/** A change with one misspelt dependency. */
export const BROKEN: Files = { "dags/gusty/orders/publish.yml": task("echo publish", ["claen"]) };

/** Pushes one more change to a pull request. Gives the new head. */
export const pushMore = ({ repository }: Installed, pull: Pull, n: number): string =>
  push(repository, pull, { "dags/gusty/orders/extra.yml": task(`echo ${n}`, ["clean"]) });

const require = createRequire(import.meta.url);
const examples: { name: string; examples: Record<string, unknown>[] }[] = JSON.parse(
  readFileSync(require.resolve("@octokit/webhooks-examples/api.github.com/index.json"), "utf8"),
);

/** A payload as GitHub sends it, from GitHub's own examples. */
export function example(event: string, action: string): Record<string, unknown> {
  const found = examples.find(({ name }) => name === event)?.examples.find((payload) => payload.action === action);
  if (found === undefined) throw new Error(`there is no example of ${event}.${action}`);
  return structuredClone(found);
}

/** All of GitHub's examples. */
export const allExamples = (): { name: string; payload: unknown }[] =>
  examples.flatMap(({ name, examples: all }) => all.map((payload) => ({ name, payload })));

/** The payload of a `pull_request` event about a pull request of the fake, in all other fields GitHub's own example. */
export function pullRequestPayload({ repository, installation }: Installed, pull: Pull, action: string): unknown {
  const payload = example("pull_request", "synchronize");
  const head = repository.git.resolve(`refs/pull/${pull.number}/head`);
  const base = repository.git.resolve(`refs/heads/${pull.base}`);
  return {
    ...payload,
    action,
    number: pull.number,
    pull_request: merge(payload.pull_request, {
      number: pull.number,
      head: { ref: pull.branch, sha: head },
      base: { ref: pull.base, sha: base },
    }),
    repository: repositoryPayload(payload.repository, repository),
    installation: { id: installation },
  };
}

export const repositoryPayload = (known: unknown, { id, owner, name }: Repository): unknown =>
  merge(known, { id, name, full_name: `${owner}/${name}`, owner: { login: owner } });

function merge(value: unknown, more: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const [key, item] of Object.entries(more)) {
    const nested = typeof item === "object" && item !== null && !Array.isArray(item);
    merged[key] = nested ? merge(merged[key], item as Record<string, unknown>) : item;
  }
  return merged;
}

/** Sends a webhook as GitHub does. Gives the status of the answer, or 0 where nobody answered. */
export async function sendWebhook(
  github: FakeGitHub,
  url: string,
  event: string,
  payload: unknown,
  options: { readonly secret?: string; readonly guid?: string } = {},
): Promise<number> {
  const body = JSON.stringify(payload);
  const guid = options.guid ?? randomUUID();
  const id = 1_000_000 + (github.state.app?.deliveries.length ?? 0);
  const delivery = { id, guid, event, at: new Date().toISOString(), status: 0 };
  github.state.app?.deliveries.push(delivery);
  try {
    const response = await fetch(`${url}/webhook`, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "user-agent": "GitHub-Hookshot/044aadd",
        "x-github-event": event,
        "x-github-delivery": guid,
        "x-hub-signature-256": `sha256=${createHmac("sha256", options.secret ?? SECRET)
          .update(body)
          .digest("hex")}`,
      },
      signal: AbortSignal.timeout(60_000),
    });
    delivery.status = response.status;
  } catch {
    // As after a broken connection: the delivery has failed.
  }
  return delivery.status;
}
