import { randomBytes } from "node:crypto";
import { Octokit } from "@octokit/rest";
import { VERSION } from "../model/tool-version.ts";
import { element } from "../report/html/html-text.ts";
import { UserError } from "../snapshot/user-error.ts";
import { credentialsFile, readCredentials, writeCredentials } from "./app-credentials.ts";
import { appManifest } from "./app-manifest.ts";
import { cookieName, cookieOf, setCookie } from "./cookies.ts";
import { type Answer, type Request, startHttpServer } from "./http-server.ts";
import { plainPage } from "./plain-page.ts";
import { sameText } from "./sealed.ts";
import type { SetupSettings } from "./settings.ts";

/** Seconds after which the setup closes by itself: GitHub's code holds an hour, a person needs minutes. */
const LONGEST = 3600;

const COOKIE = "setup";

/** A setup that waits for a person. */
export interface Setup {
  readonly port: number;
  /** What to open in a browser; good for one visit. */
  readonly address: string;
  /** Settles when the App is made and the server is closed: with what to do next, or with an error where that does not come. */
  readonly done: Promise<string>;
  /** Ends it without an App. */
  close(): Promise<void>;
}

/**
 * Makes the App by GitHub's manifest flow: a person opens `address` and presses a button, GitHub asks for confirmation and sends
 * the person back with a code, which is exchanged for the App's credentials. They are stored in the data folder, for this user
 * alone, and the server closes. Only the first visit with the one-time token gets in; what comes back from GitHub must have the
 * `state` and the cookie of that visit. Throws a `UserError` where there is an App already.
 */
export async function startSetup(settings: SetupSettings, onError: (error: unknown) => void): Promise<Setup> {
  const { publicUrl, dataFolder, organization } = settings;
  const file = credentialsFile(dataFolder);
  if (readCredentials(file) !== null) {
    throw new UserError(
      `there is an App already: \`${file}\``,
      "Run: windsock serve. To make another one, move that file away first.",
    );
  }
  const random = (): string => randomBytes(32).toString("base64url");
  let token: string | null = random();
  const [visit, state] = [random(), random()];
  let exchanging = false;
  let settle: { resolve(words: string): void; reject(error: Error): void } = { resolve() {}, reject() {} };
  const made = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject };
  });

  const isVisitor = (request: Request): boolean =>
    sameText(cookieOf(request.headers.cookie, cookieName(publicUrl, COOKIE)) ?? "", visit);
  const refused = (): Answer =>
    plainPage(403, "This is for whoever started the setup", [
      "Open the address that stands in the console. It is good for one visit: start the setup anew for another.",
    ]);

  const enter = async (request: Request): Promise<Answer> => {
    const given = request.url.searchParams.get("token");
    if (given !== null) {
      if (token === null || !sameText(given, token)) return refused();
      token = null;
      // The token does not stay in the address, where it might be kept.
      const headers = { location: `${publicUrl}/setup`, "set-cookie": setCookie(publicUrl, COOKIE, visit, LONGEST) };
      return { status: 302, body: "", headers: { ...headers, "referrer-policy": "no-referrer" } };
    }
    return isVisitor(request) ? form() : refused();
  };
  const form = (): Answer => {
    const owner = organization === null ? "settings" : `organizations/${organization}/settings`;
    const action = `${settings.serverUrl}/${owner}/apps/new?state=${state}`;
    const manifest = JSON.stringify(appManifest(publicUrl));
    return plainPage(
      200,
      "Make the GitHub App",
      [
        element(
          "p",
          {},
          `GitHub shows what the App may do, and lets you change its name. Its webhooks come to ${publicUrl}/webhook.`,
        ),
        element(
          "form",
          { method: "post", action },
          element("input", { type: "hidden", name: "manifest", value: manifest }),
          element("button", { type: "submit" }, "Make the App on GitHub"),
        ),
      ],
      new URL(settings.serverUrl).origin,
    );
  };
  const finish = async (request: Request): Promise<Answer> => {
    const { searchParams: query } = request.url;
    const code = query.get("code") ?? "";
    const known = isVisitor(request) && sameText(query.get("state") ?? "", state);
    if (!known || exchanging || !/^[\w-]{1,200}$/.test(code)) return refused();
    exchanging = true;
    try {
      const install = await exchange(settings, code);
      settle.resolve(
        `The App is made, and its credentials are in ${file}. Install it: ${install}\nThen run: windsock serve\n`,
      );
      return plainPage(200, "The App is made", [
        element("p", {}, element("a", { href: install }, "Install it on repositories"), ". Then run: windsock serve"),
      ]);
    } catch (error) {
      onError(error);
      exchanging = false;
      return plainPage(502, "GitHub did not give the App's credentials", [
        "The console says why. Load this page again.",
      ]);
    }
  };

  const server = await startHttpServer(
    {
      "GET /setup": enter,
      "GET /setup/done": finish,
      "GET /healthz": async () => ({ status: 200, body: "ok\n" }),
    },
    settings,
    onError,
  );
  const timer = setTimeout(
    () => settle.reject(new UserError("nobody finished the setup within an hour", "Start it again.")),
    LONGEST * 1000,
  );
  return {
    port: server.port,
    address: `${publicUrl}/setup?token=${token}`,
    done: made.finally(async () => {
      clearTimeout(timer);
      await server.close();
    }),
    async close() {
      settle.reject(new UserError("the setup was ended before there was an App"));
    },
  };
}

/** Exchanges GitHub's code, which works once, and stores what comes. Gives the address where the App is installed. */
async function exchange({ apiUrl, dataFolder }: SetupSettings, code: string): Promise<string> {
  const silent = (): void => {};
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = new Octokit({ baseUrl: apiUrl, userAgent: `windsock/${VERSION}`, log });
  const { data } = await octokit.rest.apps.createFromManifest({ code });
  if (data.webhook_secret === null) throw new Error("GitHub gave no webhook secret");
  writeCredentials(credentialsFile(dataFolder), {
    appId: String(data.id),
    privateKey: data.pem,
    webhookSecret: data.webhook_secret,
    clientId: data.client_id,
    clientSecret: data.client_secret,
  });
  return `${data.html_url}/installations/new`;
}
