import type { Database } from "./database.ts";

/** Changes of our own tables, in order. One that was released is never edited: a further one comes after it. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE windsock.known (
     key text PRIMARY KEY,
     value jsonb NOT NULL,
     written_at timestamptz NOT NULL DEFAULT now()
   )`,
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
