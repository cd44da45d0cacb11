import { configsOf, MOST_DEPLOYMENTS } from "../config/deployments.ts";
import { certainMajor, findVersions, hasOwnAirflow } from "../config/versions.ts";
import { discoverSites, loadSources, type Sources } from "../discover/discover-sites.ts";
import { dagsParent, homeOfSite } from "../discover/homes.ts";
import type { Config } from "../model/config.ts";
import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Discovery } from "../model/site.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { AirflowMajor, Versions } from "../model/version.ts";

/** What is known of one deployment before its DAGs are compiled. */
export interface Deployment {
  readonly config: Config;
  readonly versions: Versions;
  readonly discovery: Discovery;
}

/** The deployments of a version, and what belongs to none of them. */
export interface Deployments {
  readonly deployments: readonly Deployment[];
  readonly problems: readonly Problem[];
}

/**
 * The deployments that the configuration lists. Where it lists none there is one, unless several are plain to see: DAGs
 * lie below the `dags` folders of several folders, and each of these has files of its own that name its Airflow.
 * `chosen` is the Airflow of the caller's choice.
 */
export async function findDeployments(
  snapshot: Snapshot,
  config: Config,
  chosen: AirflowMajor | undefined,
): Promise<Deployments> {
  const sources = await loadSources(snapshot);
  const discover = (one: Config, airflow: AirflowMajor | null) => discoverSites(snapshot, one, airflow, sources);
  const all = async (configs: readonly Config[]): Promise<readonly Deployment[]> => {
    const found: Deployment[] = [];
    for (const one of configs) {
      const versions = await findVersions(snapshot, one, chosen);
      found.push({ config: one, versions, discovery: await discover(one, certainMajor(versions)) });
    }
    return found;
  };
  if (config.deployments.length > 0) {
    return { deployments: await all(configsOf(config)), problems: await outsideOf(snapshot, config, sources) };
  }
  const deployments = await all([config]);
  const homes = new Set<Path>();
  for (const { versions, discovery } of isSilent(config) ? deployments : []) {
    // Pins of two majors: what an `.airflowignore` hides may be hidden from the other Airflow alone.
    const both = versions.airflow.from !== null && certainMajor(versions) === null;
    const views = both ? [discovery, await discover(config, 2), await discover(config, 3)] : [discovery];
    for (const home of views.flatMap(homesOf)) homes.add(home);
  }
  if (homes.size < 2) return { deployments, problems: [] };
  const listed = [...homes].sort().map((root) => ({ root, airflow: null, gusty: null, versionsFrom: null }));
  const configs = configsOf({ ...config, deployments: listed });
  const pinned = await Promise.all(configs.map((one) => hasOwnAirflow(snapshot, one)));
  return { deployments: pinned.every((own) => own) ? await all(configs) : deployments, problems: [] };
}

/** Nothing is said of the one deployment. */
const isSilent = ({ root, airflow, gusty, versionsFrom }: Config): boolean =>
  [root, airflow, gusty, versionsFrom].every((given) => given === null);

/**
 * The folders that hold the `dags` folders of all DAGs, and of entry points whose DAGs are not known as long as it is not
 * known which of these folders is their AIRFLOW_HOME; none where a DAG lies elsewhere.
 */
function homesOf({ sites, undecided }: Discovery): readonly Path[] {
  const homes = sites.map(homeOfSite);
  const open = undecided.flatMap(({ at, hides }) => (hides.what === "sites" ? (dagsParent(at.file) ?? []) : []));
  const known = homes.flatMap((home) => home ?? []);
  const all = [...new Set([...known, ...open])].sort();
  return known.length < homes.length || all.length > MOST_DEPLOYMENTS ? [] : all;
}

/** DAGs that lie in none of the listed deployments: nothing else would be said of them. */
async function outsideOf(snapshot: Snapshot, config: Config, sources: Sources): Promise<readonly Problem[]> {
  const elsewhere = config.deployments.flatMap(({ root }) => root ?? []);
  const { sites, undecided } = await discoverSites(snapshot, { ...config, deployments: [], elsewhere }, null, sources);
  const places = [
    ...sites.map(({ declared, entryPoint }) => (entryPoint === null ? null : declared)),
    ...undecided.map(({ at, hides }) => (hides.what === "sites" ? at : null)),
  ];
  const first = new Map(places.flatMap((at) => (at === null ? [] : [[at.file, at] as const])).reverse());
  return [...first.values()]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((at) => ({
      kind: "configuration",
      at,
      detail: "this makes DAGs, and lies below the `root` of no deployment: they are not reviewed",
      expected: "a deployment with a `root` above this file, or a pattern of `exclude` for it",
    }));
}
