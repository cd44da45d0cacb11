import { realpath } from "node:fs/promises";
import path, { basename, dirname, join, type PlatformPath } from "node:path";
import { asPath, type Path } from "../model/path.ts";

/** A file or folder of the disk, there or not, as a path from `root`; `null` where it lies outside. Links are resolved. */
export const placeInside = async (root: string, absolute: string): Promise<Path | null> =>
  pathInside(await resolveLinks(root), await resolveLinks(absolute));

/** An absolute path as a path from `root`, by the rules of a system's paths (this one's, if not given); `null`: outside. */
export function pathInside(
  root: string,
  absolute: string,
  { relative, isAbsolute, sep }: PlatformPath = path,
): Path | null {
  const inside = relative(root, absolute);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return asPath(inside.split(sep).join("/"));
}

/** The real path of what is there, and the rest of the name behind it. */
async function resolveLinks(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null || dirname(path) === path) return real ?? path;
  return join(await resolveLinks(dirname(path)), basename(path));
}
