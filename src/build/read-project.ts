import { readConfig } from "../config/read-config.ts";
import type { Config } from "../model/config.ts";
import { asPath, joinPath, type Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { Content, Snapshot } from "../model/snapshot.ts";
import type { AirflowMajor } from "../model/version.ts";
import { type Chosen, compileDeployment, filesOfSite, sitesOf } from "./compile-deployment.ts";
import { joinDeployments } from "./deployments.ts";
import { type Deployment, findDeployments } from "./find-deployments.ts";
import { indexFolders } from "./levels.ts";
import { textsOf } from "./spanned-files.ts";

/** What the caller of `readProject` knows better than the snapshot. */
export interface ReadOptions {
  /** The configuration to use: in a review the base's, for both versions. Default: the snapshot's own. */
  readonly config?: Config;
  /** The Airflow major to compile for. Default: what the repository pins. */
  readonly airflow?: AirflowMajor;
}

/**
 * Reads and compiles every DAG of one version: configuration, versions, entry points, task files, operators; each
 * deployment by itself, where there are several. Files are loaded in a few batches. Never throws for what a file holds:
 * that becomes a problem with its place.
 */
export async function readProject(snapshot: Snapshot, options: ReadOptions = {}): Promise<Project> {
  const once = rememberLoads(snapshot);
  const later = await readConfig(once);
  const { config, problems } = options.config ? { config: options.config, problems: [] } : later;
  const { deployments, problems: outside } = await findDeployments(once, config, options.airflow);
  const ofNone = [...problems, ...outside];
  const [only] = deployments;
  if (only !== undefined && deployments.length === 1) {
    const generatedIn = [...new Set([only.config.generated.directory, later.config.generated.directory])];
    return compileAll(once, only, { config: only.config, problems: ofNone, generatedIn });
  }
  // One batch for the task files of all deployments.
  const index = indexFolders(once.tree.keys());
  await once.load([
    ...new Set(deployments.flatMap((one) => sitesOf(one.discovery, one.versions, index)).flatMap(filesOfSite)),
  ]);
  const compiled: Project[] = [];
  for (const one of deployments) {
    const ofRoot = joinPath(one.config.root ?? asPath(""), later.config.generated.directory);
    const generatedIn = [...new Set([one.config.generated.directory, ofRoot])];
    compiled.push(await compileAll(once, one, { config: one.config, problems: [], generatedIn }));
  }
  const texts = textsOf(await once.load(ofNone.map(({ at }) => at.file)));
  const { commit, date } = snapshot;
  return joinDeployments({ commit, date, config, problems: ofNone, texts }, compiled);
}

/** One deployment, compiled for each choice of versions. */
async function compileAll(snapshot: Snapshot, { discovery, versions }: Deployment, own: Chosen): Promise<Project> {
  const project = await compileDeployment(snapshot, own, discovery, versions);
  const others: Project[] = [];
  for (const { airflow, gusty } of versions.others ?? []) {
    const { others: _, ...main } = versions;
    const other = { airflow: { ...main.airflow, major: airflow }, gusty: { ...main.gusty, version: gusty } };
    others.push(await compileDeployment(snapshot, own, discovery, other));
  }
  return others.length === 0 ? project : { ...project, others };
}

/** A snapshot that loads each file once, for as long as the project is read. */
function rememberLoads(snapshot: Snapshot): Snapshot {
  const known = new Map<Path, Content>();
  return {
    ...snapshot,
    load: async (paths) => {
      const missing = paths.filter((path) => !known.has(path));
      if (missing.length > 0) for (const [path, content] of await snapshot.load(missing)) known.set(path, content);
      return new Map(paths.map((path) => [path, known.get(path) ?? { ok: false, why: "missing" }]));
    },
  };
}
