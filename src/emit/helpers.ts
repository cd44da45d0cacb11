import type { AirflowMajor } from "../model/version.ts";
import type { FileScope } from "./file-scope.ts";

/** Functions that a generated file defines for itself, each only where it is used. */
const HELPERS = {
  load_callable: (name: string, scope: FileScope): string => {
    const path = scope.member("pathlib", "Path");
    const util = scope.module("importlib.util");
    return `def ${name}(path: ${path}, name: str):
    """A function of a Python file, from a module of its own: every call runs the file anew."""
    module_name = "".join(char for char in str(path) if char.isalnum())
    spec = ${util}.spec_from_file_location(module_name, str(path))
    module = ${util}.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)`;
  },
  run_file: (name: string, scope: FileScope, airflow: AirflowMajor): string => {
    const path = scope.member("pathlib", "Path");
    const sameName =
      airflow === 3
        ? `    run.__qualname__ = "parse_py.<locals>.<lambda>"  # gusty's, for Airflow compares names\n`
        : "";
    return `def ${name}(path: ${path}):
    """A callable that runs a Python file; functions of the file do not see its top-level names."""
    file_path = str(path)

    def run():
        exec(open(file_path).read(), {"__name__": __name__}, {"file_path": file_path})

${sameName}    return run`;
  },
  depend: (name: string): string => {
    return `def ${name}(task, reach):
    """Puts a task behind what its operator found out by itself, as far as it is in reach."""
    for dependency in sorted(set(getattr(task, "dependencies", []))):
        if dependency in reach:
            task.set_upstream(reach[dependency])`;
  },
  env_switch: (name: string, scope: FileScope): string => {
    const os = scope.module("os");
    return `def ${name}(default=None, **values):
    """The value for the environment that ENV names, or the variable that AB__ENV names."""
    unspecified = "value_unspecified"
    environment = ${os}.environ.get(${os}.environ.get("AB__ENV", "ENV"), unspecified)
    return values.get(environment, unspecified if default is None else default)`;
  },
  previous_date: (name: string, scope: FileScope): string => {
    const pendulum = scope.module("pendulum");
    return `def ${name}(tz="utc", days=1):
    """The date so many days ago, as text."""
    return (${pendulum}.now(tz) - ${scope.member("datetime", "timedelta")}(days=days)).to_date_string()`;
  },
  previous_hour: (name: string, scope: FileScope): string => {
    const pendulum = scope.module("pendulum");
    return `def ${name}(tz="utc", hours=1, days=0):
    """The full hour so many hours and days ago, as text."""
    moment = ${pendulum}.now(tz) - ${scope.member("datetime", "timedelta")}(hours=hours, days=days)
    return moment.replace(minute=0, second=0).to_datetime_string()`;
  },
  days_ago: (name: string, scope: FileScope): string => {
    return `def ${name}(n):
    """Midnight in UTC, n days ago."""
    return ${scope.module("pendulum")}.today("UTC").add(days=-n)`;
  },
} as const;

export type HelperName = keyof typeof HELPERS;

/**
 * The text of every helper that the file uses. They do what gusty and ABSQL do (`gusty/parsing/utils.py`,
 * `get_callable_from_file`; `gusty/parsing/parsers.py`, `parse_py`; `gusty/utils`, `days_ago`; `absql/functions`).
 */
export function helperTexts(scope: FileScope, airflow: AirflowMajor): string[] {
  const texts: string[] = [];
  for (const [key, make] of Object.entries(HELPERS)) {
    const name = scope.helpers.get(key);
    if (name !== undefined) texts.push(make(name, scope, airflow));
  }
  return texts;
}
