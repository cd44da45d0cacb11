import { resolve } from "node:path";
import { fixAll, withTexts } from "../../fix/fix-all.ts";
import { patchText } from "../../fix/patch-text.ts";
import type { Severity } from "../../model/finding.ts";
import { isWithin, type Path } from "../../model/path.ts";
import type { Review } from "../../model/review.ts";
import { reviewProjects } from "../../review.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { writeFixes } from "../fix.ts";
import type { Host } from "../host.ts";
import { checkOpen, giveReport, type ReportOptions } from "../open-report.ts";
import { noteNoDags } from "../pick-dags.ts";
import { readOne } from "../read-versions.ts";
import { createSay, type Say } from "../say.ts";
import { placeInside } from "../tree-place.ts";
import { writeOutput } from "../write-output.ts";

/** Options of `windsock check`. */
export interface CheckOptions extends ReportOptions {
  readonly ref?: string;
  readonly fix?: boolean;
  readonly diff?: boolean;
}

/**
 * `windsock check`: 1 where something gates, else 0. With `--fix` the safe fixes are written first, and what is left is
 * reported; with `--diff` they are printed, and nothing is written.
 */
export async function check(host: Host, paths: readonly string[], options: CheckOptions): Promise<number> {
  checkOpen(options);
  const say = createSay(host, options);
  if (options.fix && (options.ref !== undefined || options.diff))
    throw new UserError("--fix writes to the working tree", `Leave ${options.diff ? "--diff" : "--ref"} out.`);
  const { source, snapshot, project, read } = await readOne(host, options, say);
  const wanted: Path[] = [];
  for (const path of paths) wanted.push(await treePath(host, source.root, snapshot.tree, path));
  noteNoDags(project.dags, say);
  say.step("checking");
  if (!options.fix && !options.diff)
    return report(host, options, say, onlyWithin(reviewProjects(null, project), wanted));
  const within = (file: Path) => wanted.length === 0 || wanted.some((path) => isWithin(file, path));
  const fixed = await fixAll(snapshot, read, (finding) => within(finding.at.file));
  const left = onlyWithin(reviewProjects(null, await read(withTexts(snapshot, fixed.files))), wanted);
  if (options.diff) {
    await writeOutput(host, options, say, patchText(fixed));
    return left.conclusion === "failure" ? 1 : 0;
  }
  if (source.root === null) throw new UserError("a bare repository has no working tree to fix");
  const unwritten = await writeFixes(host, say, source.root, fixed);
  return Math.max(unwritten > 0 ? 1 : 0, await report(host, options, say, left));
}

async function report(host: Host, options: CheckOptions, say: Say, result: Review): Promise<number> {
  await giveReport(host, options, say, result);
  return result.conclusion === "failure" ? 1 : 0;
}

/** A path as typed, from the current folder or else from the repository's root, as a path of the tree. */
async function treePath(
  host: Host,
  root: string | null,
  tree: ReadonlyMap<Path, unknown>,
  path: string,
): Promise<Path> {
  const top = root ?? "/";
  const places = root === null ? [] : [await placeInside(root, resolve(host.cwd, path))];
  places.push(await placeInside(top, resolve(top, path)));
  for (const place of places) {
    if (place !== null && [...tree.keys()].some((file) => isWithin(file, place))) return place;
  }
  throw new UserError(`there is no file or folder \`${path}\` in this version`, "Check the path.");
}

/** The part of a review that lies in some files and folders: its DAGs and findings. All of it where none is named. */
export function onlyWithin(review: Review, paths: readonly Path[]): Review {
  if (paths.length === 0) return review;
  const within = (path: Path) => paths.some((wanted) => isWithin(path, wanted));
  const holds = (folder: Path) => within(folder) || paths.some((wanted) => isWithin(wanted, folder));
  const changes = review.changes.filter((change) => change.head !== null && holds(change.head.site.folder));
  const ids = new Set(changes.map((change) => change.id));
  const findings = review.findings.filter((finding) => within(finding.at.file));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    ...review,
    changes,
    findings,
    generated: review.generated.filter((pair) => ids.has(pair.dag)),
    counts: { error: count("error"), warning: count("warning"), notice: count("notice") },
    conclusion: findings.some((finding) => finding.gates) ? "failure" : "success",
  };
}
