import type { Config } from "../model/config.ts";
import type { Dag } from "../model/dag.ts";
import { asPath, baseName, folderOf, type Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Content, Snapshot } from "../model/snapshot.ts";
import type { Versions } from "../model/version.ts";
import { decodeText } from "../snapshot/text.ts";
import { templateFiles } from "./template-files.ts";
import { filesOfValue } from "./value-files.ts";

/** Every file that a span of the project may point into, and templates that arguments name. */
export function spannedFiles(
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
    for (const { file } of dag.site.setup ?? []) pointed.add(file);
    for (const { at, needs, values } of dag.site.statements ?? []) {
      for (const { file } of [at, ...needs, ...values.flatMap(([, value]) => value.needs)]) pointed.add(file);
    }
    for (const field of [...dag.settings, ...[...dag.groups, ...dag.tasks].flatMap((node) => node.arguments)])
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

/** The texts of files by path; a file that is no UTF-8 as far as it can be read. */
export function textsOf(contents: ReadonlyMap<Path, Content>): ReadonlyMap<Path, string> {
  const texts = new Map<Path, string>();
  for (const [path, content] of contents) {
    if (!content.ok) continue;
    const decoded = decodeText(content.bytes);
    texts.set(path, decoded.ok ? decoded.text : new TextDecoder().decode(content.bytes));
  }
  return texts;
}
