import { App } from "@octokit/app";
import { Octokit } from "@octokit/rest";
import { type Client, createClient } from "../github/client.ts";
import { VERSION } from "../model/tool-version.ts";
import { LONGEST_WAIT } from "./pauses.ts";
import { text } from "./payload.ts";
import type { Settings } from "./settings.ts";

/** What a token may do with one repository. */
export type Rights = "read" | "publish" | "commit";

const PERMISSIONS: Readonly<Record<Rights, Record<string, string>>> = {
  read: { contents: "read", pull_requests: "read" },
  publish: { checks: "write", pull_requests: "write" },
  commit: { contents: "write", pull_requests: "read" },
};

/** Milliseconds for all requests of one job. */
const API_TIME = 300_000;

/** Access to GitHub as the App. */
export interface GitHubApp {
  readonly app: App<{ Octokit: typeof Octokit; webhooks: { secret: string } }>;
  /** A token of an installation for one repository and for no more than `rights`; known ones are used again until they expire. */
  token(installation: number, repository: number, rights: Rights): Promise<string>;
  /** A client for one repository, which may publish unless told otherwise. */
  client(installation: number, repository: number, signal: AbortSignal, rights?: Rights): Promise<Client>;
}

/** Signs in as the App that the settings name. */
export function signIn(settings: Pick<Settings, "appId" | "privateKey" | "webhookSecret" | "apiUrl">): GitHubApp {
  const silent = (): void => {};
  const app = new App({
    appId: settings.appId,
    privateKey: settings.privateKey,
    webhooks: { secret: settings.webhookSecret },
    Octokit: Octokit.defaults({
      baseUrl: settings.apiUrl,
      userAgent: `windsock/${VERSION}`,
      log: { debug: silent, info: silent, warn: silent, error: silent },
    }),
  });
  const token = async (installation: number, repository: number, rights: Rights): Promise<string> => {
    const found = await app.octokit.auth({
      type: "installation",
      installationId: installation,
      repositoryIds: [repository],
      permissions: PERMISSIONS[rights],
    });
    return text(found, "token");
  };
  return {
    app,
    token,
    client: async (installation, repository, signal, rights = "publish") =>
      createClient({
        token: await token(installation, repository, rights),
        apiUrl: settings.apiUrl,
        userAgent: `windsock/${VERSION}`,
        longestWait: LONGEST_WAIT,
        deadline: AbortSignal.any([signal, AbortSignal.timeout(API_TIME)]),
      }),
  };
}
