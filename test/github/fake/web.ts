import type { IncomingMessage, ServerResponse } from "node:http";
import type { Permissions, State } from "./state.ts";

/** GitHub's own pages that a browser is sent to: making an App from a manifest, and signing in to one. */
export const WEB =
  /^(?:GET \/login\/oauth\/authorize|POST \/login\/oauth\/access_token|POST (?:\/organizations\/[\w-]+)?\/settings\/apps\/new)$/;

interface WebCall {
  readonly state: State;
  readonly invalid: string[];
  readonly createToken: (login: string, permissions: Partial<Permissions>) => string;
}

const NEEDED = ["name", "url", "redirect_url", "hook_attributes", "default_permissions", "default_events"];

/** Answers as GitHub does where the person, `state.person`, agrees to what is asked. */
export async function serveWeb(
  call: WebCall,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { state, invalid } = call;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("utf8");
  const back = (address: string, code: string): void => {
    const target = new URL(address);
    target.searchParams.set("code", code);
    target.searchParams.set("state", url.searchParams.get("state") ?? "");
    response.writeHead(302, { location: target.href }).end();
  };
  if (url.pathname.endsWith("/settings/apps/new")) {
    const manifest = JSON.parse(new URLSearchParams(body).get("manifest") ?? "{}");
    const missing = NEEDED.filter((field) => manifest[field] === undefined);
    if (missing.length > 0) invalid.push(`the manifest lacks ${missing.join(", ")}`);
    if (String(manifest.name).length > 34) invalid.push("the App's name is too long");
    const code = `manifest${state.manifests.size + 1}`;
    state.manifests.set(code, manifest);
    back(manifest.redirect_url, code);
  } else if (url.pathname === "/login/oauth/authorize") {
    const known = state.app?.clientId === url.searchParams.get("client_id");
    if (!known) invalid.push("nobody knows this client");
    const code = `code${state.codes.size + 1}`;
    state.codes.set(code, state.person);
    back(url.searchParams.get("redirect_uri") ?? "", code);
  } else {
    const { client_id: id, client_secret: secret, code } = JSON.parse(body);
    const login = state.codes.get(code);
    const right = id === state.app?.clientId && secret === state.app?.clientSecret && login !== undefined;
    state.codes.delete(code);
    const answer = right
      ? { access_token: call.createToken(login, {}), token_type: "bearer", scope: "", expires_in: 28_800 }
      : { error: "bad_verification_code", error_description: "The code passed is incorrect or expired." };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }
}
