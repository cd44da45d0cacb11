import { asPath, baseName, folderOf, joinPath, type Path } from "../model/path.ts";
import type { Value } from "../model/value.ts";
import type { Located } from "../python/objects.ts";
import { AIRFLOW_HOME, DAGS_FOLDER, REPOSITORY, splitSymbolic } from "../python/symbolic-path.ts";
import { ancestorsOf, type Folders } from "./folders.ts";

/** What a path of an entry point is resolved against. `homes` collects each folder that turned out to be AIRFLOW_HOME. */
export interface Place {
  readonly folders: Folders;
  readonly entryPoint: Path;
  /** AIRFLOW_HOME as configured, or `null`. */
  readonly root: Path | null;
  readonly homes: Set<Path>;
  /** What the configuration tells of expressions. */
  readonly values: ReadonlyMap<string, Value>;
}

/**
 * Finds what a path of an entry point means in the repository. A path below AIRFLOW_HOME, below the DAGs folder, below
 * the working folder, or an absolute path of another machine is looked for from the folders above the entry point: it is
 * found where exactly one of them holds it.
 */
export function locate(place: Place, text: string): Located {
  const symbolic = splitSymbolic(text);
  if (symbolic?.root === REPOSITORY) {
    const path = within(asPath(""), symbolic.rest);
    if (path === null) return { t: "unknown", why: "it lies above the repository" };
    return place.folders.exists(path) && !leavesFile(place, asPath(""), symbolic.rest)
      ? { t: "found", path }
      : { t: "absent", why: `the repository has no \`${path}\`` };
  }
  if (symbolic?.root === AIRFLOW_HOME) return inHome(place, symbolic.rest);
  if (symbolic?.root === DAGS_FOLDER) return inDagsFolder(place, symbolic.rest);
  if (symbolic) return unique(place, symbolic.rest, "the folder in which Airflow runs");
  if (text === "" || /[\ud800-\udfff]/.test(text))
    return { t: "unknown", why: "its place in the repository is not known" };
  return text.startsWith("/") ? absolute(place, text) : unique(place, text, "the folder in which Airflow runs");
}

/** Whether a path goes up from something that is no folder of the tree: such a path is nowhere. */
function leavesFile(place: Place, folder: Path, rest: string): boolean {
  const parts = rest.split("/");
  return parts.some((part, at) => {
    const before = part === ".." ? within(folder, parts.slice(0, at).join("/")) : null;
    return before !== null && !place.folders.isFolder(before);
  });
}

/** `rest` below a folder with `.` and `..` resolved; `null` where it leaves the repository. */
function within(folder: Path, rest: string): Path | null {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of rest.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return asPath(parts.join("/"));
}

const candidates = (place: Place, rest: string): { readonly base: Path; readonly path: Path }[] =>
  ancestorsOf(folderOf(place.entryPoint)).flatMap((base) => {
    const path = within(base, rest);
    return path !== null && place.folders.exists(path) ? [{ base, path }] : [];
  });

function unique(place: Place, rest: string, of: string): Located {
  if (within(asPath(""), rest) === "")
    return { t: "unknown", why: `nothing in the repository tells which folder is ${of}` };
  const found = candidates(place, rest);
  const [only] = found;
  if (only && found.length === 1) return { t: "found", path: only.path };
  return {
    t: "unknown",
    why: missing(
      rest,
      of,
      found.map((one) => one.path),
    ),
  };
}

const missing = (rest: string, of: string, found: readonly Path[]): string =>
  found.length === 0
    ? `no folder above the entry point holds \`${rest}\`, so it is not known which one is ${of}`
    : `several folders of the repository may be meant: ${found.map((path) => `\`${path}\``).join(", ")}`;

function inHome(place: Place, rest: string): Located {
  if (place.root !== null) {
    const path = within(place.root, rest);
    if (path !== null && place.folders.exists(path)) return { t: "found", path };
    return path === null
      ? { t: "unknown", why: "it lies above the repository" }
      : { t: "absent", why: `the repository has no \`${path}\`` };
  }
  const ancestors = ancestorsOf(folderOf(place.entryPoint));
  const byName = ancestors.filter((folder) => baseName(folder) === "dags").map(folderOf);
  const found =
    within(asPath(""), rest) === "" ? byName.map((base) => ({ base, path: base })) : candidates(place, rest);
  const [only] = found;
  if (only && found.length === 1) {
    place.homes.add(only.base);
    return { t: "found", path: only.path };
  }
  // A repository that is itself the DAGs folder of AIRFLOW_HOME.
  if (found.length === 0 && rest.startsWith("dags/")) return unique(place, rest.slice("dags/".length), "AIRFLOW_HOME");
  return {
    t: "unknown",
    why: missing(
      rest,
      "AIRFLOW_HOME",
      found.map((one) => one.path),
    ),
  };
}

function inDagsFolder(place: Place, rest: string): Located {
  const configured = place.root === null ? null : joinPath(place.root, "dags");
  const named = ancestorsOf(folderOf(place.entryPoint)).filter((folder) => baseName(folder) === "dags");
  const dags =
    configured !== null && place.folders.isFolder(configured) ? configured : named.length === 1 ? named[0] : undefined;
  if (dags === undefined) return unique(place, rest, "the DAGs folder");
  const path = within(dags, rest);
  if (path === null) return { t: "unknown", why: "it lies above the repository" };
  if (!place.folders.exists(path)) return { t: "absent", why: `the repository has no \`${path}\`` };
  place.homes.add(folderOf(dags));
  return { t: "found", path };
}

/** An absolute path of the machine where the project runs: its longest end that a folder above the entry point holds. */
function absolute(place: Place, text: string): Located {
  const parts = (within(asPath(""), text) ?? "").split("/").filter((part) => part !== "");
  for (let from = 0; from < parts.length; from += 1) {
    const rest = parts.slice(from).join("/");
    const found = candidates(place, rest);
    const [only] = found;
    if (only && found.length === 1) {
      if (parts[from] === "dags") place.homes.add(only.base);
      return { t: "found", path: only.path };
    }
    if (found.length > 1)
      return {
        t: "unknown",
        why: missing(
          rest,
          text,
          found.map((one) => one.path),
        ),
      };
  }
  return { t: "unknown", why: `nothing in the repository fits \`${text}\`` };
}
