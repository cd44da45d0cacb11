import { asPath, type Path } from "../model/path.ts";
import type { Entry, Snapshot } from "../model/snapshot.ts";
import { decodeText } from "./text.ts";

/** A snapshot of git or of a disk: `refused` are names that are no usable path (no UTF-8, `..` or `.git` parts), escaped, sorted. */
export interface OpenedSnapshot extends Snapshot {
  readonly refused: readonly string[];
}

/** Splits the output of a git command with `-z`. */
export function splitNul(output: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; start < output.length; ) {
    const nul = output.indexOf(0, start);
    const end = nul < 0 ? output.length : nul;
    parts.push(output.subarray(start, end));
    start = end + 1;
  }
  return parts;
}

/** The name as a path, or `null` if it is no UTF-8, or could lead out of the tree or into git's own folder. */
export function usablePath(name: Uint8Array): Path | null {
  const decoded = decodeText(name);
  if (!decoded.ok || decoded.text === "") return null;
  const strange = decoded.text.split("/").some((part) => part === "" || part === "." || part === ".." || isGit(part));
  return strange ? null : asPath(decoded.text);
}

const isGit = (part: string): boolean => part.length === 4 && part.toLowerCase() === ".git";

/** A refused name as printable text: each byte outside printable ASCII as `\xNN`. */
export const escapeName = (name: Uint8Array): string =>
  [...name]
    .map((byte) => (byte < 32 || byte > 126 ? `\\x${byte.toString(16).padStart(2, "0")}` : String.fromCharCode(byte)))
    .join("");

/** Entries as a tree: sorted by code unit. */
export const sortedTree = (entries: Iterable<readonly [Path, Entry]>): ReadonlyMap<Path, Entry> =>
  new Map([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
