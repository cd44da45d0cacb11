import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { findPostgres } from "../../../tools/postgres.ts";

/** A PostgreSQL server of the tests' own, on a socket in its folder: no port that another server could take. */
export interface Postgres {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a server in a new folder. It does not run as root, so root becomes the user that Debian's package made. `durable`: it
 * waits for the disk, as a server does; the tests need not.
 */
export async function startPostgres({ durable = false } = {}): Promise<Postgres> {
  const bin = findPostgres();
  if (bin === null) throw new Error("no PostgreSQL was found: npm test installs it on Debian, else set POSTGRES_BIN");
  const folder = mkdtempSync(join(tmpdir(), "windsock-postgres-"));
  const data = join(folder, "data");
  const root = process.getuid?.() === 0;
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const who = root ? { uid: id("-u"), gid: id("-g") } : {};
  if ("uid" in who) chownSync(folder, who.uid ?? 0, who.gid ?? 0);
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "windsock", "-A", "trust", "--no-sync", "-E", "UTF8"], {
    ...who,
    cwd: folder,
    stdio: "pipe",
  });
  const settings = ["listen_addresses=", `unix_socket_directories=${folder}`, `fsync=${durable ? "on" : "off"}`];
  const server = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
    ...who,
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const address = (database: string): string => `postgres://windsock@localhost/${database}?host=${folder}`;
  await connected(address("postgres"));
  let made = 0;
  return {
    async createDatabase() {
      made += 1;
      const client = new Client({ connectionString: address("postgres") });
      await client.connect();
      await client.query(`CREATE DATABASE bot_${made}`);
      await client.end();
      return address(`bot_${made}`);
    },
    async stop() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the server takes connections. */
async function connected(connectionString: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const client = new Client({ connectionString });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tried === 2400) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
