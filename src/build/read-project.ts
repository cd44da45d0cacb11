import { withDependencies } from "../catalogue/configured-operators.ts";
import { openCatalogue } from "../catalogue/open-catalogue.ts";
import { isGustyBefore } from "../config/gusty-release.ts";
import { readConfig } from "../config/read-config.ts";
import { findVersions } from "../config/versions.ts";
import { discoverSites } from "../discover/discover-sites.ts";
import { type KnownValues, withKnownValues } from "../discover/known-values.ts";
import type { Config } from "../model/config.ts";
import type { Dag } from "../model/dag.ts";
import { asPath, baseName, folderOf, joinPath, type Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Project } from "../model/project.ts";
import type { DagSite, Discovery, Undecided } from "../model/site.ts";
import type { Content, Snapshot } from "../model/snapshot.ts";
import type { MetadataFile, TaskFile } from "../model/spec.ts";
import type { Field, TagConstructors } from "../model/value.ts";
import type { AirflowMajor, Versions } from "../model/version.ts";
import { parseMetadata } from "../parse/metadata-file.ts";
import type { ParseOptions } from "../parse/parse-options.ts";
import { parseTaskFile } from "../parse/task-file.ts";
import { decodeText } from "../snapshot/text.ts";
import { buildDag } from "./build-dag.ts";
import { joinDeployments } from "./deployments.ts";
import { fieldOf, truthOf } from "./fields.ts";
import { findDeployments } from "./find-deployments.ts";
import { ignoredFiles } from "./ignored-files.ts";
import { constructorFields } from "./level-metadata.ts";
import { indexFolders, type Level, levelsOf } from "./levels.ts";
import { withOpenTags } from "./open-tags.ts";
import { operatorPath, operatorRef } from "./operators.ts";
import { templateFiles } from "./template-files.ts";
import { filesOfValue } from "./value-files.ts";

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
  const found = await findDeployments(once, config);
  const [only] = found.configs;
  if (only !== undefined && found.configs.length === 1) {
    const generatedIn = [...new Set([only.generated.directory, later.config.generated.directory])];
    const own = { config: only, problems: [...problems, ...found.problems], generatedIn };
    return readDeployment(once, own, found.discovery ?? (await discoverSites(once, only)), options.airflow);
  }
  const deployments: Project[] = [];
  for (const one of found.configs) {
    const ofRoot = joinPath(one.root ?? asPath(""), later.config.generated.directory);
    const own = { config: one, problems: [], generatedIn: [...new Set([one.generated.directory, ofRoot])] };
    deployments.push(await readDeployment(once, own, await discoverSites(once, one), options.airflow));
  }
  const ofNone = [...problems, ...found.problems];
  const texts = textsOf(await once.load(ofNone.map(({ at }) => at.file)));
  const { commit, date } = snapshot;
  return joinDeployments({ commit, date, config, problems: ofNone, texts }, deployments);
}

