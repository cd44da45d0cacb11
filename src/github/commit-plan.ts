import { deploymentName, deploymentsOf, nameIn } from "../build/deployments.ts";
import { committedFiles } from "../check/generated-files.ts";
import { isOpen } from "../check/sites-open.ts";
import { emitDag } from "../emit/emit-dag.ts";
import { asPath, baseName, isWithin, type Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { GeneratedFile } from "../model/review.ts";
import type { Entry } from "../model/snapshot.ts";

/** What a commit of the generated Python would do. */
export interface CommitPlan {
  readonly additions: readonly GeneratedFile[];
  readonly deletions: readonly Path[];
}

/**
 * What it takes to make the committed generated files those that the sources of one version give. Written are DAGs that
 * are known whole, over files with Windsock's mark or none. A file is deleted only where every DAG's place is known, no
 * DAG fails or is open, and the folder that the file names is gone. Nothing below `.github`. Each deployment has its own
 * folder of generated files.
 */
export function planCommit(project: Project, tree: ReadonlyMap<Path, Entry>): CommitPlan {
  if (project.deployments !== undefined) {
    const plans = project.deployments.map((one) => planCommit(one, tree));
    return {
      additions: plans.flatMap(({ additions }) => additions),
      deletions: plans.flatMap(({ deletions }) => deletions),
    };
  }
  const { directory } = project.config.generated;
  if (/^\.git(?:hub)?(?:\/|$)/i.test(directory)) return { additions: [], deletions: [] };
  const committed = new Map(committedFiles(project).map((item) => [item.file, item]));
  const additions = project.dags.flatMap((dag, _, dags) => {
    if (dag.outcome !== "built" || dags.some((other) => other !== dag && other.id === dag.id)) return [];
    const emitted = emitDag(dag, { directory, texts: project.texts });
    if (!emitted.ok || committed.get(emitted.file.path)?.text === emitted.file.text) return [];
    const foreign = tree.has(emitted.file.path) && !committed.has(emitted.file.path);
    return foreign || hasFileAbove(tree, directory) ? [] : [emitted.file];
  });
  const certain = !isOpen(project) && project.dags.every(({ outcome }) => outcome === "built");
  const ids = new Set(project.dags.map(({ id }) => id));
  const deletions = [...committed.values()]
    .filter(({ dag, text }) => certain && !ids.has(dag) && isFolderGone(text, tree))
    .map(({ file }) => file);
  return { additions, deletions };
}

/** A part of the folder's path is a file, a link or a submodule. */
const hasFileAbove = (tree: ReadonlyMap<Path, Entry>, directory: Path): boolean => {
  const parts = directory.split("/");
  return parts.some((_, index) => tree.has(asPath(parts.slice(0, index + 1).join("/"))));
};

/** The folder of which a generated file says that it is made is no longer there. A name that was not written plainly is not looked for. */
function isFolderGone(text: string, tree: ReadonlyMap<Path, Entry>): boolean {
  const folder = /^# The DAG that gusty builds on Airflow \d from ([\w./-]+)$/m.exec(text)?.[1];
  if (folder === undefined) return false;
  return ![...tree.keys()].some((path) => isWithin(path, asPath(folder)));
}

/** The DAGs whose committed file is not what the sources of one version give, as the review of that version names them. */
export function staleDags(project: Project, tree: ReadonlyMap<Path, Entry>): ReadonlySet<string> {
  return new Set(
    deploymentsOf(project).flatMap((one) => {
      const { additions, deletions } = planCommit(one, tree);
      const ids = [...additions.map(({ dag }) => dag), ...deletions.map((file) => baseName(file).replace(/\.py$/, ""))];
      return ids.map((id) => nameIn(project.deployments === undefined ? null : deploymentName(one), id));
    }),
  );
}
