import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { appOperations } from "./app.ts";
import { ApiError, notFound } from "./errors.ts";
import type { FakeRequest, Fault, FaultHook } from "./faults.ts";
import { serveGit } from "./git-http.ts";
import { createGitRepository } from "./git-repository.ts";
import { runGraphql } from "./graphql.ts";
import { pushed } from "./pull-request.ts";
import { type Answer, operations } from "./rest.ts";
import {
  lagging,
  laggingDirectory,
  newId,
  newState,
  type Permissions,
  type Repository,
  remember,
  type State,
} from "./state.ts";
import { requestErrors, responseErrors } from "./validate.ts";
import { serveWeb, WEB } from "./web.ts";

/** A GitHub on loopback: REST, GraphQL and git over HTTP over one state. */
export interface FakeGitHub {
  /** The address of the server, as in GITHUB_SERVER_URL. */
  readonly url: string;
  /** The address of the API, as in GITHUB_API_URL. */
  readonly apiUrl: string;
  readonly state: State;
  /** Every request, in order. */
  readonly requests: FakeRequest[];
  /** What was wrong with requests or with answers of the fake, by GitHub's published descriptions. A test expects none. */
  readonly invalid: string[];
  fault: FaultHook;
  createRepository(fullName: string, objectFormat?: "sha1" | "sha256"): Repository;
  /** Makes a token. Rights that are not named are `none`, but `contents` is `read`. */
  createToken(login: string, permissions: Partial<Permissions>, repositories?: readonly number[]): string;
  close(): Promise<void>;
}

const ROUTES = [...Object.keys(operations), ...Object.keys(appOperations)].map((operation) => {
  const [method = "", template = ""] = operation.split(" ");
  const pattern = template.replace(/\{([^}]+)\}/g, (_, name) =>
    name === "basehead" ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return { operation, method, template, pattern: new RegExp(`^${pattern}$`) };
});

const GIT = /^\/(?<name>[^/]+\/[^/]+?)(?:\.git)?\/(?<rest>info\/refs|git-upload-pack|git-receive-pack)$/;

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? undefined : JSON.parse(text);
}

/** The token of a request: `token X` or `bearer X` of the API, or the password of git's basic authentication. */
function tokenOf(header: string | undefined): string {
  const [scheme = "", value = ""] = (header ?? "").split(" ");
  if (scheme.toLowerCase() !== "basic") return value;
  const [name, password] = Buffer.from(value, "base64").toString("utf8").split(":");
  return name === "x-access-token" ? (password ?? "") : "";
}

/** True where a token is not kept from a repository. */
const reaches = ({ repositories }: { repositories?: readonly number[] }, { id }: Repository): boolean =>
  repositories === undefined || repositories.includes(id);

