import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What a job has kept. */
export interface KeptArtifact {
  readonly id: string;
  readonly name: string;
  /** What a browser is told that the file is. */
  readonly type: string | null;
  readonly content: Buffer;
}

/** What goes wrong with a request; `null`: nothing. */
export type ArtifactFault = { readonly status: number; readonly message?: string } | "reset" | "silence" | null;

/** The artifact service of a run on loopback, and the store that its signed addresses lead to. */
export interface FakeArtifactService {
  /** As in ACTIONS_RESULTS_URL. */
  readonly url: string;
  /** As in ACTIONS_RUNTIME_TOKEN: a token whose scopes name the run and the job. */
  readonly token: string;
  readonly kept: KeptArtifact[];
  /** Every request, in order: `CreateArtifact`, `block`, `blocklist`, `FinalizeArtifact`. */
  readonly requests: string[];
  /** What was wrong with requests. A test expects none. */
  readonly invalid: string[];
  /** Asked at every request; `nth` counts those of its kind from 1. */
  fault: (request: string, nth: number) => ArtifactFault;
  close(): Promise<void>;
}

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly blocks: Map<string, Buffer>;
  blob: { readonly type: string | null; readonly content: Buffer } | null;
}

const [RUN, JOB] = ["ce7f54c7-61c7-4aae-887f-30da475f5f1a", "ca395085-040a-526b-2ce8-bdc85f692774"];
const SERVICE = "/twirp/github.actions.results.api.v1.ArtifactService/";

/**
 * Starts the service. It takes what `@actions/artifact` 6.2.1 sends (`artifact.proto` as JSON; Azure's Put Block and
 * Put Block List), and refuses everything else: https://learn.microsoft.com/rest/api/storageservices/put-block-list.
 */
export async function startFakeArtifactService(): Promise<FakeArtifactService> {
  const claims = { scp: `Actions.Example Actions.Results:${RUN}:${JOB}` };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = [part({ alg: "none" }), part(claims), "signature"].join(".");
  const uploads = new Map<string, Upload>();
  const counts = new Map<string, number>();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", service.url);
    const body = await readBody(request);
    const what = url.searchParams.get("comp") ?? url.pathname.slice(SERVICE.length);
    const nth = (counts.get(what) ?? 0) + 1;
    counts.set(what, nth);
    service.requests.push(what);
    const fault = service.fault(what, nth);
    if (fault === "silence") return;
    if (fault === "reset") {
      response.socket?.resetAndDestroy();
      return;
    }
    const answer = (status: number, value: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    if (fault !== null) answer(fault.status, fault.message === undefined ? {} : { msg: fault.message });
    else if (url.pathname.startsWith(SERVICE)) answer(...serve(what, request, body));
    else answer(store(url, request, body), {});
  });

  const wrong = (words: string): [status: number, body: unknown] => {
    service.invalid.push(words);
    return [400, { code: "invalid_argument", msg: words }];
  };

  function serve(what: string, request: IncomingMessage, body: Buffer): [status: number, body: unknown] {
    if (request.method !== "POST" || !/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
      return wrong(`${what}: not a JSON call`);
    }
    if (request.headers.authorization !== `Bearer ${token}`) return [401, { code: "unauthenticated", msg: "no token" }];
    const fields: Record<string, unknown> = JSON.parse(body.toString("utf8"));
    const { workflow_run_backend_id: run, workflow_job_run_backend_id: job, name } = fields;
    if (run !== RUN || job !== JOB) return wrong(`${what}: another run`);
    if (typeof name !== "string" || !/^[^":<>|*?\r\n\\/]+$/.test(name)) return wrong(`${what}: not a name`);
    if (what === "CreateArtifact") {
      if (fields.version !== 7 || typeof fields.mime_type !== "string") return wrong("CreateArtifact: not version 7");
      if (service.kept.some((one) => one.name === name)) {
        return [409, { code: "already_exists", msg: "an artifact with this name already exists on the workflow run" }];
      }
      const id = String(uploads.size + 1);
      uploads.set(id, { name, mimeType: fields.mime_type, blocks: new Map(), blob: null });
      return [200, { ok: true, signed_upload_url: `${service.url}/blob/${id}?sig=secret%2Bsignature` }];
    }
    if (what !== "FinalizeArtifact") return [404, { code: "bad_route", msg: "no such call" }];
    const [id, upload] = [...uploads].findLast(([, one]) => one.name === name) ?? [];
    if (id === undefined || !upload?.blob) return wrong("FinalizeArtifact: nothing was uploaded");
    const { content, type } = upload.blob;
    if (fields.size !== String(content.length)) return wrong("FinalizeArtifact: another size");
    if (fields.hash !== `sha256:${createHash("sha256").update(content).digest("hex")}`) {
      return wrong("FinalizeArtifact: another hash");
    }
    service.kept.push({ id: `70${id}`, name, type: type ?? upload.mimeType, content });
    return [200, { ok: true, artifact_id: `70${id}` }];
  }

  function store(url: URL, request: IncomingMessage, body: Buffer): number {
    const upload = uploads.get(url.pathname.replace("/blob/", ""));
    if (!upload || request.method !== "PUT" || request.headers.authorization !== undefined) return wrong("no blob")[0];
    if (url.searchParams.get("sig") !== "secret+signature") return wrong("another signature")[0];
    if (Number(request.headers["content-length"]) !== body.length) return wrong("no content-length")[0];
    if (url.searchParams.get("comp") === "block") {
      upload.blocks.set(url.searchParams.get("blockid") ?? "", body);
      return 201;
    }
    const ids = [...body.toString("utf8").matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = ""]) => id);
    const parts = ids.map((id) => upload.blocks.get(id));
    if (url.searchParams.get("comp") !== "blocklist" || ids.length === 0 || parts.includes(undefined)) {
      return wrong("no list of blocks")[0];
    }
    const type = request.headers["x-ms-blob-content-type"];
    upload.blob = {
      type: typeof type === "string" ? type : null,
      content: Buffer.concat(parts.map((one) => one ?? Buffer.alloc(0))),
    };
    return 201;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const service: FakeArtifactService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    kept: [],
    requests: [],
    invalid: [],
    fault: () => null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
