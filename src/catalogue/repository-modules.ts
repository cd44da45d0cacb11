import { asPath, joinPath, type Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { decodeText } from "../snapshot/text.ts";
import { type ModuleSource, readModule } from "./module-source.ts";

/** Where a module of the repository lies. */
export interface ModuleFile {
  readonly file: Path;
  readonly isPackage: boolean;
}

/** Import chains longer than this are left unknown. */
const MAX_ROUNDS = 20;

/**
 * Finds a module's file as Python's import system would: the first root that has the top-level name decides, a package
 * comes before a module, and folders without `__init__.py` count where no root has either.
 */
export function findModule(tree: Snapshot["tree"], roots: readonly Path[], module: string): ModuleFile | null {
  const isFile = (path: Path): boolean => tree.get(path)?.kind === "file";
  const parts = module.split(".");
  const top = parts[0] ?? "";
  if (!parts.every((part) => /^[^\s/\\.]+$/.test(part))) return null;
  const owner = roots.find(
    (root) => isFile(joinPath(root, `${top}/__init__.py`)) || isFile(joinPath(root, `${top}.py`)),
  );
  for (const root of owner === undefined ? roots : [owner]) {
    const path = joinPath(root, parts.join("/"));
    const init = asPath(`${path}/__init__.py`);
    if (isFile(init)) return { file: init, isPackage: true };
    const file = asPath(`${path}.py`);
    if (isFile(file)) return { file, isPackage: false };
  }
  return null;
}

/** Modules of the repository read so far. Asking for one that is there but not read yet notes it for the next batch. */
export interface RepositoryModules {
  get(module: string): ModuleSource | null;
}

/**
 * Calls `use` with the modules of the repository until it asks for none that is not read yet, and gives its last
 * answer. Each round reads all modules asked for in one batch; what cannot be read is as if it were not there.
 */
export async function withModules<T>(
  snapshot: Snapshot,
  roots: readonly Path[],
  use: (modules: RepositoryModules) => T,
): Promise<T> {
  const read = new Map<string, ModuleSource | null>();
  for (let round = 0; ; round++) {
    const wanted = new Map<string, ModuleFile>();
    const answer = use({
      get: (module) => {
        const known = read.get(module);
        if (known !== undefined) return known;
        const found = wanted.get(module) ?? findModule(snapshot.tree, roots, module);
        if (found) wanted.set(module, found);
        return null;
      },
    });
    if (wanted.size === 0 || round === MAX_ROUNDS) return answer;
    const contents = await snapshot.load([...wanted.values()].map((found) => found.file));
    for (const [module, { file, isPackage }] of wanted) {
      const content = contents.get(file);
      const decoded = content?.ok ? decodeText(content.bytes) : null;
      read.set(module, decoded?.ok ? readModule(module, isPackage, decoded.text.replace(/^\uFEFF/, "")) : null);
    }
  }
}
