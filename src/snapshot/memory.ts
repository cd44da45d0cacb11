import { createHash } from "node:crypto";
import { asPath, type Path } from "../model/path.ts";
import type { Content, Entry, Snapshot } from "../model/snapshot.ts";

/** A snapshot of files given as text or bytes, by path from the root. For tests, and for versions made in memory. */
export function memorySnapshot(
  files: Readonly<Record<string, string | Uint8Array>>,
  commit: string | null = null,
  date: number | null = null,
): Snapshot {
  const contents = new Map<Path, Uint8Array>();
  for (const path of Object.keys(files).sort()) {
    const content = files[path];
    if (content !== undefined) {
      contents.set(asPath(path), typeof content === "string" ? new TextEncoder().encode(content) : content);
    }
  }
  const tree = new Map<Path, Entry>(
    [...contents].map(([path, bytes]) => [path, { kind: "file", oid: createHash("sha1").update(bytes).digest("hex") }]),
  );
  const contentOf = (path: Path): Content => {
    const bytes = contents.get(path);
    return bytes ? { ok: true, bytes } : { ok: false, why: "missing" };
  };
  return { commit, date, tree, load: async (paths) => new Map(paths.map((path) => [path, contentOf(path)])) };
}
