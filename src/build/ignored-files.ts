import { asPath, baseName, joinPath, type Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { DagSite } from "../model/site.ts";
import { isTaskFile } from "../parse/task-file.ts";
import type { FolderIndex } from "./levels.ts";

const TASK_LIKE = /\.(?:ya?ml|rmd|py|ipynb|sql)$/i;

/**
 * Files below a DAG's folder that look like tasks or like METADATA.yml, and that gusty passes over without a word
 * (`gusty/building.py`, `create_schematic`): an extension in another case, and METADATA.yml in a folder whose name
 * hides it. A file or folder that starts with `_` or `.` on its own is meant so.
 */
export function ignoredFiles({ folder, hooks }: DagSite, index: FolderIndex): readonly Problem[] {
  const problems: Problem[] = [];
  const waiting: Path[] = [folder];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const here = current;
    const files = index.files.get(here) ?? [];
    for (const name of [...(index.folders.get(here) ?? [])].reverse()) waiting.push(joinPath(here, name));
    if (files.includes(".gustyignore") || (here !== folder && baseName(here).startsWith("."))) continue;
    if (baseName(here).startsWith("_")) {
      if (here !== folder && files.includes("METADATA.yml")) problems.push(hiddenGroup(here));
      continue;
    }
    for (const name of files) {
      if (!TASK_LIKE.test(name) || isTaskFile(name, hooks?.extensions) || name === "METADATA.yml" || /^[_.]/.test(name))
        continue;
      problems.push(wrongCase(joinPath(here, name), name, files));
    }
  }
  return problems;
}

function wrongCase(file: Path, name: string, beside: readonly string[]): Problem {
  const dot = name.lastIndexOf(".");
  const lower = name.slice(dot).toLowerCase();
  const extension = lower === ".rmd" ? ".Rmd" : lower;
  const metadata = name.slice(0, dot).toLowerCase() === "metadata";
  const instead = metadata ? "METADATA.yml" : `${name.slice(0, dot)}${extension}`;
  const detail = `its extension is \`${name.slice(dot)}\`, and gusty reads \`${extension}\``;
  return { kind: "ignored-file", at: { file, start: 0, end: 0 }, detail, instead, free: !beside.includes(instead) };
}

function hiddenGroup(folder: Path): Problem {
  const at = { file: joinPath(folder, "METADATA.yml"), start: 0, end: 0 };
  const detail = `its folder \`${baseName(folder)}\` starts with \`_\`, so gusty makes no task group of it`;
  const instead = asPath(baseName(folder).replace(/^_+/, "")) || null;
  return { kind: "ignored-file", at, detail, instead, free: false };
}
