import { lstat, readFile, realpath, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Path } from "../model/path.ts";

/** What became of one file that was to be fixed. */
export type Written = "written" | "differs" | "no file" | "name taken";

/**
 * Writes a fixed text to its file below `root`, with the line ends that the file has on disk. Only where the file still
 * holds what was read (`before`), is a plain file, and is reached through no link. With another name (`to`, in the same
 * folder) it is renamed too, where no other file has that name.
 */
export async function writeFixed(root: string, path: Path, to: Path, before: string, after: string): Promise<Written> {
  const place = join(root, path);
  const stat = await lstat(place).catch(() => null);
  if (!stat?.isFile() || (await realpath(place)) !== join(await realpath(root), path)) return "no file";
  const bytes = await readFile(place);
  const disk = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const windows = before.replace(/\r?\n/g, "\r\n");
  const text = disk === before ? after : disk === windows ? after.replace(/\r?\n/g, "\r\n") : null;
  if (text === null || !bytes.equals(Buffer.from(disk))) return "differs";
  // Where letter case makes no difference, the new name is the file itself.
  const other = to === path ? null : await lstat(join(root, to)).catch(() => null);
  if (other && (other.ino !== stat.ino || other.dev !== stat.dev)) return "name taken";
  if (text !== disk) await writeFile(place, text);
  if (to !== path) await rename(place, join(root, to));
  return "written";
}
