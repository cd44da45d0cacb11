import type { Database } from "./database.ts";

/** Changes of our own tables, in order. One that was released is never edited: a further one comes after it. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE windsock.known (
     key text PRIMARY KEY,
     value jsonb NOT NULL,
     written_at timestamptz NOT NULL DEFAULT now()
   )`,
  // Of pull requests, by the repository's id and their number. `revision` counts what changes their reports beside pushes,
  // `shown` is what the newest report has.
  `CREATE TABLE windsock.pull (
     repository bigint NOT NULL,
     number int NOT NULL,
     revision int NOT NULL DEFAULT 0,
     shown int NOT NULL DEFAULT 0,
     PRIMARY KEY (repository, number)
   );
   CREATE TABLE windsock.acceptance (
     repository bigint NOT NULL,
     number int NOT NULL,
     fingerprint text NOT NULL,
     digest text NOT NULL,
     author text NOT NULL,
     reason text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (repository, number, fingerprint)
   );
   CREATE TABLE windsock.question (
     repository bigint NOT NULL,
     number int NOT NULL,
     comment bigint NOT NULL,
     author text NOT NULL,
     word text NOT NULL,
     rest text NOT NULL,
     answered boolean NOT NULL DEFAULT false,
     apart boolean NOT NULL DEFAULT false,
     PRIMARY KEY (repository, number, comment)
   )`,
  // Reports of reviews; their content is compressed already.
  `CREATE TABLE windsock.report (
     id text PRIMARY KEY,
     repository bigint NOT NULL,
     owner text NOT NULL,
     name text NOT NULL,
     private boolean NOT NULL,
     policy text NOT NULL,
     bytes int NOT NULL,
     content bytea NOT NULL,
     written_at timestamptz NOT NULL DEFAULT now()
   );
   ALTER TABLE windsock.report ALTER COLUMN content SET STORAGE EXTERNAL;
   CREATE INDEX report_age ON windsock.report (written_at DESC, id);
   CREATE INDEX report_repository ON windsock.report (repository)`,
  // Installations that wait for GitHub's rate limit, by the id that their jobs have as a group.
  `CREATE TABLE windsock.pause (installation text PRIMARY KEY, until timestamptz NOT NULL)`,
];

/** Any number, but the same in all processes: who holds it migrates, the others wait. */
const LOCK = 7_467_301;

/** Brings our own tables up to date; several processes may do so at once, and a newer version's tables are left alone. */
export async function migrate(database: Database): Promise<void> {
  const steps = MIGRATIONS.map(
    (statement, index) => `
      IF version < ${index + 1} THEN
        ${statement};
        INSERT INTO windsock.migration (version) VALUES (${index + 1});
      END IF;`,
  );
  await database.script(`
    SELECT pg_advisory_xact_lock(${LOCK});
    CREATE SCHEMA IF NOT EXISTS windsock;
    CREATE TABLE IF NOT EXISTS windsock.migration (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
    DO $migrate$
    DECLARE version int := (SELECT coalesce(max(m.version), 0) FROM windsock.migration m);
    BEGIN
      ${steps.join("\n")}
    END
    $migrate$;
  `);
}

/** What the service remembers from one start to the next; `null`: nothing. */
export async function recall(database: Database, key: string): Promise<unknown> {
  const rows = await database.query("SELECT value FROM windsock.known WHERE key = $1", [key]);
  return rows[0]?.value ?? null;
}

export async function remember(database: Database, key: string, value: unknown): Promise<void> {
  await database.query(
    `INSERT INTO windsock.known (key, value) VALUES ($1, $2::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, written_at = now()`,
    [key, JSON.stringify(value)],
  );
}

export async function forget(database: Database, key: string): Promise<void> {
  await database.query("DELETE FROM windsock.known WHERE key = $1", [key]);
}
