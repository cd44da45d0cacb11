import type { Database } from "./database.ts";

/** A report as it is kept: an HTML file, compressed. */
export interface Report {
  readonly repository: { readonly id: number; readonly owner: string; readonly repo: string };
  /** False: an address with a signature is enough to read it. */
  readonly isPrivate: boolean;
  /** Its content security policy, with the hashes of its own script and styles. */
  readonly policy: string;
  /** gzip. */
  readonly content: Uint8Array;
}

/** Reports of reviews, in the database: every process can show each of them. */
export interface Reports {
  /** Keeps a report in place of an earlier one of the same id. */
  keep(id: string, report: Report): Promise<void>;
  find(id: string): Promise<Report | null>;
  /** A repository is public no more: from now on signatures are not enough. */
  hide(repository: number): Promise<void>;
  /** Removes the reports of a repository. */
  forget(repository: number): Promise<void>;
  /** Removes what is too old, and the oldest ones until the rest fits. */
  evict(): Promise<void>;
}

const MIB = 1024 * 1024;

/** Reports are counted anew when this process has added so much of the space. */
const PART = 32;

/** `space`: MiB of all reports; `days`: how long one is kept. */
export function openReports(database: Database, space: number, days: number): Reports {
  let added = 0;
  const evict = async (): Promise<void> => {
    added = 0;
    await database.query(
      `DELETE FROM windsock.report WHERE written_at < now() - make_interval(days => $2::int) OR id IN (
         SELECT id FROM (SELECT id, sum(bytes) OVER (ORDER BY written_at DESC, id) AS total FROM windsock.report) AS summed
         WHERE total > $1::bigint
       )`,
      [space * MIB, days],
    );
  };
  return {
    async keep(id, { repository, isPrivate, policy, content }) {
      await database.query(
        `INSERT INTO windsock.report (id, repository, owner, name, private, policy, bytes, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, name = excluded.name, private = excluded.private,
           policy = excluded.policy, bytes = excluded.bytes, content = excluded.content, written_at = now()`,
        [id, repository.id, repository.owner, repository.repo, isPrivate, policy, content.length, content],
      );
      added += content.length;
      if (added * PART >= space * MIB) await evict();
    },
    async find(id) {
      const [row] = await database.query("SELECT * FROM windsock.report WHERE id = $1", [id]);
      if (row === undefined || !(row.content instanceof Uint8Array)) return null;
      return {
        repository: { id: Number(row.repository), owner: String(row.owner), repo: String(row.name) },
        isPrivate: row.private !== false,
        policy: String(row.policy),
        content: row.content,
      };
    },
    async hide(repository) {
      await database.query("UPDATE windsock.report SET private = true WHERE repository = $1", [repository]);
    },
    async forget(repository) {
      await database.query("DELETE FROM windsock.report WHERE repository = $1", [repository]);
    },
    evict,
  };
}
