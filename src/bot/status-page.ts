import { VERSION } from "../model/tool-version.ts";
import { element, type Html, joinHtml } from "../report/html/html-text.ts";
import type { Answer, Request } from "./http-server.ts";
import { plainPage } from "./plain-page.ts";
import type { QueueStatus } from "./queue-status.ts";
import { sameText } from "./sealed.ts";

/** What the page for operators shows. */
export interface ServiceStatus {
  readonly state: string;
  readonly database: string;
  /** Seconds since this process started. */
  readonly seconds: number;
  readonly queue: QueueStatus;
}

/** `GET /status`: for who has the token, as the password of HTTP's basic authentication; any name will do. */
export async function showStatus(
  token: string,
  status: () => Promise<ServiceStatus>,
  request: Request,
): Promise<Answer> {
  const [scheme = "", value = ""] = (request.headers.authorization ?? "").split(" ");
  const [, ...password] = Buffer.from(value, "base64").toString("utf8").split(":");
  if (scheme.toLowerCase() !== "basic" || !sameText(password.join(":"), token)) {
    const page = plainPage(401, "For operators only", ["The password is STATUS_TOKEN of this service."]);
    return { ...page, headers: { ...page.headers, "www-authenticate": 'Basic realm="Windsock", charset="UTF-8"' } };
  }
  const { state, database, seconds, queue } = await status();
  const { waiting, active, aside } = queue.counts;
  return plainPage(200, "Windsock", [
    table(
      ["", ""],
      [
        ["version", VERSION],
        ["this process", `${state}, for ${inWords(seconds)}`],
        ["database", database],
        ["reviews that wait", `${waiting}${waiting > 0 ? `, the oldest for ${inWords(queue.oldest)}` : ""}`],
        ["reviews that run", `${active}`],
        ["reviews put aside", `${aside}`],
      ],
    ),
    element("h2", {}, "Put aside"),
    queue.aside.length === 0
      ? element("p", {}, "None.")
      : table(
          ["what", "commit", "why", "when"],
          queue.aside.map(({ what, head, why, at }) => [what, head.slice(0, 10), why, at]),
        ),
    element("h2", {}, "Installations with work waiting"),
    queue.installations.length === 0
      ? element("p", {}, "None.")
      : table(
          ["installation", "waiting", "paused until"],
          queue.installations.map(({ id, waiting: count, paused }) => [id, `${count}`, paused ?? ""]),
        ),
  ]);
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): Html =>
  element(
    "table",
    {},
    element("tr", {}, joinHtml(heads.map((head) => element("th", {}, head)))),
    joinHtml(rows.map((row) => element("tr", {}, joinHtml(row.map((cell) => element("td", {}, cell)))))),
  );

/** Seconds as people say them: the largest two units. */
function inWords(seconds: number): string {
  const units = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ] as const;
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? "" : "s"}`);
  }
  return parts.slice(0, 2).join(" ") || "0 seconds";
}
