import { join } from "node:path";
import type { Results } from "@electric-sql/pglite";
import { Pool } from "pg";
import { type ConstructorOptions, fromPglite } from "pg-boss";
import { UserError } from "../snapshot/user-error.ts";
import { lockFolder } from "./folder-lock.ts";
import type { Settings } from "./settings.ts";

type Row = Record<string, unknown>;

/** The database of the service: a PostgreSQL server, or PGlite in the data folder. */
export interface Database {
  readonly kind: "postgres" | "pglite";
  /** What pg-boss needs to use it. */
  readonly boss: ConstructorOptions;
  /** Runs one statement with `$1` parameters. */
  query(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without parameters, as one transaction. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Connections of one process to the server, beside those of pg-boss. */
const CONNECTIONS = 4;

/** Opens the database that the settings name. Throws a `UserError` where it is in use or not installed. */
export async function openDatabase(
  settings: Pick<Settings, "databaseUrl" | "dataFolder">,
  onError: (error: Error) => void,
): Promise<Database> {
  return settings.databaseUrl === null
    ? openFolder(join(settings.dataFolder, "database"))
    : openServer(settings.databaseUrl, onError);
}

function openServer(connectionString: string, onError: (error: Error) => void): Database {
  const pool = new Pool({ connectionString, max: CONNECTIONS, connectionTimeoutMillis: 5000 });
  pool.on("error", onError);
  return {
    kind: "postgres",
    boss: { connectionString, max: 10 },
    query: async (text, values = []) => (await pool.query<Row>(text, [...values])).rows,
    async script(text) {
      // Sent as one message, which the server runs as one transaction.
      await pool.query(text);
    },
    close: () => pool.end(),
  };
}

async function openFolder(folder: string): Promise<Database> {
  const release = lockFolder(folder);
  const { PGlite } = await loadPglite();
  const pglite = await PGlite.create(join(folder, "pglite"));
  return {
    kind: "pglite",
    boss: { db: fromPglite(pglite), backend: "pglite" },
    async query(text, values = []) {
      const { rows }: Results<Row> = await pglite.query<Row>(text, [...values]);
      return rows;
    },
    async script(text) {
      await pglite.transaction((transaction) => transaction.exec(text));
    },
    async close() {
      await pglite.close();
      release();
    },
  };
}

/** PGlite is large and stays outside the bundle: it is loaded where it is installed. */
async function loadPglite(): Promise<typeof import("@electric-sql/pglite")> {
  try {
    // The bundler must leave this alone: hoisted, it would be needed at every start.
    return await import(/* webpackIgnore: true */ "@electric-sql/pglite");
  } catch {
    throw new UserError(
      "no DATABASE_URL is set, and the embedded database is not installed",
      "Set DATABASE_URL, or run: npm install @electric-sql/pglite@0.5.16",
    );
  }
}
