import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Path } from "../model/path.ts";
import type { Content, Entry } from "../model/snapshot.ts";
import { diskReader, inParallel } from "./disk.ts";
import { escapeName, type OpenedSnapshot, sortedTree, usablePath } from "./tree-paths.ts";
import { UserError } from "./user-error.ts";

const SKIPPED = new Set([".git", "node_modules", ".venv", "__pycache__"]);

/** More files than this are no project folder but a home folder or a whole disk. */
const MOST_FILES = 200_000;

/**
 * The files of a folder that is no git repository, as they are on disk. `.git`, `node_modules`, `.venv` and
 * `__pycache__` are left out and no link is followed. Nothing is read before it is asked for, so an object id names a
 * path here, not a content. Throws a `UserError` where there is no such folder.
 */
export async function openFolder(root: string): Promise<OpenedSnapshot> {
  if (!(await stat(root).catch(() => null))?.isDirectory()) throw new UserError(`there is no folder \`${root}\``);
  const { entries, refused } = await listFiles(root);
  const tree = sortedTree(entries);
  const read = diskReader(root, "sha1");
  const contents = new Map<Path, Content>();
  const load = async (wanted: readonly Path[]) => {
    await inParallel([...new Set(wanted)], 16, async (path) => {
      if (contents.has(path)) return;
      contents.set(path, (tree.has(path) ? (await read(path))?.content : null) ?? { ok: false, why: "missing" });
    });
    return new Map(wanted.map((path): [Path, Content] => [path, contents.get(path) ?? { ok: false, why: "missing" }]));
  };
  return { commit: null, date: null, tree, refused: refused.sort(), load };
}

async function listFiles(root: string): Promise<{ entries: [Path, Entry][]; refused: string[] }> {
  const entries: [Path, Entry][] = [];
  const refused: string[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    // Names as bytes: one that is no UTF-8 must not turn into another name.
    const inside = await opendir(join(root, folder), { encoding: "buffer" as BufferEncoding }).catch(() => null);
    if (inside === null) continue;
    for await (const item of inside) {
      const name = Buffer.from(item.name);
      if (SKIPPED.has(name.toString("latin1"))) continue;
      const full = folder === "" ? name : Buffer.concat([Buffer.from(`${folder}/`), name]);
      const path = usablePath(full);
      if (path === null) refused.push(escapeName(full));
      else if (item.isDirectory()) folders.push(path);
      else if (item.isFile()) entries.push([path, { kind: "file", oid: `path:${path}` }]);
      else if (item.isSymbolicLink()) entries.push([path, { kind: "symlink", oid: `path:${path}` }]);
      if (entries.length > MOST_FILES) {
        throw new UserError(`\`${root}\` holds more than ${MOST_FILES} files`, "Name the project's folder: --repo DIR");
      }
    }
  }
  return { entries, refused };
}
