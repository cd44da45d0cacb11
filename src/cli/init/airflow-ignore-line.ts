import { ignoreSyntax, isIgnored, readIgnoreFile } from "../../discover/airflow-ignore.ts";
import { isWithin, joinPath, type Path } from "../../model/path.ts";
import type { AirflowMajor } from "../../model/version.ts";

/**
 * The line of a `.airflowignore` in `folder` that hides what lies in `hidden`: a regular expression on Airflow 2, a glob on
 * 3 (Airflow, `dag_ignore_file_syntax`). Where it is not known which of them runs, one that both read alike, which hides
 * a folder of that name below it too.
 */
export function ignoreLine(folder: Path, hidden: Path, airflow: AirflowMajor | null): string {
  const inside = folder === "" ? hidden : hidden.slice(folder.length + 1);
  if (airflow === 3) return `/${inside.replace(/[\\*?[\]!#]/g, "\\$&")}/`;
  const regexp = inside.replace(/[\\^$.|?*+()[\]{}#]/g, "\\$&");
  return airflow === 2 ? `^${regexp}/` : `${inside}/`;
}

/** Whether the `.airflowignore` in `folder`, with this text, hides the files of a folder already. */
export function isHidden(folder: Path, text: string, hidden: Path, airflow: AirflowMajor | null): boolean {
  if (!isWithin(hidden, folder)) return false;
  const file = readIgnoreFile(joinPath(folder, ".airflowignore"), text);
  return isIgnored(joinPath(hidden, "a.py"), [file], ignoreSyntax(airflow));
}
