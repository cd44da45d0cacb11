import { withDependencies } from "../catalogue/configured-operators.ts";
import { openCatalogue } from "../catalogue/open-catalogue.ts";
import { isGustyBefore } from "../config/gusty-release.ts";
import type { KnownValues } from "../discover/known-values.ts";
import type { Config } from "../model/config.ts";
import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Project } from "../model/project.ts";
import type { DagSite, Discovery, Undecided } from "../model/site.ts";
import type { Content, Snapshot } from "../model/snapshot.ts";
import type { MetadataFile, TaskFile } from "../model/spec.ts";
import type { TagConstructors } from "../model/value.ts";
import type { Versions } from "../model/version.ts";
import { parseMetadata } from "../parse/metadata-file.ts";
import type { ParseOptions } from "../parse/parse-options.ts";
import { parseTaskFile } from "../parse/task-file.ts";
import { decodeText } from "../snapshot/text.ts";
import { buildDag } from "./build-dag.ts";
import { fieldOf, truthOf } from "./fields.ts";
import { ignoredFiles } from "./ignored-files.ts";
import { constructorFields } from "./level-metadata.ts";
import { type FolderIndex, indexFolders, type Level, levelsOf } from "./levels.ts";
import { withOpenTags } from "./open-tags.ts";
import { operatorPath, operatorRef } from "./operators.ts";
import { spannedFiles, textsOf } from "./spanned-files.ts";

/** The configuration that counts, and the folders that may hold generated files. */
export interface Chosen {
  readonly config: Config;
  readonly problems: readonly Problem[];
  readonly generatedIn: readonly Path[];
}

/** Compiles every DAG of one deployment for one choice of versions. Never throws for what a file holds. */
export async function compileDeployment(
  snapshot: Snapshot,
  own: Chosen,
  discovery: Discovery,
  versions: Versions,
): Promise<Project> {
  const { config, generatedIn } = own;
  const index = indexFolders(snapshot.tree.keys());
  const sites = sitesOf(discovery, versions, index);
  const contents = await snapshot.load([...new Set(sites.flatMap(filesOfSite))]);
  const read = sites.map(({ site, levels }) => ({
    site,
    levels,
    ...readLevels(site, levels, contents, versions, config.values),
  }));

  const operators = operatorsOf(read.flatMap(({ taskFiles }) => [...taskFiles.values()]));
  const opened = await openCatalogue({
    own: config.operators.catalogues.map(({ data }) => data),
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
    .map((dag) => {
      const problems = dag.problems.map((problem) => asWritten(problem, contents));
      return { ...dag, problems: [...problems, ...ignoredFiles(dag.site, index)] };
    });
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

/** The sites with their levels. */
export const sitesOf = ({ sites }: Discovery, { gusty }: Versions, index: FolderIndex) =>
  sites.map((site) => ({ site, levels: levelsOf(site.folder, index, gusty.version, site.hooks?.extensions) }));

/** The files of a site that are read: task files and METADATA. */
export const filesOfSite = ({ levels }: { readonly levels: readonly Level[] }): readonly Path[] =>
  levels.flatMap((level) => [...level.taskFiles, ...(level.metadata ? [level.metadata] : [])]);

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

/** What stays open, told by its text in the file, which is how `values:` names it. */
function asWritten(problem: Problem, contents: ReadonlyMap<Path, Content>): Problem {
  if (problem.kind !== "not-static" || problem.expression !== problem.affects) return problem;
  const content = contents.get(problem.at.file);
  const decoded = content?.ok ? decodeText(content.bytes) : null;
  const text = decoded?.ok ? decoded.text.slice(problem.at.start, problem.at.end).trim() : "";
  return text === "" ? problem : { ...problem, expression: text.slice(0, 200) };
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
  for (const level of levels) {
    for (const path of level.taskFiles) {
      taskFiles.set(path, open(parseTaskFile(path, contentOf(path), options)));
    }
    if (!level.metadata) continue;
    metadata.set(level.metadata, open(parseMetadata(level.metadata, contentOf(level.metadata), options)));
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
