import { isGustyBefore } from "../config/gusty-release.ts";
import { asPath, baseName, folderOf, joinPath, type Path } from "../model/path.ts";
import { isTaskFile } from "../parse/task-file.ts";

/** One folder of a DAG: the DAG itself, or a task group. */
export interface Level {
  readonly folder: Path;
  readonly name: string;
  /** `null` for the DAG itself. It may name a folder that is no level: then gusty raises KeyError. */
  readonly parent: Path | null;
  readonly taskFiles: readonly Path[];
  readonly metadata: Path | null;
}

/** The folders and files right inside each folder, by folder, sorted by name. */
export interface FolderIndex {
  readonly folders: ReadonlyMap<Path, readonly string[]>;
  readonly files: ReadonlyMap<Path, readonly string[]>;
}

/** Indexes the paths of a tree once, so that the levels of many DAGs can be read from it. */
export function indexFolders(paths: Iterable<Path>): FolderIndex {
  const folders = new Map<Path, Set<string>>();
  const files = new Map<Path, string[]>();
  for (const path of paths) {
    const folder = folderOf(path);
    const names = files.get(folder);
    if (names) names.push(baseName(path));
    else files.set(folder, [baseName(path)]);
    for (let child = folder; child !== ""; child = folderOf(child)) {
      const siblings = folders.get(folderOf(child));
      if (siblings?.has(baseName(child))) break;
      folders.set(folderOf(child), (siblings ?? new Set()).add(baseName(child)));
    }
  }
  return {
    folders: new Map([...folders].map(([folder, names]) => [folder, [...names].sort()])),
    files: new Map([...files].map(([folder, names]) => [folder, names.sort()])),
  };
}

/**
 * The levels of the DAG folder `folder` in gusty's walk order (top down, sorted), by `gusty/building.py`,
 * `create_schematic`: folders are not pruned, so a level may have a parent that is none. `gusty` is its pinned release,
 * `extensions` are those that `parse_hooks` add.
 */
export function levelsOf(
  folder: Path,
  index: FolderIndex,
  gusty: string | null = null,
  extensions: readonly string[] = [],
): readonly Level[] {
  const readsIgnore = !isGustyBefore(gusty, "0.22");
  const rootParent = baseName(folderOf(folder));
  const levels: Level[] = [];
  const waiting: Path[] = [folder];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const files = index.files.get(current) ?? [];
    const name = baseName(current);
    if (!startsHidden(name) && !(readsIgnore && files.includes(".gustyignore"))) {
      levels.push({
        folder: current,
        name,
        parent: baseName(folderOf(current)) === rootParent ? null : folderOf(current),
        taskFiles: files
          .filter((file) => isTaskFile(file, extensions))
          .map((file) => joinPath(asPath(current ?? ""), file)),
        metadata: files.includes("METADATA.yml") ? joinPath(current, "METADATA.yml") : null,
      });
    }
    for (const child of [...(index.folders.get(current) ?? [])].reverse()) waiting.push(joinPath(current, child));
  }
  return levels;
}

const startsHidden = (name: string): boolean => name.startsWith("_") || name.startsWith(".");