/** One deployment, compiled for each choice of versions. */
async function readDeployment(
  snapshot: Snapshot,
  own: Chosen,
  discovery: Discovery,
  airflow: AirflowMajor | undefined,
): Promise<Project> {
  const versions = await findVersions(snapshot, own.config, airflow);
  const project = await compileFor(snapshot, own, discovery, versions);
  const others: Project[] = [];
  for (const choice of versions.others ?? []) {
    const { others: _, ...main } = versions;
    const other = {
      airflow: { ...main.airflow, major: choice.airflow },
      gusty: { ...main.gusty, version: choice.gusty },
    };
    others.push(await compileFor(snapshot, own, discovery, other));
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

/** The configuration that counts, and the folders that may hold generated files. */
interface Chosen {
  readonly config: Config;
  readonly problems: readonly Problem[];
  readonly generatedIn: readonly Path[];
}

/** Compiles every DAG for one choice of versions. */
async function compileFor(snapshot: Snapshot, own: Chosen, discovery: Discovery, versions: Versions): Promise<Project> {
  const { config, generatedIn } = own;
  const index = indexFolders(snapshot.tree.keys());
  const sites = discovery.sites.map((site) => ({
    site,
    levels: levelsOf(site.folder, index, versions.gusty.version, site.hooks?.extensions),
  }));

  const taskPaths = new Set(sites.flatMap(({ levels }) => levels.flatMap((level) => [...level.taskFiles])));
  const metadataPaths = new Set(sites.flatMap(({ levels }) => levels.flatMap((level) => level.metadata ?? [])));
  const contents = await snapshot.load([...taskPaths, ...metadataPaths]);
  const read = sites.map(({ site, levels }) => ({
    site,
    levels,
    ...readLevels(site, levels, contents, versions, config.values),
  }));

  const operators = operatorsOf(read.flatMap(({ taskFiles }) => [...taskFiles.values()]));
  const opened = await openCatalogue({
    snapshot,
    airflow: versions.airflow.major,
    gusty: versions.gusty.version,
    operators,
    importRoots: discovery.importRoots,
    airflowHome: discovery.airflowHome,
  });
  const catalogue = withDependencies(opened, config.operators.dependencies);
  const built = read.map(({ site, levels, taskFiles, metadata }) =>
    buildDag({
      site,
      airflow: versions.airflow.major,
      gusty: versions.gusty.version,
      levels,
      taskFiles,
      metadata,
      catalogue,
      undecided: discovery.undecided.filter(({ hides }) => hides.what === "argument" && hides.folder === site.folder),
    }),
  );
  const dags = built
    .map((dag) => withoutGusty(versions, dag))
    .map((dag) => ({ ...dag, problems: [...dag.problems, ...ignoredFiles(dag.site, index)] }));
  const problems: Problem[] = [
    ...own.problems,
    ...discovery.undecided.flatMap((item): Problem[] =>
      item.hides.what === "sites" ? [siteProblem(item, item.hides.missing)] : [],
    ),
  ];
  const operatorFiles = new Map(
    operators.flatMap((written): [string, readonly Path[]][] => {
      const operator = operatorRef(written, null);
      const files = catalogue.filesOf(written);
      return operator && files.length > 0 ? [[operatorPath(operator), files]] : [];
    }),
  );
  const pointed = spannedFiles(snapshot, dags, problems, discovery.entryPoints, versions, config, generatedIn);
  const spanned = await snapshot.load([...new Set([...pointed, ...[...operatorFiles.values()].flat()])]);
  return {
    commit: snapshot.commit,
    date: snapshot.date,
    config,
    versions,
    discovery,
    dags: [...dags].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.site.folder < b.site.folder ? -1 : 1)),
    problems,
    operatorFiles,
    generatedIn,
    texts: textsOf(new Map([...contents, ...spanned])),
  };
}

/** Where no gusty runs, an entry point that imports it makes no DAG. */
function withoutGusty({ gusty }: Versions, dag: Dag): Dag {
  if (!gusty.none || dag.site.entryPoint === null) return dag;
  const detail = "with `gusty: none` Python finds no gusty to import";
  const expected = "the folder under `dags:` in `windsock.yml`, and its generated Python in place of this call";
  return {
    ...dag,
    outcome: "fails",
    problems: [...dag.problems, { kind: "raises", at: dag.site.declared, detail, expected }],
  };
}

/** What is wrong where folders are hidden: gusty raises for one that is not there, and else only Python knows them. */
function siteProblem({ at, expression, why }: Undecided, missing: string | undefined): Problem {
  if (missing === undefined) return { kind: "not-static", at, expression, why, affects: "sites" };
  const expected = "the path of a folder of the repository";
  return { kind: "folder-shape", at, folder: missing, detail: why, expected, raises: true };
}

