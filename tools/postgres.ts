import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.ts";

const DEBIAN = "/usr/lib/postgresql";

/** The folder of PostgreSQL's programs, or `null`: that of POSTGRES_BIN, Debian's newest, or the one on the PATH. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [process.env.POSTGRES_BIN ?? "", ...versions.map((version) => join(DEBIAN, version, "bin")), onPath()];
  return places.find((place) => place !== "" && existsSync(join(place, "initdb"))) ?? null;
}

function onPath(): string {
  try {
    return execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/** Makes sure that there is a PostgreSQL for the bot's tests: on Debian as root by apt, elsewhere by saying what to install. */
export function makePostgres(): void {
  if (findPostgres() !== null) return;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"]);
    return;
  }
  console.error(
    "The bot's tests need a PostgreSQL server, and none was found. Install PostgreSQL, or set POSTGRES_BIN to the folder with initdb.",
  );
  process.exit(1);
}
