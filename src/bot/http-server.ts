import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer to one request. */
export interface Answer {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** One request, with its whole body. */
export interface Request {
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Answers of the service by method and path, such as `POST /webhook`; `*` stands for the last part of a path. */
export type Routes = Readonly<Record<string, (request: Request) => Promise<Answer>>>;

/** GitHub sends no webhook above 25 MB (https://docs.github.com/webhooks/webhook-events-and-payloads). */
const LARGEST_BODY = 25_000_000;

/** Milliseconds for one request to arrive. */
const ARRIVAL = 30_000;

export interface HttpServer {
  readonly port: number;
  /** Takes no more connections and ends when the last request is answered. */
  close(): Promise<void>;
}

/** Serves `routes`. A route that throws is answered with 500, without its words: `onError` gets them. */
export async function startHttpServer(
  routes: Routes,
  place: { readonly host: string; readonly port: number },
  onError: (error: unknown, path: string) => void,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error) => {
      onError(error, request.url ?? "");
      send(response, { status: 500, body: "The service failed.\n" });
    });
  });
  server.requestTimeout = ARRIVAL;
  await listen(server, place);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

const listen = (server: Server, { host, port }: { host: string; port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = URL.parse(request.url ?? "/", "http://service");
  const route = url === null ? undefined : routeOf(routes, request.method ?? "", url.pathname);
  if (url === null || route === undefined) {
    send(response, { status: 404, body: "There is nothing here.\n", headers: { connection: "close" } });
    return;
  }
  const body = await readBody(request);
  if (body === null) send(response, { status: 413, body: "Too large.\n", headers: { connection: "close" } });
  else send(response, await route({ url, headers: request.headers, body }));
}

const routeOf = (routes: Routes, method: string, path: string): Routes[string] | undefined =>
  routes[`${method} ${path}`] ?? routes[`${method} ${path.slice(0, path.lastIndexOf("/") + 1)}*`];

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
    ),
  });
  response.end(body);
}
