import type { Webhooks } from "@octokit/webhooks";
import type { Answer, Request } from "./http-server.ts";
import { fieldsOfAsk } from "./job.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { field, text } from "./payload.ts";
import type { Queue } from "./queue.ts";
import type { Reports } from "./reports.ts";
import type { Settings } from "./settings.ts";
import { askOf } from "./webhook-asks.ts";
import { reviewsOf } from "./webhook-jobs.ts";

/** What receiving needs. */
export interface Receiver {
  readonly settings: Pick<Settings, "appId" | "longestQueue">;
  /** Checks signatures, in a time that tells nothing. */
  readonly webhooks: Webhooks;
  readonly queue: Queue;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly reports: Pick<Reports, "hide" | "forget">;
  /** Jobs that wait now, as known lately. */
  waiting(): number;
}

/**
 * Takes one webhook: its signature is checked, what it asks for is stored, and only then it is acknowledged. A queue that is
 * too long refuses it: the delivery counts as failed at GitHub, and is asked for again when missed deliveries are.
 */
export async function receiveWebhook(receiver: Receiver, request: Request): Promise<Answer> {
  const { metrics, log, queue } = receiver;
  const started = performance.now();
  const [event, delivery] = [header(request, "x-github-event"), header(request, "x-github-delivery")];
  const finish = (outcome: string, answer: Answer): Answer => {
    // The event's name is the sender's: only what is signed is counted by it.
    metrics.webhooks.inc({ event: outcome === "refused" ? "" : event, outcome });
    metrics.acknowledged.observe((performance.now() - started) / 1000);
    return answer;
  };
  const signature = header(request, "x-hub-signature-256");
  if (signature === "" || !(await receiver.webhooks.verify(request.body, signature))) {
    log("warn", "webhook without a valid signature", { delivery: delivery.slice(0, 60) });
    return finish("refused", { status: 401, body: "The signature is not that of this service's secret.\n" });
  }
  const payload = parse(request.body);
  if (payload === null) return finish("unreadable", { status: 400, body: "The payload is no JSON.\n" });
  const jobs = reviewsOf(event, payload, delivery, receiver.settings.appId);
  const asked = askOf(event, payload, delivery, receiver.settings.appId);
  if (asked !== null) {
    await queue.addAsk(asked);
    log("info", "command asked for", { event, ...fieldsOfAsk(asked) });
    return finish("stored", { status: 202, body: "Stored.\n" });
  }
  if (await repositoryGone(receiver.reports, event, payload)) {
    return finish("stored", { status: 202, body: "Done.\n" });
  }
  if (jobs.length === 0) return finish("ignored", { status: 202, body: "Nothing to do.\n" });
  if (receiver.waiting() > receiver.settings.longestQueue) {
    log("warn", "webhook refused, the queue is too long", { delivery, event });
    return finish("too many", { status: 503, body: "Too much is waiting.\n", headers: { "retry-after": "600" } });
  }
  for (const job of jobs) {
    const outcome = await queue.add(job);
    log("info", "review asked for", {
      delivery,
      event,
      action: text(payload, "action"),
      installation: job.installation,
      repository: `${job.repository.owner}/${job.repository.repo}`,
      ...(job.subject.kind === "pull-request" ? { number: job.subject.number } : {}),
      head: job.subject.head,
      outcome,
    });
  }
  return finish("stored", { status: 202, body: "Stored.\n" });
}

/** A repository that is public no more, or is no more: its reports, and what was said of them, follow it. */
async function repositoryGone(reports: Receiver["reports"], event: string, payload: unknown): Promise<boolean> {
  const id = field(payload, "repository", "id");
  if (event !== "repository" || typeof id !== "number") return false;
  const action = text(payload, "action");
  if (action === "privatized") await reports.hide(id);
  else if (action === "deleted") await reports.forget(id);
  else return false;
  return true;
}

function header(request: Request, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
