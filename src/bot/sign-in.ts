import { randomBytes } from "node:crypto";
import { Octokit } from "@octokit/rest";
import { statusOf } from "../github/explain-error.ts";
import { VERSION } from "../model/tool-version.ts";
import { cookieName, cookieOf, setCookie } from "./cookies.ts";
import type { Answer, Request } from "./http-server.ts";
import { text } from "./payload.ts";
import { plainPage } from "./plain-page.ts";
import { REPORT_ID } from "./report-address.ts";
import { type Keys, sameText, seal, unseal } from "./sealed.ts";
import type { Settings } from "./settings.ts";

/** Signing people in through GitHub, to see what they may see there. */
export interface SignIn {
  /** Sends a person to GitHub, and from there to a report. */
  begin(reportId: string): Answer;
  /** `GET /sign-in/done`: GitHub has sent the person back. */
  finish(request: Request): Promise<Answer>;
  isSignedIn(request: Request): boolean;
  /** True where the person who is signed in may read a repository now, as GitHub says; `null`: nobody is signed in. */
  mayRead(request: Request, repository: { id: number; owner: string; repo: string }): Promise<boolean | null>;
}

/** Seconds of one sign-in, and of a session: GitHub's token for a person holds eight hours. */
const SIGNING = 600;
const SESSION = 8 * 3600;

const [STATE_COOKIE, SESSION_COOKIE] = ["state", "session"];

/**
 * GitHub's web flow for Apps (https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app). The person's
 * token is kept by the person's browser alone, encrypted, in a cookie that no script reads.
 */
export function createSignIn(
  settings: Pick<Settings, "serverUrl" | "apiUrl">,
  publicUrl: string,
  client: { readonly id: string; readonly secret: string },
  keys: Keys,
): SignIn {
  const silent = (): void => {};
  const octokit = (auth?: string): Octokit =>
    new Octokit({
      ...(auth === undefined ? {} : { auth }),
      baseUrl: settings.apiUrl,
      userAgent: `windsock/${VERSION}`,
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
  const cookie = (request: Request, name: string): unknown =>
    unseal(keys.cookie, cookieOf(request.headers.cookie, cookieName(publicUrl, name)) ?? "", Date.now());
  const withCookie = (name: string, value: unknown, seconds: number): string =>
    setCookie(publicUrl, name, seal(keys.cookie, value, Date.now() + seconds * 1000), seconds);
  const failed = (): Answer =>
    plainPage(400, "Signing in did not work", ["Open the report's address once more, in the same browser."]);
  return {
    begin(reportId) {
      const state = randomBytes(24).toString("base64url");
      const address = new URL(`${settings.serverUrl}/login/oauth/authorize`);
      address.searchParams.set("client_id", client.id);
      address.searchParams.set("redirect_uri", `${publicUrl}/sign-in/done`);
      address.searchParams.set("state", state);
      const headers = {
        location: address.href,
        "set-cookie": withCookie(STATE_COOKIE, { state, reportId }, SIGNING),
        "referrer-policy": "no-referrer",
      };
      return { status: 302, body: "", headers };
    },
    async finish(request) {
      const begun = cookie(request, STATE_COOKIE);
      const [state, reportId] = [text(begun, "state"), text(begun, "reportId")];
      const code = request.url.searchParams.get("code") ?? "";
      const given = request.url.searchParams.get("state") ?? "";
      if (state === "" || code === "" || !REPORT_ID.test(reportId) || !sameText(given, state)) return failed();
      const { data } = await octokit().request(`POST ${settings.serverUrl}/login/oauth/access_token`, {
        client_id: client.id,
        client_secret: client.secret,
        code,
        redirect_uri: `${publicUrl}/sign-in/done`,
        headers: { accept: "application/json" },
      });
      const token = text(data, "access_token");
      if (token === "") return failed();
      return {
        status: 302,
        body: "",
        headers: {
          location: `${publicUrl}/review/${reportId}`,
          "set-cookie": [withCookie(SESSION_COOKIE, { token }, SESSION), setCookie(publicUrl, STATE_COOKIE, "", 0)],
        },
      };
    },
    isSignedIn: (request) => text(cookie(request, SESSION_COOKIE), "token") !== "",
    async mayRead(request, { id, owner, repo }) {
      const token = text(cookie(request, SESSION_COOKIE), "token");
      if (token === "") return null;
      try {
        const { data } = await octokit(token).rest.repos.get({ owner, repo });
        // A name may be another repository's by now.
        return data.id === id;
      } catch (error) {
        const status = statusOf(error);
        if (status === 401) return null;
        if (status === 403 || status === 404) return false;
        throw error;
      }
    },
  };
}
