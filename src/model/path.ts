/** A POSIX path from the repository's root, without a leading or trailing slash; `""` is the root itself. */
export type Path = string & { readonly __path: true };

/** Marks a string that is known to be a repository path. */
export const asPath = (text: string): Path => text as Path;

/** The last part of a path; `""` for the root. */
export const baseName = (path: Path): string => path.slice(path.lastIndexOf("/") + 1);

/** The folder that holds `path`; the root for a path without a slash. */
export function folderOf(path: Path): Path {
  const slash = path.lastIndexOf("/");
  return asPath(slash < 0 ? "" : path.slice(0, slash));
}

/** `name` inside the folder `path`. `name` may have slashes, but no `.` or `..` parts. */
export const joinPath = (path: Path, name: string): Path => asPath(path === "" ? name : `${path}/${name}`);

/** True where `path` is `folder` or lies below it. */
export const isWithin = (path: Path, folder: Path): boolean =>
  folder === "" || path === folder || path.startsWith(`${folder}/`);
