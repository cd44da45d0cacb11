import { asPath, type Path } from "../model/path.ts";
import type { Value } from "../model/value.ts";
import { complain, type Reading, readText } from "./read-fields.ts";

/** True where a path or a path pattern stays inside the repository; else a problem. */
export function readPattern(reading: Reading, value: Value, text: string): boolean {
  const inside =
    !text.startsWith("/") &&
    !text.includes("\\") &&
    !text.includes("\0") &&
    !text.split("/").some((part) => part === ".." || part.toLowerCase() === ".git");
  if (!inside) {
    complain(
      reading,
      value.span,
      `\`${text}\` is no path inside the repository`,
      "a path from the repository's root, with `/`",
    );
  }
  return inside;
}

/** A folder of the repository: `.` and a slash at the end are taken away. `null` and a problem if it is none. */
export function readTreePath(reading: Reading, value: Value, name: string): Path | null {
  const text = readText(reading, value, name);
  if (text === null || !readPattern(reading, value, text)) return null;
  return asPath(cleanPath(text));
}

/** A path or path pattern without empty and `.` parts. */
export const cleanPath = (text: string): string =>
  text
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
