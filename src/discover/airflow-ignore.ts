import { asPath, baseName, folderOf, isWithin, type Path } from "../model/path.ts";
import type { AirflowMajor } from "../model/version.ts";
import { matchesWildcard } from "../python/wildcard.ts";
import { matchesPath } from "./path-pattern.ts";

export type IgnoreSyntax = "regexp" | "glob";

/** The syntax by default of an Airflow (`dag_ignore_file_syntax`); `null` where it is not known which one runs. */
export const ignoreSyntax = (airflow: AirflowMajor | null): IgnoreSyntax | null =>
  airflow === null ? null : airflow === 2 ? "regexp" : "glob";

/** One `.airflowignore`: its folder and its lines without comments. */
export interface IgnoreFile {
  readonly folder: Path;
  readonly lines: readonly string[];
}

/** Reads a `.airflowignore`; `#` starts a comment (Airflow, `utils/file.py`). */
export const readIgnoreFile = (file: Path, text: string): IgnoreFile => ({
  folder: folderOf(file),
  lines: text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, "").trim())
    .filter((line) => line !== "")
    .slice(0, 1000),
});

/**
 * Whether Airflow passes over a file because of the `.airflowignore` files above it (Airflow, `utils/file.py`: regular
 * expressions by default on Airflow 2, globs on 3). With no known syntax a line counts in either. A regular expression
 * of more than letters, `.`, `.*`, `\`, `^`, `$` and `|` is not evaluated and ignores nothing.
 */
export function isIgnored(file: Path, files: readonly IgnoreFile[], syntax: IgnoreSyntax | null): boolean {
  return files.some((ignore) => {
    if (!isWithin(file, ignore.folder)) return false;
    const inside = ignore.folder === "" ? file : asPath(file.slice(ignore.folder.length + 1));
    const byRegexp = syntax !== "glob" && ignore.lines.some((line) => searches(line, inside));
    return byRegexp || (syntax !== "regexp" && ignoredByGlobs(ignore.lines, inside));
  });
}

/** `re.search` for plain regular expressions. */
function searches(line: string, path: string): boolean {
  return line.split("|").some((alternative) => {
    const start = alternative.startsWith("^");
    const end = alternative.endsWith("$") && !alternative.endsWith("\\$");
    const wildcard = wildcardOf(alternative.slice(start ? 1 : 0, end ? -1 : undefined));
    return wildcard !== null && matchesWildcard(`${start ? "" : "*"}${wildcard}${end ? "" : "*"}`, path);
  });
}

function wildcardOf(regexp: string): string | null {
  let out = "";
  for (let at = 0; at < regexp.length; at += 1) {
    const char = regexp[at] ?? "";
    const next = regexp[at + 1] ?? "";
    if (char === "\\") {
      if (/[a-zA-Z0-9]/.test(next) || next === "") return null;
      out += `[${next}]`;
      at += 1;
    } else if (/[*+?(){}[\]^$]/.test(char)) return null;
    else if (/[+?{]/.test(next) || (next === "*" && char !== ".")) return null;
    else if (char === "." && next === "*") {
      out += "*";
      at += 1;
    } else out += char === "." ? "?" : char;
  }
  return out;
}

/** As a `.gitignore` does: the last line that matches the file or a folder above it decides. */
function ignoredByGlobs(lines: readonly string[], path: Path): boolean {
  let ignored = false;
  for (const line of lines) {
    const negated = line.startsWith("!");
    const pattern = (negated ? line.slice(1) : line).replace(/\/+$/, "");
    const folderOnly = line.endsWith("/");
    const anchored = pattern.includes("/");
    for (let at = path; at !== ""; at = folderOf(at)) {
      if (folderOnly && at === path) continue;
      if (anchored ? matchesPath(pattern.replace(/^\//, ""), at) : matchesWildcard(pattern, baseName(at))) {
        ignored = !negated;
        break;
      }
    }
  }
  return ignored;
}
