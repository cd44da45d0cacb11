import type { Content } from "../model/snapshot.ts";
import { type Git, gitFailure } from "./git.ts";

/** Files of more bytes are not read: no task file, entry point or METADATA comes near. */
export const LARGEST_FILE = 5 * 1024 * 1024;

const POINTER = "version https://git-lfs.github.com/spec/";

/** Bytes as content: a Git LFS pointer (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md) is said, not followed. */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length > LARGEST_FILE) return { ok: false, why: "too-large" };
  const pointer = bytes.length < 1024 && Buffer.from(bytes.subarray(0, POINTER.length)).toString("latin1") === POINTER;
  return pointer ? { ok: false, why: "lfs" } : { ok: true, bytes };
}

/**
 * Reads objects into `git.blobs`: one `cat-file --batch-check` for the sizes, one `cat-file --batch` for the content.
 * What is not there stays out of it, and nothing is fetched for it. `commit` is one that holds the objects.
 */
export async function loadBlobs(git: Git, oids: Iterable<string>, commit: string): Promise<void> {
  const wanted = [...new Set(oids)].filter((oid) => !git.blobs.has(oid));
  const small = await presentBlobs(git, wanted, commit);
  if (small.length === 0) return;
  const output = await git.output(["cat-file", "--batch", "--buffer"], {
    input: `${small.join("\n")}\n`,
    limit: 1024 * 1024 * 1024,
  });
  let at = 0;
  for (const oid of small) {
    const lineEnd = output.indexOf(10, at);
    const size = Number(output.subarray(at, lineEnd).toString("latin1").split(" ")[2]);
    const start = lineEnd + 1;
    git.blobs.set(oid, contentOf(output.subarray(start, start + size)));
    at = start + size + 1;
  }
}

/** Those of `wanted` that are here and not too large; the too large ones are noted in `git.blobs`. */
async function presentBlobs(git: Git, wanted: readonly string[], commit: string): Promise<string[]> {
  if (wanted.length === 0) return [];
  const check = (oids: readonly string[]) =>
    git.attempt(["cat-file", "--batch-check", "--buffer"], { input: `${oids.join("\n")}\n` });
  let asked = wanted;
  let result = await check(asked);
  if (result.code !== 0 && result.stderr.includes("promisor")) {
    // A git before 2.45 fails at the first object that a partial clone lacks; only a walk tells them all.
    const absent = await absentObjects(git, commit);
    asked = wanted.filter((oid) => !absent.has(oid));
    result = await check(asked);
  }
  if (result.code !== 0) throw gitFailure("cat-file", result.stderr);
  const lines = result.stdout.toString("latin1").split("\n");
  return asked.filter((oid, index) => {
    const [, type, size] = (lines[index] ?? "").split(" ");
    if (type === "blob" && Number(size) > LARGEST_FILE) git.blobs.set(oid, { ok: false, why: "too-large" });
    return type === "blob" && Number(size) <= LARGEST_FILE;
  });
}

async function absentObjects(git: Git, commit: string): Promise<ReadonlySet<string>> {
  const walk = await git.output(["rev-list", "--objects", "--no-walk", "--missing=print", commit]);
  return new Set(
    walk
      .toString("latin1")
      .split("\n")
      .flatMap((line) => (line.startsWith("?") ? [line.slice(1)] : [])),
  );
}
