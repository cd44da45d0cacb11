import { asPath, folderOf, type Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** The folders of a tree: a folder is there if a path lies below it. */
export interface Folders {
  isFolder(path: Path): boolean;
  exists(path: Path): boolean;
  /** Names of files and folders in a folder, sorted by code unit. */
  list(folder: Path): readonly string[];
  /** Every folder but the root, sorted. */
  readonly all: readonly Path[];
}

/** Reads the folders out of a snapshot's paths. */
export function foldersOf(snapshot: Snapshot): Folders {
  const names = new Map<Path, Set<string>>([[asPath(""), new Set()]]);
  for (const path of snapshot.tree.keys()) {
    let at = path;
    while (at !== "") {
      const folder = folderOf(at);
      const own = names.get(folder);
      const name = at.slice(folder === "" ? 0 : folder.length + 1);
      if (own?.has(name)) break;
      if (own) own.add(name);
      else names.set(folder, new Set([name]));
      at = folder;
    }
  }
  const sorted = new Map<Path, readonly string[]>();
  return {
    isFolder: (path) => names.has(path),
    exists: (path) => names.has(path) || snapshot.tree.has(path),
    list: (folder) => {
      const known = sorted.get(folder) ?? [...(names.get(folder) ?? [])].sort();
      sorted.set(folder, known);
      return known;
    },
    all: [...names.keys()].filter((path) => path !== "").sort(),
  };
}

/** A folder and all folders above it, up to the root. */
export function ancestorsOf(folder: Path): Path[] {
  const found: Path[] = [folder];
  for (let at = folder; at !== ""; ) {
    at = folderOf(at);
    found.push(at);
  }
  return found;
}
