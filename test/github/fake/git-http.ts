import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers one request of git's smart HTTP protocol by `git http-backend`, over the repositories below `root`. With `cut` the
 * connection breaks in the middle of the answer.
 */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  options: { root: string; pathInfo: string; query: string; user: string; cut?: boolean },
  /** Called when git has done its work, before the answer ends. */
  done: () => void = () => {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const header = (name: string): string => String(request.headers[name] ?? "");
    const child = spawn("git", ["http-backend"], {
      env: {
        PATH: process.env.PATH,
        HOME: options.root,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_PROJECT_ROOT: options.root,
        GIT_HTTP_EXPORT_ALL: "1",
        PATH_INFO: options.pathInfo,
        QUERY_STRING: options.query,
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: header("content-type"),
        HTTP_CONTENT_ENCODING: header("content-encoding"),
        GIT_PROTOCOL: header("git-protocol"),
        REMOTE_USER: options.user,
        REMOTE_ADDR: "127.0.0.1",
      },
    });
    child.on("error", reject);
    child.stdin.on("error", () => {});
    request.pipe(child.stdin);
    child.stderr.resume();
    let head: Buffer | null = Buffer.alloc(0);
    const send = (chunk: Buffer): void => {
      if (options.cut !== true) response.write(chunk);
      else if (chunk.length > 0)
        response.write(chunk.subarray(0, chunk.length >> 1), () => response.socket?.resetAndDestroy());
    };
    child.stdout.on("data", (chunk: Buffer) => {
      if (head === null) {
        send(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      let status = 200;
      for (const line of head.subarray(0, end).toString("latin1").split("\r\n")) {
        const colon = line.indexOf(":");
        const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
        if (name === "Status") status = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.writeHead(status);
      send(head.subarray(end + 4));
      head = null;
    });
    child.on("close", () => {
      done();
      response.end();
      resolve();
    });
  });
}
