import { buildDag } from "../../src/build/build-dag.ts";
import { fieldOf } from "../../src/build/fields.ts";
import { indexFolders, levelsOf } from "../../src/build/levels.ts";
import { openCatalogue } from "../../src/catalogue/open-catalogue.ts";
import type { Dag } from "../../src/model/dag.ts";
import { asPath } from "../../src/model/path.ts";
import type { Field } from "../../src/model/value.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { parseMetadata } from "../../src/parse/metadata-file.ts";
import { parseTaskFile } from "../../src/parse/task-file.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

/** A task of a BashOperator that waits for what is named, as the text of a `.yml` file. */
export const bash = (...dependencies: readonly string[]): string =>
  `operator: airflow.operators.bash.BashOperator\nbash_command: echo\n${
    dependencies.length > 0 ? `dependencies: [${dependencies.join(", ")}]\n` : ""
  }`;

/** Builds the DAG `dags/bakery` of files given below that folder, with arguments of `create_dag`. */
export async function buildFolder(
  files: Readonly<Record<string, string>>,
  siteArguments: readonly Field[] = [{ key: "latest_only", keySpan: null, value: { t: "bool", v: false } }],
  airflow: AirflowMajor = 2,
): Promise<Dag> {
  const folder = asPath("dags/bakery");
  const snapshot = memorySnapshot(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])),
  );
  const contents = await snapshot.load([...snapshot.tree.keys()]);
  const options = { airflow, gusty: "0.23.1", constructors: new Map() };
  const levels = levelsOf(folder, indexFolders(snapshot.tree.keys()));
  const content = (path: ReturnType<typeof asPath>) =>
    contents.get(path) ?? { ok: false as const, why: "missing" as const };
  const taskFiles = new Map(
    levels.flatMap((level) =>
      level.taskFiles.map((path) => [path, parseTaskFile(path, content(path), options)] as const),
    ),
  );
  const metadata = new Map(
    levels.flatMap(({ metadata: path }) =>
      path ? [[path, parseMetadata(path, content(path), options)] as const] : [],
    ),
  );
  const operators = [...taskFiles.values()].flatMap((file) =>
    file.specs.flatMap((spec) => {
      const operator = fieldOf(spec.fields, "operator")?.value;
      return operator?.t === "str" ? [operator.v] : [];
    }),
  );
  const catalogue = await openCatalogue({
    snapshot,
    airflow,
    operators,
    importRoots: [],
    airflowHome: null,
    gusty: null,
  });
  const declared = { file: asPath("dags/dags.py"), start: 0, end: 10 };
  const site = {
    id: "bakery",
    folder,
    declared,
    by: "create_dag" as const,
    entryPoint: declared.file,
    arguments: siteArguments,
  };
  return buildDag({ site, airflow, gusty: null, levels, taskFiles, metadata, catalogue, undecided: [] });
}

export const edgesOf = (dag: Dag): readonly string[] => dag.edges.map((edge) => `${edge.up}>${edge.down}`).sort();
export const problemsOf = (dag: Dag): readonly string[] => dag.problems.map((problem) => problem.kind);
