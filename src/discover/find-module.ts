import { asPath, baseName, folderOf, joinPath, type Path } from "../model/path.ts";
import { ancestorsOf, type Folders } from "./folders.ts";

/** Where Python looks for modules, in its order. */
export interface ImportPath {
  readonly first: Path[];
  readonly last: Path[];
}

/**
 * Finds a module of the repository by its dotted name, as Airflow's import path would: folders that the code itself puts
 * first, the DAGs folder, plugins, the folders above the entry point, and what the code puts last.
 */
export function findModule(
  folders: Folders,
  isFile: (path: Path) => boolean,
  path: ImportPath,
  name: string,
  entryPoint: Path,
): { readonly file: Path } | { readonly folder: true } | null {
  const parts = name.split(".");
  if (parts.some((part) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(part))) return null;
  const above = ancestorsOf(folderOf(entryPoint));
  const dags = above.filter((folder) => baseName(folder) === "dags");
  const plugins = above.map((folder) => joinPath(folder, "plugins")).filter((folder) => folders.isFolder(folder));
  for (const root of [...path.first, ...dags, ...plugins, ...above, ...path.last]) {
    const base = joinPath(root, parts.join("/"));
    const file = [asPath(`${base}.py`), joinPath(base, "__init__.py")].find(isFile);
    if (file) return { file };
    if (
      folders.isFolder(base) &&
      folders.list(base).some((entry) => entry.endsWith(".py") || folders.isFolder(joinPath(base, entry)))
    ) {
      return { folder: true };
    }
  }
  return null;
}