export async function startFakeGitHub(): Promise<FakeGitHub> {
  const root = mkdtempSync(join(tmpdir(), "fake-github-"));
  const state = newState();
  const requests: FakeRequest[] = [];
  const invalid: string[] = [];
  const counts = new Map<string, number>();
  let closed = false;

  const record = (request: IncomingMessage, operation: string, body: unknown): Fault | null => {
    const nth = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, nth);
    const { method = "", url = "", headers } = request;
    const seen: FakeRequest = { operation, method, url, headers, body, nth };
    requests.push(seen);
    return github.fault(seen);
  };

  const sendJson = (response: ServerResponse, request: IncomingMessage, status: number, body: unknown): void => {
    state.remaining -= 1;
    const text = body === undefined ? "" : JSON.stringify(body);
    const etag = `"${createHash("sha256").update(text).digest("hex")}"`;
    const fresh = request.method === "GET" && request.headers["if-none-match"] === etag;
    response.writeHead(fresh ? 304 : status, {
      "content-type": "application/json; charset=utf-8",
      etag,
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": String(state.remaining),
      "x-ratelimit-used": String(5000 - state.remaining),
      "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
    });
    response.end(fresh ? "" : text);
  };

  /** Applies a fault that comes before (or instead of) the answer; true where the request is over. */
  const fail = (response: ServerResponse, fault: Fault | null, when: "before" | "after"): boolean => {
    if (fault === null || !("when" in fault) || fault.when !== when) return false;
    if (fault.kind === "reset") response.socket?.resetAndDestroy();
    else {
      response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
      response.end(JSON.stringify({ message: fault.message ?? "Server Error" }));
    }
    return true;
  };

  const slow = async (fault: Fault | null, when: "before" | "after"): Promise<void> => {
    while (fault?.kind === "until" && !closed && !fault.is()) await new Promise((resolve) => setTimeout(resolve, 20));
    if (fault?.kind !== "delay" || (fault.effect ?? "before") !== when) return;
    await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
  };

  const handleGit = async (request: IncomingMessage, response: ServerResponse, url: URL, match: RegExpExecArray) => {
    const pushes = match.groups?.rest === "git-receive-pack" || url.searchParams.get("service") === "git-receive-pack";
    const operation = (match.groups?.rest ?? "").replace(/^git-/, "");
    const fault = record(request, `git ${operation}`, undefined);
    await slow(fault, "before");
    await slow(fault, "after");
    if (fault?.kind === "meanwhile") await fault.act();
    // Fetching has no effect on the server, so before and after are the same, but that an answer may break off.
    const cut = fault?.kind === "reset" && fault.when === "after";
    if (fail(response, fault, "before") || (!cut && fail(response, fault, "after"))) return;
    const viewer = state.tokens.get(tokenOf(request.headers.authorization));
    const repository = state.repositories.get(match.groups?.name ?? "");
    if (viewer === undefined) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="GitHub"' }).end();
    } else if (repository === undefined || !reaches(viewer, repository) || viewer.permissions.contents === "none") {
      response.writeHead(viewer.permissions.contents === "none" ? 403 : 404).end();
    } else if (pushes && viewer.permissions.contents !== "write") {
      response.writeHead(403).end();
    } else {
      const at = fault?.kind === "stale" ? laggingDirectory(repository) : repository.git.directory;
      const pathInfo = `/${relative(root, at)}/${match.groups?.rest}`;
      await serveGit(request, response, { root, pathInfo, query: url.search.slice(1), user: viewer.login, cut }, () => {
        if (operation === "receive-pack") pushed(repository);
      });
    }
  };

  const handleApi = async (request: IncomingMessage, response: ServerResponse, url: URL, path: string) => {
    const body = await readBody(request);
    const route = ROUTES.find((item) => item.method === request.method && item.pattern.test(path));
    const operation = path === "/graphql" ? "POST /graphql" : (route?.operation ?? `${request.method} ${path}`);
    const fault = record(request, operation, body);
    await slow(fault, "before");
    if (fault?.kind === "meanwhile") await fault.act();
    if (fail(response, fault, "before")) return;
    const stale = fault?.kind === "stale";
    try {
      const viewer = state.tokens.get(tokenOf(request.headers.authorization));
      const query = url.searchParams;
      const fields = (body ?? {}) as Record<string, unknown>;
      const groups = Object.entries(route?.pattern.exec(path)?.groups ?? {});
      const parameters = Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]));
      /** Holds request and answer against GitHub's description, and links to the next page. */
      const described = (run: () => Answer): Answer => {
        if (route === undefined) throw notFound();
        const wrong = requestErrors(route.method, route.template, query, body);
        invalid.push(...wrong.map((error) => `${operation}: ${error}`));
        if (wrong.length > 0) throw new ApiError(422, "Validation Failed", wrong);
        const answer = run();
        const bad = responseErrors(route.method, route.template, answer.status, answer.body);
        invalid.push(...bad.map((error) => `${operation} (answer): ${error}`));
        const size = Number(query.get("per_page") ?? 30);
        const page = Number(query.get("page") ?? 1);
        if (answer.total !== undefined && page * size < answer.total) {
          const next = new URL(url);
          next.searchParams.set("page", String(page + 1));
          response.setHeader("link", `<${next}>; rel="next"`);
        }
        return answer;
      };
      let answer: Answer;
      const ofApp = appOperations[operation];
      if (ofApp !== undefined) {
        const authorization = request.headers.authorization ?? "";
        const { createToken } = github;
        answer = described(() => ofApp({ state, authorization, parameters, query, body: fields, createToken }));
      } else if (viewer === undefined) {
        throw new ApiError(401, "Bad credentials");
      } else if (path === "/graphql") {
        const asked = body as { query: string; variables?: Record<string, unknown> };
        const result = await runGraphql({ state, ...viewer, server: github.url, stale }, asked);
        invalid.push(...result.invalid);
        answer = { status: 200, body: result.body };
      } else {
        const repository = state.repositories.get(`${parameters.owner}/${parameters.repo}`);
        if (repository === undefined || !reaches(viewer, repository)) throw notFound();
        answer = described(() => {
          const { login, permissions } = viewer;
          const reads = route?.method === "GET";
          if (!reads) remember(repository);
          const seen = stale && reads ? lagging(repository) : repository;
          const call = {
            state,
            repository: seen,
            login,
            permissions,
            parameters,
            query,
            body: fields,
            api: github.url,
          };
          return operations[operation]?.(call) ?? { status: 404 };
        });
      }
      await slow(fault, "after");
      if (fail(response, fault, "after")) return;
      sendJson(response, request, answer.status, answer.body);
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError(500, String(error));
      if (known.status === 500) invalid.push(`${operation}: the fake itself failed: ${known.message}`);
      sendJson(response, request, known.status, {
        message: known.message,
        errors: known.errors,
        status: String(known.status),
      });
    }
  };

  // Longer than any client leaves a connection alone: only a fault closes one.
  const server = createServer({ keepAliveTimeout: 300_000 }, (request, response) => {
    const url = new URL(request.url ?? "/", github.url);
    const path = url.pathname.replace(/^\/api\/v3(?=\/)|^\/api(?=\/graphql$)/, "");
    const git = GIT.exec(url.pathname);
    const web = WEB.test(`${request.method} ${url.pathname}`);
    const { createToken } = github;
    const done = web
      ? serveWeb({ state, invalid, createToken }, request, response, url)
      : git === null
        ? handleApi(request, response, url, path)
        : handleGit(request, response, url, git);
    done.catch((error) => {
      invalid.push(`the fake itself failed: ${error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const github: FakeGitHub = {
    url,
    apiUrl: `${url}/api/v3`,
    state,
    requests,
    invalid,
    fault: () => null,
    createRepository(fullName, objectFormat = "sha1") {
      const [owner = "", name = ""] = fullName.split("/");
      const git = createGitRepository(join(root, owner, `${name}.git`), objectFormat);
      const id = newId(state);
      const repository: Repository = {
        id,
        owner,
        name,
        defaultBranch: "main",
        git,
        pulls: new Map(),
        comments: [],
        checkRuns: [],
        reviews: [],
        people: new Map(),
        protection: new Map(),
        before: null,
      };
      state.repositories.set(fullName, repository);
      return repository;
    },
    createToken(login, permissions, repositories) {
      const token = `ghs_${createHash("sha256")
        .update(`${login}${newId(state)}`)
        .digest("hex")
        .slice(0, 36)}`;
      const all: Permissions = {
        contents: "read",
        "pull-requests": "none",
        issues: "none",
        checks: "none",
        ...permissions,
      };
      state.tokens.set(token, { login, permissions: all, ...(repositories === undefined ? {} : { repositories }) });
      return token;
    },
    async close() {
      closed = true;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(root, { recursive: true, force: true });
    },
  };
  return github;
}
