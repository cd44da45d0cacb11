import { isAbsolute, relative, resolve } from "node:path";
import type { Severity } from "../../model/finding.ts";
import { asPath, isWithin, type Path } from "../../model/path.ts";
import type { Review } from "../../model/review.ts";
import { reviewProjects } from "../../review.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import type { ReviewFormat } from "../program.ts";
import { readOne } from "../read-versions.ts";
import { renderReview } from "../render-review.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { writeOutput } from "../write-output.ts";

export interface CheckOptions extends CommonOptions {
  readonly ref?: string;
  readonly format: ReviewFormat;
}

/** `windsock check`: 1 where something gates, else 0. */
export async function check(host: Host, paths: readonly string[], options: CheckOptions): Promise<number> {
  const say = createSay(host, options);
  const { source, snapshot, project } = await readOne(host, options, say);
  const wanted = paths.map((path) => treePath(host, source.root, snapshot.tree, path));
  say.step("checking");
  const result = onlyWithin(reviewProjects(null, project), wanted);
  await writeOutput(host, options, say, await renderReview(result, options.format, host, options));
  return result.conclusion === "failure" ? 1 : 0;
}

/** A path as typed, from the current folder or else from the repository's root, as a path of the tree. */
function treePath(host: Host, root: string | null, tree: ReadonlyMap<Path, unknown>, path: string): Path {
  const places =
    root === null ? [path] : [relative(root, resolve(host.cwd, path)), relative(root, resolve(root, path))];
  const inside = places
    .map((place) => place.split(/[\\/]/).filter((part) => part !== "" && part !== "."))
    .filter((parts) => parts[0] !== ".." && !isAbsolute(parts.join("/")))
    .map((parts) => asPath(parts.join("/")));
  const found = inside.find((place) => [...tree.keys()].some((file) => isWithin(file, place)));
  if (found === undefined)
    throw new UserError(`there is no file or folder \`${path}\` in this version`, "Check the path.");
  return found;
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
