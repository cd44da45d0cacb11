import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { throughProxy } from "./client.ts";
import { reason } from "./explain-error.ts";
import type { Pace } from "./pace.ts";

/**
 * Where the runner lets a job keep files: ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN. GitHub Enterprise Server offers
 * no such service.
 */
export interface ArtifactService {
  readonly url: string;
  readonly token: string;
}

/** One file, kept as it is: a browser shows it where it can. Its name is the artifact's. */
export interface ArtifactFile {
  readonly name: string;
  readonly type: "text/html" | "application/json";
  readonly content: Uint8Array<ArrayBuffer>;
}

/** How long an upload may take: the waits between two tries, one try, and all of it. */
export interface ArtifactPace extends Pick<Pace, "second" | "answer"> {
  readonly deadline: AbortSignal;
}

/** What became of a file. `why`: one line that names the request that failed. */
export type ArtifactOutcome =
  | { readonly ok: true; readonly id: string }
  /** `absent`: there is no such service at this address. */
  | { readonly ok: false; readonly absent: boolean; readonly why: string };

/** How often a request is tried. */
const TRIES = 3;

const SERVICE = "twirp/github.actions.results.api.v1.ArtifactService";

/** The version of the service's artifacts that are kept without a zip archive around them. */
const VERSION = 7;

/**
 * Keeps a file as an artifact of the running job, and gives the artifact's id. The requests are those of GitHub's own client
 * (`@actions/artifact` 6.2.1, `upload-artifact.ts` with `skipArchive`, and `blob-upload.ts`): the service names a signed
 * address, the file goes there as a blob of one block, and the service is told its size and SHA-256. That client is not used
 * itself: it would double the Action's bundle, and its time and its tries, up to minutes each, cannot be bounded. Failing
 * servers and broken connections are tried again, each request three times. Never throws.
 */
export async function uploadArtifact(
  service: ArtifactService,
  file: ArtifactFile,
  pace: ArtifactPace,
): Promise<ArtifactOutcome> {
  try {
    return { ok: true, id: await upload(service, file, pace) };
  } catch (error) {
    const why = reason(error);
    return { ok: false, absent: why.startsWith("CreateArtifact: status 404"), why };
  }
}

async function upload(service: ArtifactService, file: ArtifactFile, pace: ArtifactPace): Promise<string> {
  const job = jobOf(service.token);
  const { signed_upload_url: signed } = await call(service, pace, "CreateArtifact", {
    ...job,
    name: file.name,
    version: VERSION,
    mime_type: file.type,
  });
  if (typeof signed !== "string" || !URL.canParse(signed)) throw new Error("CreateArtifact: no address to upload to");
  await putBlob(new URL(signed), file, pace);
  const { artifact_id: id } = await call(service, pace, "FinalizeArtifact", {
    ...job,
    name: file.name,
    size: String(file.content.length),
    hash: `sha256:${createHash("sha256").update(file.content).digest("hex")}`,
  });
  if (typeof id !== "string" || !/^\d+$/.test(id)) throw new Error("FinalizeArtifact: no id of the artifact");
  return id;
}

/** The run and the job that a runner's token belongs to: the scope `Actions.Results:RUN:JOB` in it. */
function jobOf(token: string): { workflow_run_backend_id: string; workflow_job_run_backend_id: string } {
  const scopes = scopesIn(token.split(".")[1] ?? "");
  const [, run, job] = scopes.map((scope) => scope.split(":")).find(([name]) => name === "Actions.Results") ?? [];
  if (!run || !job) throw new Error("the runner's token names no run");
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}

function scopesIn(payload: string): readonly string[] {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const scopes: unknown = isRecord(claims) ? claims.scp : null;
    return typeof scopes === "string" ? scopes.split(" ") : [];
  } catch {
    return [];
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

async function call(
  { url, token }: ArtifactService,
  pace: ArtifactPace,
  method: "CreateArtifact" | "FinalizeArtifact",
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const address = new URL(`/${SERVICE}/${method}`, url);
  const answer = await send(method, address, { method: "POST", headers, body: JSON.stringify(body) }, pace);
  const read: unknown = await answer.json().catch(() => null);
  if (!isRecord(read) || read.ok !== true) throw new Error(`${method}: the service did not agree`);
  return read;
}

/** Uploads the content as one block, and makes it the blob. */
async function putBlob(address: URL, { type, content }: ArtifactFile, pace: ArtifactPace): Promise<void> {
  const at = (more: Readonly<Record<string, string>>): URL => {
    const url = new URL(address);
    for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
    return url;
  };
  const id = Buffer.from("0".repeat(16)).toString("base64");
  const block = { method: "PUT", body: content, headers: { "content-type": "application/octet-stream" } };
  await send("upload", at({ comp: "block", blockid: id }), block, pace);
  const body = `<?xml version="1.0" encoding="utf-8"?><BlockList><Latest>${id}</Latest></BlockList>`;
  const headers = { "content-type": "application/xml", "x-ms-blob-content-type": type };
  await send("upload", at({ comp: "blocklist" }), { method: "PUT", body, headers }, pace);
}

/** Sends a request until it is answered well. An error says which request it was, and never its address, which is signed. */
async function send(what: string, url: URL, init: RequestInit, pace: ArtifactPace): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const { answer, why } = await tryOnce(url, init, pace);
    if (answer?.ok) return answer;
    const mayPassLater = answer === null || answer.status >= 500 || answer.status === 429;
    if (attempt === TRIES || !mayPassLater || pace.deadline.aborted) throw new Error(`${what}: ${why}`);
    await setTimeout(attempt * pace.second);
  }
}

async function tryOnce(
  url: URL,
  init: RequestInit,
  pace: ArtifactPace,
): Promise<{ readonly answer: Response | null; readonly why: string }> {
  try {
    const answer = await throughProxy(url, {
      ...init,
      signal: AbortSignal.any([AbortSignal.timeout(pace.answer), pace.deadline]),
    });
    const body: unknown = answer.ok ? null : await answer.json().catch(() => null);
    const words = isRecord(body) && typeof body.msg === "string" ? ` (${reason(body.msg)})` : "";
    return { answer, why: `status ${answer.status}${words}` };
  } catch (error) {
    return { answer: null, why: reason(error) };
  }
}