function readLevels(
  site: DagSite,
  levels: readonly Level[],
  contents: ReadonlyMap<Path, Content>,
  versions: Versions,
  values: KnownValues,
) {
  const options: ParseOptions = {
    airflow: versions.airflow.major,
    gusty: versions.gusty.version,
    constructors: constructorsOf(site, versions.gusty.version),
    values,
    rendersTasks: truthOf(fieldOf(site.arguments, "render_on_create")?.value ?? { t: "null" }) === true,
    ...(site.call ? { call: site.call } : {}),
    ...(site.hooks ? { hooks: site.hooks.files } : {}),
  };
  const taskFiles = new Map<Path, TaskFile>();
  const metadata = new Map<Path, MetadataFile>();
  const contentOf = (path: Path): Content => contents.get(path) ?? { ok: false, why: "missing" };
  const open = <T extends TaskFile | MetadataFile>(file: T): T => ({
    ...file,
    problems: withOpenTags(site, file.problems),
  });
  const known = (fields: readonly Field[]): readonly Field[] => withKnownValues(fields, values, new Map());
  for (const level of levels) {
    for (const path of level.taskFiles) {
      const file = open(parseTaskFile(path, contentOf(path), options));
      taskFiles.set(path, { ...file, specs: file.specs.map((spec) => ({ ...spec, fields: known(spec.fields) })) });
    }
    if (!level.metadata) continue;
    const read = open(parseMetadata(level.metadata, contentOf(level.metadata), options));
    metadata.set(level.metadata, { ...read, fields: read.fields && known(read.fields) });
  }
  return { taskFiles, metadata };
}

/** The tags that the site adds: `dag_constructors`, beaten by `user_defined_macros` from gusty 0.18 on (`gusty/utils/context.py`, `generate_loader_constructors`). */
function constructorsOf(site: DagSite, gusty: string | null): TagConstructors {
  const tags = [
    ...constructorFields(fieldOf(site.arguments, "dag_constructors")?.value),
    ...(isGustyBefore(gusty, "0.18") ? [] : constructorFields(fieldOf(site.arguments, "user_defined_macros")?.value)),
  ];
  return new Map(tags.map((field) => [field.key.replace(/^!/, ""), field.value]));
}

const operatorsOf = (files: readonly TaskFile[]): readonly string[] => [
  ...new Set(
    files.flatMap((file) =>
      file.specs.flatMap((spec) => {
        const operator = fieldOf(spec.fields, "operator")?.value;
        return operator?.t === "str" ? [operator.v] : [];
      }),
    ),
  ),
];

function spannedFiles(
  snapshot: Snapshot,
  dags: readonly Dag[],
  problems: readonly Problem[],
  entryPoints: readonly Path[],
  versions: Versions,
  config: Config,
  generatedIn: readonly Path[],
): readonly Path[] {
  const pointed = new Set<Path>();
  for (const dag of dags) {
    for (const file of dag.tasks.flatMap((task) => templateFiles(dag, task))) pointed.add(file);
    for (const field of [...dag.settings, ...dag.tasks.flatMap((task) => task.arguments)])
      filesOfValue(field.value, pointed);
  }
  const pins = [versions.airflow.from?.file, versions.gusty.from?.file];
  const files = [
    ...entryPoints,
    ...pointed,
    ...dags.flatMap((dag) => dag.files),
    ...problems.map((problem) => problem.at.file),
    ...pins.flatMap((file) => file ?? []),
    ...dags.flatMap((dag) => dag.problems.map((problem) => problem.at.file)),
    ...generatedFiles(snapshot, generatedIn),
    ...(config.file ? [config.file] : []),
    asPath("windsock.yml"),
  ];
  return [...new Set(files)].filter((path) => snapshot.tree.has(path)).sort();
}

/** Committed Python in the folder of generated files, and what may hide it from Airflow. */
const generatedFiles = (snapshot: Snapshot, folders: readonly Path[]): readonly Path[] =>
  [...snapshot.tree.keys()].filter(
    (path) => (path.endsWith(".py") && folders.includes(folderOf(path))) || baseName(path) === ".airflowignore",
  );

function textsOf(contents: ReadonlyMap<Path, Content>): ReadonlyMap<Path, string> {
  const texts = new Map<Path, string>();
  for (const [path, content] of contents) {
    if (!content.ok) continue;
    const decoded = decodeText(content.bytes);
    texts.set(path, decoded.ok ? decoded.text : new TextDecoder().decode(content.bytes));
  }
  return texts;
}
