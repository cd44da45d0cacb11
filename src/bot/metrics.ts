import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { QueueCounts } from "./queue.ts";

/** What the service counts, for Prometheus. */
export interface Metrics {
  readonly webhooks: Counter<"event" | "outcome">;
  /** Seconds from a webhook's arrival to its acknowledgement. */
  readonly acknowledged: Histogram;
  readonly reviews: Counter<"outcome">;
  readonly commands: Counter<"word" | "outcome">;
  /** Seconds of one review, with fetching and publishing. */
  readonly reviewed: Histogram;
  readonly contentType: string;
  text(): Promise<string>;
}

/** Makes a registry of its own; `counts` is asked when the metrics are read. */
export function createMetrics(counts: () => Promise<QueueCounts>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: "windsock_jobs",
    help: "Jobs of the queue by state; those aside were given up",
    labelNames: ["state"],
    registers,
    async collect() {
      const { waiting, active, aside } = await counts();
      this.set({ state: "waiting" }, waiting);
      this.set({ state: "active" }, active);
      this.set({ state: "aside" }, aside);
    },
  });
  return {
    webhooks: new Counter({
      name: "windsock_webhooks_total",
      help: "Webhooks by event and by what became of them",
      labelNames: ["event", "outcome"],
      registers,
    }),
    acknowledged: new Histogram({
      name: "windsock_webhook_seconds",
      help: "Seconds from a webhook's arrival to its acknowledgement",
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    reviews: new Counter({
      name: "windsock_reviews_total",
      help: "Reviews by what became of them",
      labelNames: ["outcome"],
      registers,
    }),
    commands: new Counter({
      name: "windsock_commands_total",
      help: "Commands and buttons by their word and by what became of them",
      labelNames: ["word", "outcome"],
      registers,
    }),
    reviewed: new Histogram({
      name: "windsock_review_seconds",
      help: "Seconds of a review, with fetching and publishing",
      buckets: [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300],
      registers,
    }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
