import type { Config } from "../model/config.ts";
import { baseName, folderOf, type Path } from "../model/path.ts";
import type { AirflowMajor } from "../model/version.ts";
import { ignoreSyntax, isIgnored, readIgnoreFile } from "./airflow-ignore.ts";
import type { PythonFiles } from "./load-python.ts";
import { matchesPath } from "./path-pattern.ts";

/** Files to run: those that import gusty, and those that import such a file by its name. */
export interface Candidates {
  readonly importing: readonly Path[];
  readonly wrapping: readonly Path[];
}

const isTest = (path: Path): boolean =>
  path.split("/").slice(0, -1).includes("tests") || path.startsWith("test/") || baseName(path) === "conftest.py";

/** Finds the files that may be entry points by a look at their import lines. */
export function findCandidates(files: PythonFiles): Candidates {
  const lines = new Map([...files.texts].map(([path, text]) => [path, importLines(text)] as const));
  const paths = [...lines.keys()].sort();
  const imports = (path: Path, name: RegExp): boolean => lines.get(path)?.some((line) => name.test(line)) ?? false;
  const importing = paths.filter((path) => imports(path, /\bgusty\b/));
  const found = new Set(importing);
  const words = new Map([...lines].map(([path, own]) => [path, own.flatMap((line) => line.split(/\W+/))] as const));
  for (let round = 0; round < 3; round += 1) {
    const stems = new Set([...found].map(stemOf).filter((stem) => stem !== "gusty"));
    for (const path of paths) {
      if (!found.has(path) && words.get(path)?.some((word) => stems.has(word))) found.add(path);
    }
  }
  const first = new Set(importing);
  return { importing, wrapping: [...found].filter((path) => !first.has(path)).sort() };
}

/** Tells files that Airflow does not load as DAG files: tests, and what `exclude` and `.airflowignore` name. */
export function isExcluded(files: PythonFiles, config: Config, airflow: AirflowMajor | null): (path: Path) => boolean {
  const ignores = [...files.ignores].map(([path, text]) => readIgnoreFile(path, text));
  const syntax = ignoreSyntax(airflow);
  return (path) =>
    isTest(path) || config.exclude.some((pattern) => matchesPath(pattern, path)) || isIgnored(path, ignores, syntax);
}

const stemOf = (path: Path): string => {
  const name = baseName(path).replace(/\.py$/, "");
  return name === "__init__" ? baseName(folderOf(path)) : name;
};

const importLines = (text: string): string[] =>
  text.includes("import") ? text.split(/[\r\n;]/).filter((line) => /^\s*(?:from|import|try:)\s/.test(line)) : [];
