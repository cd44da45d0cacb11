import type { Database } from "./database.ts";
import type { Answer, Routes } from "./http-server.ts";
import type { Metrics } from "./metrics.ts";
import type { Queue } from "./queue.ts";
import { readQueueStatus } from "./queue-status.ts";
import { type Receiver, receiveWebhook } from "./receive-webhook.ts";
import { showReport } from "./report-page.ts";
import type { Reports } from "./reports.ts";
import { keysOf } from "./sealed.ts";
import type { Settings } from "./settings.ts";
import { createSignIn } from "./sign-in.ts";
import { showStatus } from "./status-page.ts";

/** What the service's addresses show. */
export interface ServiceParts {
  readonly settings: Settings;
  readonly receiver: Receiver;
  readonly database: Database;
  readonly queue: Queue;
  readonly metrics: Metrics;
  readonly reports: Reports;
  state(): "starting" | "ready" | "stopping";
}

/** The addresses of the service (docs/bot.md lists them). Reports have pages where PUBLIC_URL is set, and the status page a token. */
export function serviceRoutes(parts: ServiceParts): Routes {
  const { settings, receiver, database, queue, metrics } = parts;
  const plain = (status: number, body: string): Answer => ({ status, body });
  const started = performance.now();
  return {
    "POST /webhook": (request) => receiveWebhook(receiver, request),
    "GET /healthz": async () => plain(200, "ok\n"),
    "GET /readyz": async () => {
      if (parts.state() !== "ready") return plain(503, `${parts.state()}\n`);
      await database.query("SELECT 1");
      return plain(200, "ready\n");
    },
    "GET /metrics": async () => ({
      ...plain(200, await metrics.text()),
      headers: { "content-type": metrics.contentType },
    }),
    ...reportRoutes(parts),
    ...statusRoute(settings.statusToken, async () => ({
      state: parts.state(),
      database: database.kind,
      seconds: (performance.now() - started) / 1000,
      queue: await readQueueStatus(database, await queue.counts()),
    })),
  };
}

function reportRoutes({ settings, reports }: ServiceParts): Routes {
  const { publicUrl, client } = settings;
  if (publicUrl === null) return {};
  const keys = keysOf(settings.privateKey);
  const signIn = client && createSignIn(settings, publicUrl, client, keys);
  return {
    "GET /review/*": (request) => showReport({ reports, key: keys.address, signIn }, request),
    ...(signIn === null ? {} : { "GET /sign-in/done": (request) => signIn.finish(request) }),
  };
}

const statusRoute = (token: string | null, status: Parameters<typeof showStatus>[1]): Routes =>
  token === null ? {} : { "GET /status": (request) => showStatus(token, status, request) };
