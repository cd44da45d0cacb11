import type { Config } from "../../model/config.ts";
import { baseName, folderOf, isWithin, joinPath, type Path } from "../../model/path.ts";
import type { DagSite, PlainDag } from "../../model/site.ts";
import type { AirflowMajor } from "../../model/version.ts";
import { isExcluded } from "../entry-points.ts";
import type { PythonFiles } from "../load-python.ts";
import { runPlain } from "./run.ts";

/**
 * The DAGs of plain Python files in the DAGs folder, with their tasks, as far as they can be told without running them:
 * files that Airflow loads, which are those that speak of a DAG and of Airflow (`airflow/utils/file.py`,
 * `might_contain_dag`), that no `.airflowignore` and no `exclude` names and that are no task files.
 */
export function plainDags(
  files: PythonFiles,
  config: Config,
  sites: readonly DagSite[],
  airflowHome: Path | null,
  entryPoints: readonly Path[],
  airflow: AirflowMajor | null,
): readonly PlainDag[] {
  const excluded = isExcluded(files, config, airflow);
  const folders = sites.map(({ folder }) => folder);
  const roots = airflowHome === null ? entryPoints.map(folderOf) : [joinPath(airflowHome, "dags")];
  const loaded = [...files.texts]
    .filter(
      ([path, text]) =>
        roots.some((root) => isWithin(path, root)) &&
        !folders.some((folder) => isWithin(path, folder)) &&
        !baseName(path).startsWith(".") &&
        /dag/i.test(text) &&
        /airflow/i.test(text) &&
        !excluded(path),
    )
    .map(([path]) => path)
    .sort();
  return loaded.flatMap((path) => {
    const code = files.code(path);
    return code
      ? runPlain(path, code).map(({ id, at, tasks, complete }) => ({ id, at, tasks: [...tasks].sort(), complete }))
      : [];
  });
}
