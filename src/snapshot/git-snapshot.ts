import type { Path } from "../model/path.ts";
import type { Content, Entry } from "../model/snapshot.ts";
import { loadBlobs } from "./blobs.ts";
import type { Git } from "./git.ts";
import { resolveCommit } from "./revisions.ts";
import { escapeName, type OpenedSnapshot, sortedTree, splitNul, usablePath } from "./tree-paths.ts";

/**
 * The files of one commit, read from git's objects without a checkout. `commit` is any name that git resolves.
 * Throws a `UserError` if there is no such commit.
 */
export async function openCommit(git: Git, commit: string): Promise<OpenedSnapshot> {
  const { id, listing } = await listTree(git, commit);
  const date = await commitDate(git, id);
  const entries: [Path, Entry][] = [];
  const refused: string[] = [];
  for (const line of splitNul(listing)) {
    const tab = line.indexOf(9);
    const [mode = "", , oid = ""] = line.subarray(0, tab).toString("latin1").split(" ");
    const name = line.subarray(tab + 1);
    const path = usablePath(name);
    if (path === null) refused.push(escapeName(name));
    else entries.push([path, entryOf(mode, oid)]);
  }
  const tree = sortedTree(entries);
  return { commit: id, date, tree, refused: refused.sort(), load: (paths) => loadEntries(git, tree, paths, id) };
}

async function listTree(git: Git, commit: string): Promise<{ id: string; listing: Buffer }> {
  const args = ["ls-tree", "-r", "-z", "--full-tree"];
  // A whole id needs no look-up, unless it is not there: then the look-up says what to do.
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
    const listed = await git.attempt([...args, commit]);
    if (listed.code === 0) return { id: commit, listing: listed.stdout };
  }
  const id = await resolveCommit(git, commit);
  return { id, listing: await git.output([...args, id]) };
}

/** The committer's date, as the commit object has it. */
async function commitDate(git: Git, id: string): Promise<number | null> {
  const { code, stdout } = await git.attempt(["cat-file", "commit", id]);
  const seconds = /^committer .*> (-?\d{1,12}) [+-]\d{4}$/m.exec(code === 0 ? stdout.toString("latin1") : "")?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/** What a mode of git's index or tree stands for. */
export function entryOf(mode: string, oid: string): Entry {
  if (mode === "160000") return { kind: "submodule" };
  return { kind: mode === "120000" ? "symlink" : "file", oid };
}

/** The content of paths of `tree` from git's objects and from what was read before. `commit` is one that holds the objects. */
export async function loadEntries(
  git: Git,
  tree: ReadonlyMap<Path, Entry>,
  paths: readonly Path[],
  commit: string,
): Promise<ReadonlyMap<Path, Content>> {
  const entries = paths.map((path) => [path, tree.get(path)] as const);
  await loadBlobs(
    git,
    entries.flatMap(([, entry]) => (entry?.kind === "file" ? [entry.oid] : [])),
    commit,
  );
  return new Map(
    entries.map(([path, entry]): [Path, Content] => {
      if (entry === undefined) return [path, { ok: false, why: "missing" }];
      if (entry.kind !== "file") return [path, { ok: false, why: entry.kind }];
      return [path, git.blobs.get(entry.oid) ?? { ok: false, why: "missing" }];
    }),
  );
}
