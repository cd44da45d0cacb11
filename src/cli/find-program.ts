import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import type { Host } from "./host.ts";

/**
 * A program of this name on the person's PATH, or `null`. Relative entries of PATH are passed over: they would reach into
 * the repository that is looked at, and nothing of it is ever run.
 */
export async function findProgram(host: Host, names: readonly string[]): Promise<string | null> {
  const folders = (host.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isProgram(path)) return path;
    }
  }
  return null;
}

/** True for a file that may be run. */
export const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
