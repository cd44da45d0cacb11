import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";

const run = promisify(execFile);

/** A Python in which Airflow and gusty are installed. */
export interface Python {
  readonly path: string;
  readonly airflow: string;
  readonly gusty: string;
}

const HINT = "Name the Python in which Airflow and gusty are installed: --python PATH.";

const ASK = `
import json
from importlib.metadata import PackageNotFoundError, version
found = {}
for name in ("apache-airflow", "apache-airflow-core", "gusty"):
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        pass
print(json.dumps(found))
`;

/**
 * The Python to verify with: the one named, else that of the active virtual environment, else `python3` on the PATH.
 * Throws a `UserError` where it cannot be started, or has no Airflow or no gusty.
 */
export async function findPython(host: Host, named: string | undefined): Promise<Python> {
  const path = named === undefined ? defaultPython(host) : /[\\/]/.test(named) ? resolve(host.cwd, named) : named;
  const answer = await run(path, ["-c", ASK], { cwd: host.cwd, env: { ...host.env } }).catch(() => null);
  if (answer === null) throw new UserError(`the Python \`${path}\` cannot be run`, HINT);
  const versions: unknown = JSON.parse(answer.stdout);
  const versionOf = (name: string): string | null => {
    const found = versions !== null && typeof versions === "object" ? Reflect.get(versions, name) : null;
    return typeof found === "string" ? found : null;
  };
  const airflow = versionOf("apache-airflow") ?? versionOf("apache-airflow-core");
  const gusty = versionOf("gusty");
  if (airflow === null) throw new UserError(`the Python \`${path}\` has no Airflow`, HINT);
  if (gusty === null) throw new UserError(`the Python \`${path}\` has no gusty`, HINT);
  return { path, airflow, gusty };
}

function defaultPython({ env }: Host): string {
  const active = env.VIRTUAL_ENV;
  if (active === undefined || active === "") return "python3";
  return process.platform === "win32" ? join(active, "Scripts/python.exe") : join(active, "bin/python");
}
