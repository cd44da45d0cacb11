import type { Database } from "./database.ts";

/** Seconds that a job waits for a rate limit by itself; a longer one pauses its installation, so that others have its place. */
export const LONGEST_WAIT = 5;

/** GitHub's rate limit of an installation is used up: its jobs wait until then, in milliseconds since 1970. */
export class RateLimited extends Error {
  readonly until: number;

  constructor(until: number) {
    super(`GitHub's rate limit is used up until ${new Date(until).toISOString()}`);
    this.until = until;
  }
}

/** Notes that an installation has to wait; one that has to wait longer already goes on to do so. */
export async function pauseInstallation(database: Database, installation: number, until: number): Promise<void> {
  await database.query(
    `INSERT INTO windsock.pause (installation, until) VALUES ($1, to_timestamp($2::float8 / 1000))
     ON CONFLICT (installation) DO UPDATE SET until = greatest(pause.until, excluded.until)`,
    [String(installation), until],
  );
  await database.query("DELETE FROM windsock.pause WHERE until < now() - interval '1 hour'");
}
