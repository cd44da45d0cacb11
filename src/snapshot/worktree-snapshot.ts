import type { Path } from "../model/path.ts";
import type { Entry } from "../model/snapshot.ts";
import { diskReader, inParallel } from "./disk.ts";
import type { Git } from "./git.ts";
import { entryOf, loadEntries } from "./git-snapshot.ts";
import { escapeName, type OpenedSnapshot, sortedTree, splitNul, usablePath } from "./tree-paths.ts";

/**
 * The files of a working tree as they would be if all were committed now: the index, with what differs from it on
 * disk, and files that are neither tracked nor ignored. What git holds for unchanged is read from git, so that line
 * ends are those of the repository; the rest is read from disk, links never followed. `root` is the tree's top folder.
 */
export async function openWorktree(git: Git, root: string): Promise<OpenedSnapshot> {
  const options = await withoutFilters(git);
  const [format, index, modified, untracked] = await Promise.all([
    git.attempt(["rev-parse", "--show-object-format"]),
    git.output(["ls-files", "-z", "--stage", "--full-name", ":/"]),
    git.output([...options, "ls-files", "-z", "--modified", "--deleted", "--full-name", ":/"]),
    git.output(["ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/"]),
  ]);
  const algorithm = format.stdout.toString("latin1").trim() === "sha256" ? "sha256" : "sha1";
  const refused = new Set<string>();
  const pathOf = (name: Buffer): Path[] => {
    const path = usablePath(name);
    if (path === null) refused.add(escapeName(name));
    return path === null ? [] : [path];
  };

  const entries = new Map<Path, Entry>();
  const onDisk = new Set<Path>();
  for (const line of splitNul(index)) {
    const tab = line.indexOf(9);
    const [mode = "", oid = "", stage] = line.subarray(0, tab).toString("latin1").split(" ");
    for (const path of pathOf(line.subarray(tab + 1))) {
      entries.set(path, entryOf(mode, oid));
      // In a merge conflict the index holds up to three versions; the disk holds the one in work.
      if (stage !== "0") onDisk.add(path);
    }
  }
  for (const path of splitNul(modified).flatMap(pathOf)) {
    if (entries.get(path)?.kind !== "submodule") onDisk.add(path);
  }
  for (const name of splitNul(untracked)) {
    // A slash at the end: a repository inside this one, whose files are not ours.
    const inner = name.at(-1) === 47;
    for (const path of pathOf(inner ? name.subarray(0, -1) : name)) {
      if (inner) entries.set(path, { kind: "submodule" });
      else onDisk.add(path);
    }
  }

  const read = diskReader(root, algorithm);
  const paths = [...onDisk];
  const files = await inParallel(paths, 16, read);
  paths.forEach((path, at) => {
    const file = files[at];
    if (!file) {
      entries.delete(path);
      return;
    }
    entries.set(path, file.entry);
    if (file.entry.kind === "file") git.blobs.set(file.entry.oid, file.content);
  });
  const tree = sortedTree(entries);
  return {
    commit: null,
    date: null,
    tree,
    refused: [...refused].sort(),
    load: (wanted) => loadEntries(git, tree, wanted, "HEAD"),
  };
}

/** Options that switch off the filter programs of git's configuration, which comparing a file with the index would start. */
async function withoutFilters(git: Git): Promise<string[]> {
  const found = await git.attempt(["config", "--name-only", "-z", "--get-regexp", "^filter\\..*\\.(clean|process)$"]);
  const names = splitNul(found.stdout).map((key) => key.toString("utf8").replace(/\.[^.]*$/, ""));
  return [...new Set(names)].flatMap((name) => [
    ...["-c", `${name}.clean=`],
    ...["-c", `${name}.process=`],
    ...["-c", `${name}.required=false`],
  ]);
}
