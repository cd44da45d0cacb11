import type { Database } from "./database.ts";
import { field, text } from "./payload.ts";
import { ASIDE, COMMAND, type QueueCounts, REVIEW, TABLE } from "./queue.ts";

/** The queue as operators see it. */
export interface QueueStatus {
  readonly counts: QueueCounts;
  /** Seconds that the oldest waiting review has waited. */
  readonly oldest: number;
  /** The newest that were put aside. */
  readonly aside: readonly {
    readonly what: string;
    readonly head: string;
    readonly why: string;
    readonly at: string;
  }[];
  /** Those with the most waiting; `paused`: GitHub's rate limit is used up until then. */
  readonly installations: readonly { readonly id: string; readonly waiting: number; readonly paused: string | null }[];
}

/** Rows of each table. */
const SHOWN = 50;

const minuteOf = (value: unknown): string =>
  value instanceof Date ? `${value.toISOString().slice(0, 16).replace("T", " ")} UTC` : "";

/** Reads what the page for operators shows. */
export async function readQueueStatus(database: Database, counts: QueueCounts): Promise<QueueStatus> {
  const aside = await database.query(
    `SELECT data, source_output, created_on FROM ${TABLE} WHERE name = '${ASIDE}' AND state = 'created'
     ORDER BY created_on DESC LIMIT ${SHOWN}`,
  );
  const waiting = await database.query(
    `SELECT group_id, count(*)::int AS count, extract(epoch FROM now() - min(created_on))::float8 AS oldest,
       (SELECT until FROM windsock.pause WHERE installation = group_id AND until > now()) AS paused
     FROM ${TABLE} WHERE name IN ('${REVIEW}', '${COMMAND}') AND state IN ('created', 'retry')
     GROUP BY group_id ORDER BY count DESC, group_id LIMIT ${SHOWN}`,
  );
  return {
    counts,
    oldest: Math.max(0, ...waiting.map(({ oldest }) => Number(oldest ?? 0))),
    aside: aside.map(({ data, source_output: output, created_on: at }) => ({
      what: whatOf(data),
      head: text(data, "subject", "head"),
      why: text(output, "message"),
      at: minuteOf(at),
    })),
    installations: waiting.map(({ group_id: id, count, paused }) => ({
      id: String(id ?? ""),
      waiting: Number(count),
      paused: minuteOf(paused) || null,
    })),
  };
}

function whatOf(data: unknown): string {
  const repository = `${text(data, "repository", "owner")}/${text(data, "repository", "repo")}`;
  // A review has its number in its subject, what a person asks for has it itself.
  const number = field(data, "subject", "number") ?? field(data, "number");
  return typeof number === "number" ? `${repository} #${number}` : repository;
}
