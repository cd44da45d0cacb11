import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { ApiError, forbidden, notFound } from "./errors.ts";
import type { Answer } from "./rest.ts";
import { type Access, type Installation, newId, type Permissions, type State } from "./state.ts";

/** A call to an operation of GitHub Apps: as the App itself (a signed token), or as an installation. */
export interface AppCall {
  readonly state: State;
  readonly authorization: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly createToken: (login: string, permissions: Partial<Permissions>, repositories: readonly number[]) => string;
}

/** Makes the App of a fake GitHub. Gives its private key, as GitHub does: once, as PKCS#1. */
export function createApp(state: State, id: number, login: string): string {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = publicKey.export({ type: "spki", format: "pem" }).toString();
  const [clientId, clientSecret] = [`Iv1.${id}`, `the client secret of ${id}`];
  const lists = { installations: new Map(), deliveries: [], redelivered: [] };
  state.app = { id, login, publicKey: key, ...lists, clientId, clientSecret };
  return privateKey.export({ type: "pkcs1", format: "pem" }).toString();
}

/** Installs the App on repositories (`owner/name`) of one account. Gives the installation's id. */
export function install(state: State, repositories: readonly string[]): number {
  if (state.app === null) throw new Error("there is no App");
  const id = newId(state) % 1_000_000_000;
  const account = repositories[0]?.split("/")[0] ?? "";
  state.app.installations.set(id, { id, account, repositories: [...repositories] });
  return id;
}

/** Checks a JSON web token as GitHub does: RS256, the App as issuer, at most ten minutes. */
function signedIn(call: AppCall): NonNullable<State["app"]> {
  const { app } = call.state;
  const [head = "", payload = "", signature = ""] = call.authorization.replace(/^bearer /i, "").split(".");
  const bad = new ApiError(401, "A JSON web token could not be decoded");
  if (app === null || signature === "") throw bad;
  const key = createPublicKey(app.publicKey);
  const valid = verify("sha256", Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, "base64url"));
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  const seconds = Date.now() / 1000;
  const lives = claims.exp > seconds && claims.iat <= seconds && claims.exp - claims.iat <= 660;
  if (!valid || String(claims.iss) !== String(app.id) || !lives) throw bad;
  return app;
}

const repositoryIds = (state: State, installation: Installation): number[] =>
  installation.repositories.flatMap((name) => state.repositories.get(name)?.id ?? []);

/** The operations of Apps, by method and path template of GitHub's description. */
export const appOperations: Readonly<Record<string, (call: AppCall) => Answer>> = {
  "POST /app-manifests/{code}/conversions"(call) {
    const manifest = call.state.manifests.get(call.parameters.code ?? "");
    if (manifest === undefined) throw notFound();
    call.state.manifests.delete(call.parameters.code ?? "");
    const id = 9000 + call.state.codes.size;
    const pem = createApp(call.state, id, "windsock[bot]");
    const { name, default_permissions: permissions, default_events: events } = manifest;
    const body = {
      id,
      slug: "windsock",
      node_id: "x",
      name,
      // The empty name tells a person from an enterprise, which has one.
      owner: { login: call.state.person, name: null },
      external_url: manifest.url,
      html_url: "https://github.example/apps/windsock",
      permissions,
      events,
      client_id: call.state.app?.clientId,
      client_secret: call.state.app?.clientSecret,
      webhook_secret: "a secret that GitHub made",
      pem,
    };
    return { status: 201, body };
  },
  "GET /app/installations"(call) {
    const app = signedIn(call);
    const all = [...app.installations.values()];
    const body = all.map(({ id, account }) => ({ id, app_id: app.id, account: { login: account } }));
    return { status: 200, body, total: all.length };
  },
  "POST /app/installations/{installation_id}/access_tokens"(call) {
    const app = signedIn(call);
    const installation = app.installations.get(Number(call.parameters.installation_id));
    if (installation === undefined) throw notFound();
    const known = repositoryIds(call.state, installation);
    const wanted = (call.body.repository_ids as number[] | undefined) ?? known;
    if (wanted.some((id) => !known.includes(id))) {
      throw new ApiError(422, "There is at least one repository that does not exist or is not accessible");
    }
    const all = { contents: "read", pull_requests: "write", checks: "write" };
    const asked = (call.body.permissions ?? all) as Record<string, Access>;
    if (asked.contents === "write" && installation.contents === "read") {
      throw new ApiError(422, "The permissions requested are not granted to this installation.");
    }
    const right = (name: string): Access => asked[name] ?? "none";
    const permissions: Permissions = {
      contents: right("contents"),
      "pull-requests": right("pull_requests"),
      issues: right("issues"),
      checks: right("checks"),
    };
    const token = call.createToken(app.login, permissions, wanted);
    return {
      status: 201,
      body: { token, expires_at: new Date(Date.now() + 3_600_000).toISOString(), permissions: asked },
    };
  },
  "GET /installation/repositories"(call) {
    const viewer = call.state.tokens.get(call.authorization.replace(/^(?:token|bearer) /i, ""));
    if (viewer?.repositories === undefined) throw forbidden();
    const all = [...call.state.repositories.values()].filter(({ id }) => viewer.repositories?.includes(id));
    const repositories = all.map(({ id, owner, name }) => ({
      id,
      name,
      full_name: `${owner}/${name}`,
      owner: { login: owner },
    }));
    return { status: 200, body: { total_count: all.length, repositories }, total: all.length };
  },
  "GET /app/hook/deliveries"(call) {
    const app = signedIn(call);
    const body = app.deliveries.map(({ id, guid, status, event, at }) => ({
      id,
      guid,
      delivered_at: at,
      redelivery: false,
      duration: 0.1,
      status: status === 202 ? "OK" : "failed to connect to host",
      status_code: status,
      event,
      action: null,
      installation_id: null,
      repository_id: null,
    }));
    return { status: 200, body: body.reverse() };
  },
  "POST /app/hook/deliveries/{delivery_id}/attempts"(call) {
    const app = signedIn(call);
    const delivery = app.deliveries.find(({ id }) => id === Number(call.parameters.delivery_id));
    if (delivery === undefined) throw notFound();
    app.redelivered.push(delivery.id);
    return { status: 202, body: {} };
  },
};
