import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "../snapshot/user-error.ts";

/**
 * Takes a folder for this process alone; throws a `UserError` where another has it. The system itself lets go of the lock when
 * the process ends, however it ends: it is SQLite's own lock on the file `lock`.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, "lock"));
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch {
    database.close();
    throw new UserError(
      `another process uses the folder \`${folder}\``,
      "End that process, give this one its own DATA_FOLDER, or share a PostgreSQL server by DATABASE_URL.",
    );
  }
  return () => database.close();
}
