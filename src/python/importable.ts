import { type Obj, str } from "./objects.ts";
import { AIRFLOW_HOME, DAGS_FOLDER } from "./symbolic-path.ts";

/** Constants of packages outside the repository that are known. */
const CONSTANTS: ReadonlyMap<string, Obj> = new Map<string, Obj>([
  ["airflow.configuration.AIRFLOW_HOME", str(AIRFLOW_HOME)],
  ["airflow.settings.AIRFLOW_HOME", str(AIRFLOW_HOME)],
  ["airflow.settings.DAGS_FOLDER", str(DAGS_FOLDER)],
  ["os.sep", str("/")],
  ["os.path.sep", str("/")],
  ["os.environ", { t: "environ" }],
]);

/** An object of a package outside the repository. The aliases of one thing get one path. */
export function importable(path: string): Obj {
  const plain = path
    .replace(/^posixpath(?=\.|$)/, "os.path")
    .replace(/^gusty\.multi\.create_dags$/, "gusty.create_dags");
  const constant = CONSTANTS.get(plain);
  return constant ? { ...constant } : { t: "importable", path: plain };
}

/** AIRFLOW_HOME and AIRFLOW__CORE__DAGS_FOLDER as symbolic paths; `null` for every other variable of the environment. */
export function knownVariable(name: string): Obj | null {
  if (name === "AIRFLOW_HOME") return str(AIRFLOW_HOME);
  return name === "AIRFLOW__CORE__DAGS_FOLDER" ? str(DAGS_FOLDER) : null;
}
