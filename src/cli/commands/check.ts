import { resolve } from "node:path";
import type { Severity } from "../../model/finding.ts";
import { isWithin, type Path } from "../../model/path.ts";
import type { Review } from "../../model/review.ts";
import { reviewProjects } from "../../review.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import { checkOpen, giveReport, type ReportOptions } from "../open-report.ts";
import { noteNoDags } from "../pick-dags.ts";
import { readOne } from "../read-versions.ts";
import { createSay } from "../say.ts";
import { placeInside } from "../tree-place.ts";

/** Options of `windsock check`. */
export interface CheckOptions extends ReportOptions {
  readonly ref?: string;
}

/** `windsock check`: 1 where something gates, else 0. */
export async function check(host: Host, paths: readonly string[], options: CheckOptions): Promise<number> {
  checkOpen(options);
  const say = createSay(host, options);
  const { source, snapshot, project } = await readOne(host, options, say);
  const wanted: Path[] = [];
  for (const path of paths) wanted.push(await treePath(host, source.root, snapshot.tree, path));
  noteNoDags(project.dags, say);
  say.step("checking");
  const result = onlyWithin(reviewProjects(null, project), wanted);
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
