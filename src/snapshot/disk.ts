import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { join } from "node:path";
import { folderOf, type Path } from "../model/path.ts";
import type { Content, Entry } from "../model/snapshot.ts";
import { contentOf, LARGEST_FILE } from "./blobs.ts";

/** One file of a disk: its entry, and its bytes or why there are none. */
export interface DiskFile {
  readonly entry: Entry & { readonly kind: "file" | "symlink" };
  readonly content: Content;
}

/** The id that git gives to these bytes: the hash of a header and the bytes. */
export const blobId = (bytes: Uint8Array, algorithm: string): string =>
  createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");

/** Reads files below `root` without ever following a link: neither the file's own, nor one of its folders'. */
export function diskReader(root: string, algorithm: string): (path: Path) => Promise<DiskFile | null> {
  const folders = new Map<Path, Promise<boolean>>();
  const isRealFolder = (folder: Path): Promise<boolean> => {
    if (folder === "") return Promise.resolve(true);
    const known = folders.get(folder);
    if (known) return known;
    const answer = isRealFolder(folderOf(folder)).then(
      async (above) => above && ((await lstat(join(root, folder)).catch(() => null))?.isDirectory() ?? false),
    );
    folders.set(folder, answer);
    return answer;
  };
  return async (path) =>
    (await isRealFolder(folderOf(path))) ? readDiskFile(join(root, path), path, algorithm) : null;
}

async function readDiskFile(absolute: string, path: Path, algorithm: string): Promise<DiskFile | null> {
  const stat = await lstat(absolute).catch(() => null);
  if (stat?.isSymbolicLink()) {
    return { entry: { kind: "symlink", oid: `link:${path}` }, content: { ok: false, why: "symlink" } };
  }
  if (!stat?.isFile()) return null;
  // No bytes are read of a large file; size and time stand for its content.
  const oid = `large:${stat.size}:${stat.mtimeMs}`;
  if (stat.size > LARGEST_FILE) return { entry: { kind: "file", oid }, content: { ok: false, why: "too-large" } };
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(absolute, flags).catch(() => null);
  if (handle === null) return null;
  try {
    const bytes = await handle.readFile();
    return { entry: { kind: "file", oid: blobId(bytes, algorithm) }, content: contentOf(bytes) };
  } finally {
    await handle.close();
  }
}

/** Runs `work` for each item, at most `width` at once; results in the items' order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
