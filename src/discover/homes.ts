import { asPath, folderOf, type Path } from "../model/path.ts";
import type { DagSite } from "../model/site.ts";

/** The folder that holds the outermost folder named `dags` on the way to `path` (Airflow's default `dags_folder`). */
export function dagsParent(path: Path): Path | null {
  const parts = path.split("/");
  const at = parts.indexOf("dags");
  return at < 0 ? null : asPath(parts.slice(0, at).join("/"));
}

/** The folder that is AIRFLOW_HOME by the looks of it, where Airflow loads this DAG. */
export const homeOfSite = ({ entryPoint, folder }: DagSite): Path | null =>
  dagsParent(entryPoint === null ? folder : folderOf(entryPoint));
