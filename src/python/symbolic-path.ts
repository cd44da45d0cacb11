/**
 * Folders whose absolute path is not known, as texts that a real path cannot hold: a lone surrogate is in no text that was
 * decoded from UTF-8, and `unescapeText` gives none either.
 */
const MARK = "\ud800";
export const REPOSITORY = `/${MARK}r`;
export const AIRFLOW_HOME = `/${MARK}h`;
export const DAGS_FOLDER = `/${MARK}d`;
export const WORKING_FOLDER = `/${MARK}c`;

/** Whether a text holds a folder of unknown place, so that it is not known letter by letter. */
export const isSymbolic = (text: string): boolean => text.includes(MARK);

/** A symbolic path as its root and what follows it without a leading slash, or `null` for another text. */
export function splitSymbolic(text: string): { readonly root: string; readonly rest: string } | null {
  const root = text.slice(0, 3);
  if (![REPOSITORY, AIRFLOW_HOME, DAGS_FOLDER, WORKING_FOLDER].includes(root)) return null;
  const rest = text.slice(3);
  if (isSymbolic(rest) || (rest !== "" && !rest.startsWith("/"))) return null;
  return { root, rest: rest.replace(/^\/+/, "") };
}

/** The known text behind the last mark. */
export const knownTail = (text: string): string => text.slice(text.lastIndexOf(MARK) + 2);

/** `os.path.join` (Python's posixpath). */
export function joinPosix(parts: readonly string[]): string {
  return parts.reduce((path, part) =>
    part.startsWith("/") ? part : path === "" || path.endsWith("/") ? path + part : `${path}/${part}`,
  );
}

/** `os.path.normpath` (Python's posixpath). */
export function normalPosix(path: string): string {
  if (path === "") return ".";
  const parts: string[] = [];
  const absolute = path.startsWith("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    const last = parts.at(-1);
    const stays = last === undefined ? !absolute : last === ".." || isSymbolic(last);
    if (part !== ".." || stays) parts.push(part);
    else parts.pop();
  }
  return (absolute ? "/" : "") + parts.join("/") || (absolute ? "/" : ".");
}

/** `os.path.split`: head and tail. */
export function splitPosix(path: string): readonly [string, string] {
  const slash = path.lastIndexOf("/") + 1;
  const head = path.slice(0, slash);
  return [/^\/*$/.test(head) ? head : head.replace(/\/+$/, ""), path.slice(slash)];
}

/** `os.path.splitext`: root and extension, a leading dot is no extension. */
export function splitExtension(path: string): readonly [string, string] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  if (dot <= 0 || /^\.*$/.test(name.slice(0, dot))) return [path, ""];
  const at = path.length - name.length + dot;
  return [path.slice(0, at), path.slice(at)];
}

/** A path as `pathlib.PurePosixPath` keeps it: no double slashes, no `.` parts, no slash at the end. */
export function purePosix(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return path.startsWith("/") ? `/${parts.join("/")}` : parts.join("/") || ".";
}
