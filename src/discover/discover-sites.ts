import { isElsewhere, isOwn } from "../config/deployments.ts";
import { configuredMajor } from "../config/versions.ts";
import type { Config } from "../model/config.ts";
import { asPath, baseName, folderOf, isWithin, joinPath, type Path } from "../model/path.ts";
import type { DagSite, Discovery, Undecided } from "../model/site.ts";
import type { ContentRefusal, Snapshot } from "../model/snapshot.ts";
import type { AirflowMajor } from "../model/version.ts";
import { type Candidates, findCandidates, isExcluded } from "./entry-points.ts";
import { type Folders, foldersOf } from "./folders.ts";
import { dagsParent } from "./homes.ts";
import { loadData, loadPython, type PythonFiles } from "./load-python.ts";
import { matchesPath } from "./path-pattern.ts";
import { plainDags } from "./plain/dags.ts";
import { type EntryPointRun, runEntryPoint } from "./run-entry-point.ts";

const REFUSALS: Readonly<Record<ContentRefusal | "not-utf8", string>> = {
  missing: "it is missing",
  "too-large": "it is too large to read",
  lfs: "it is kept in Git LFS",
  symlink: "it is a link",
  submodule: "it is a submodule",
  "not-utf8": "it is no UTF-8",
};

/** What discovery reads of a version, whatever the deployment. */
export interface Sources {
  readonly files: PythonFiles;
  readonly folders: Folders;
  readonly candidates: Candidates;
}

/** Loads what discovery reads, for one deployment or for several. */
export async function loadSources(snapshot: Snapshot): Promise<Sources> {
  const files = await loadPython(snapshot);
  return { files, folders: foldersOf(snapshot), candidates: findCandidates(files) };
}

/**
 * Finds every folder that an entry point turns into a DAG, and those that `windsock.yml` declares, without running any
 * Python: of one deployment, where the configuration is that of one of several. Left out is what `exclude` and
 * `.airflowignore` name, and folders named `tests`. What cannot be decided is in `undecided`, with the reason; it never
 * throws for what files hold.
 * @param airflow the major that runs, by which `.airflowignore` files are read; `null`: not known. Default: as configured
 * @param sources what is loaded already
 */
export async function discoverSites(
  snapshot: Snapshot,
  config: Config,
  airflow: AirflowMajor | null = configuredMajor(config),
  sources?: Sources,
): Promise<Discovery> {
  const { files, folders, candidates } = sources ?? (await loadSources(snapshot));
  const excluded = isExcluded(files, config, airflow);
  const own = (path: Path): boolean => isOwn(config, path) && !excluded(path);
  const importing = candidates.importing.filter(own);
  const declared = declaredSites(folders, config);
  const direct = await runAll(snapshot, importing, files, (file) => runEntryPoint(file, files, folders, config, true));
  const known = [...declared, ...direct.flatMap((run) => run.sites)];
  const outside = candidates.wrapping.filter((file) => own(file) && !known.some((site) => isWithin(file, site.folder)));
  const indirect = await runAll(snapshot, outside, files, (file) => runEntryPoint(file, files, folders, config, false));
  const runs = [...direct, ...indirect];
  const kept = withoutTaskFiles(runs, declared);
  const found = unique(
    kept.flatMap((run) => run.sites),
    (site) => `${key(site.declared)} ${site.folder}`,
  );
  const declaredFolders = new Set(declared.map((site) => site.folder));
  const sites = [...declared, ...found.filter((site) => !declaredFolders.has(site.folder))].sort(byPlace);
  const live = (one: Undecided): boolean => one.hides.what === "sites" || !declaredFolders.has(one.hides.folder);
  const unreadable = [...files.unreadable]
    .filter(
      ([path]) => path.endsWith(".py") && isOwn(config, path) && !sites.some((site) => isWithin(path, site.folder)),
    )
    .map(
      ([path, why]): Undecided => ({
        at: { file: path, start: 0, end: 0 },
        expression: path,
        why: `${REFUSALS[why]}, so that it is not known whether it makes DAGs`,
        hides: { what: "sites" },
      }),
    );
  const undecided = unique([...kept.flatMap((run) => run.undecided).filter(live), ...unreadable], (one) =>
    [key(one.at), one.expression, one.hides.what === "sites" ? "" : `${one.hides.folder} ${one.hides.path}`].join(" "),
  ).sort((a, b) => compare(a.at.file, b.at.file) || a.at.start - b.at.start);
  const entryPoints = kept
    .filter((run) => importing.includes(run.file) || run.sites.length > 0)
    .map((run) => run.file)
    .sort();
  const airflowHome = homeOf(config, kept, sites);
  return {
    sites,
    undecided,
    entryPoints,
    overruled: found.filter((site) => declaredFolders.has(site.folder)).sort(byPlace),
    plainDags: plainDags(files, config, sites, airflowHome, entryPoints, airflow),
    airflowHome,
    importRoots:
      config.operators.roots?.filter((root) => !isElsewhere(config, root)) ?? importRoots(folders, kept, airflowHome),
  };
}

/** Runs files; those that read other files of the repository once more when these are loaded, a batch for all. */
async function runAll(
  snapshot: Snapshot,
  paths: readonly Path[],
  files: PythonFiles,
  run: (file: Path) => EntryPointRun,
): Promise<EntryPointRun[]> {
  let runs = paths.map(run);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const wanted = [...new Set(runs.flatMap((one) => one.wanted))].sort();
    if (wanted.length === 0) break;
    await loadData(snapshot, files, wanted);
    runs = runs.map((one) => (one.wanted.some((path) => files.data.has(path)) ? run(one.file) : one));
    if (!wanted.some((path) => files.data.has(path))) break;
  }
  return runs;
}

/** Files that name files that name files: no entry point goes further. */
const MAX_ROUNDS = 3;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const key = (at: { readonly file: Path; readonly start: number }): string => `${at.file}:${at.start}`;
const byPlace = (a: DagSite, b: DagSite): number =>
  compare(a.folder, b.folder) || compare(a.declared.file, b.declared.file) || a.declared.start - b.declared.start;

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return [...found.values()];
}

/** Folders that `windsock.yml` declares, as sites; the first pattern that matches a folder counts. */
function declaredSites(folders: Folders, config: Config): DagSite[] {
  const { file } = config;
  if (file === null) return [];
  return folders.all.flatMap((folder): DagSite[] => {
    const pattern = config.dags.find((one) => matchesPath(one.path, folder));
    if (!pattern || !isOwn(config, folder) || isWithin(folder, config.generated.directory)) return [];
    return [
      {
        id: baseName(folder),
        folder,
        declared: pattern.at,
        by: "windsock.yml",
        entryPoint: null,
        arguments: pattern.arguments,
      },
    ];
  });
}

/** Leaves out files inside the DAG folder of another entry point: they are tasks. */
function withoutTaskFiles(runs: readonly EntryPointRun[], declared: readonly DagSite[]): EntryPointRun[] {
  const inside = (file: Path, others: readonly DagSite[]): boolean =>
    others.some((site) => isWithin(file, site.folder));
  return runs.filter((run) => {
    const others = runs
      .filter((other) => other !== run && !inside(other.file, run.sites))
      .flatMap((other) => other.sites);
    return (
      !inside(run.file, declared) &&
      !inside(
        run.file,
        others.filter((site) => site.entryPoint !== run.file),
      )
    );
  });
}

/** AIRFLOW_HOME: as configured, as entry points use it, or the folder that holds the `dags` folder of all entry points. */
function homeOf(config: Config, runs: readonly EntryPointRun[], sites: readonly DagSite[]): Path | null {
  if (config.root !== null) return config.root;
  const used = new Set(runs.flatMap((run) => [...run.homes]));
  const [only] = used;
  if (used.size > 0) return used.size === 1 && only !== undefined ? only : null;
  const places = [
    ...runs.filter((run) => run.sites.length > 0).map((run) => folderOf(run.file)),
    ...sites.map((site) => site.folder),
  ];
  const homes = new Set(places.map(dagsParent));
  const [home] = homes;
  return homes.size === 1 && home !== undefined ? home : null;
}

/** Folders from which modules of the repository are imported, in Python's order, each that exists once. */
function importRoots(folders: Folders, runs: readonly EntryPointRun[], airflowHome: Path | null): Path[] {
  const home = airflowHome ?? asPath("");
  const known = [joinPath(home, "dags"), joinPath(home, "plugins"), joinPath(home, "operators")];
  const roots = [...runs.flatMap((run) => run.importRoots), ...known, home, asPath("")];
  return unique(
    roots.filter((folder) => folder === "" || folders.isFolder(folder)),
    (folder) => folder,
  );
}
