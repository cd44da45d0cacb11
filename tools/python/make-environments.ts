import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
const locks = join(root, "test/parity/environments");
const cache = join(root, ".cache/python");

/** Paths of the Python interpreters of the two environments: real Airflow with gusty. `bin/ruff` lies beside each. */
export interface Environments {
  readonly airflow2: string;
  readonly airflow3: string;
}

/** Python versions on which both pinned Airflows run. */
const VERSIONS = ["3.12", "3.11"];

const NO_PYTHON = `The parity tests need Python ${VERSIONS.join(" or ")}, and none was found.
  Debian, Ubuntu: apt-get install python3 python3-venv   (if that is ${VERSIONS.join(" or ")})
  macOS:          brew install python@3.12
  anywhere:       uv python install 3.12, or pyenv install 3.12
Then run the command again.`;

const NO_VENV = (python: string): string => `${python} cannot make a virtual environment.
  Debian, Ubuntu: apt-get install python3-venv
  anywhere:       put uv on the PATH
Then run the command again.`;

/**
 * Makes the two Python environments of the parity tests under `.cache/python`, from the locked requirements in
 * `test/parity/environments`. An environment that was made from the same lock and Python is used again.
 */
export async function makeEnvironments(): Promise<Environments> {
  const python = await findPython();
  const [airflow2, airflow3] = await Promise.all(
    ["airflow-2", "airflow-3"].map((name) => makeEnvironment(name, join(locks, `${name}.txt`), python)),
  );
  if (airflow2 === undefined || airflow3 === undefined) throw new Error("an environment is missing");
  return { airflow2, airflow3 };
}

/** Makes an environment with Airflow 3 and without gusty, in the same way. Gives the path of its interpreter. */
export async function makeAirflowAlone(): Promise<string> {
  return makeEnvironment("airflow-3-alone", join(locks, "airflow-3-alone.txt"), await findPython());
}

/** Makes the environment of the linters of workflows, in the same way. Gives the path of its interpreter; `zizmor` lies beside it. */
export async function makeLinters(): Promise<string> {
  return makeEnvironment("lint", join(root, "test/end-to-end/environments/lint.txt"), await findPython());
}

/** Older releases of gusty that are installed to be asked; 0.7 is the last before 0.8. */
export type OldGusty = "0.6" | "0.7" | "0.16" | "0.22";

/**
 * Puts an older gusty into a folder of its own, to stand before the gusty of another environment.
 * @returns the folder, for PYTHONPATH
 */
export async function makeOldGusty(release: OldGusty = "0.7"): Promise<string> {
  const folder = join(cache, `gusty-${release}`);
  const lock = join(locks, `gusty-${release}.txt`);
  const { airflow2 } = await makeEnvironments();
  const made = await readFile(lock, "utf8");
  if ((await readFile(join(folder, "made-from"), "utf8").catch(() => "")) === made) return folder;
  await rm(folder, { recursive: true, force: true });
  const uv = await findUv();
  const where = ["--python", airflow2, "--target", folder, "--no-deps", "--require-hashes"];
  await run(uv ?? (await installUv(airflow2, dirname(dirname(airflow2)))), [
    "pip",
    "install",
    "--quiet",
    ...where,
    "-r",
    lock,
  ]);
  await writeFile(join(folder, "made-from"), made);
  return folder;
}

interface Python {
  readonly path: string;
  readonly version: string;
}

async function findPython(): Promise<Python> {
  for (const candidate of [
    ...VERSIONS.map((version) => `python${version}`),
    "python3",
    "python",
    ...(await managed()),
  ]) {
    const found = await describe(candidate);
    if (found && VERSIONS.some((version) => found.version.startsWith(`${version}.`))) return found;
  }
  throw new Error(NO_PYTHON);
}

/** Interpreters that pyenv and uv have installed, the newest first. */
async function managed(): Promise<string[]> {
  const homes = [
    join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions"),
    join(process.env.XDG_DATA_HOME ?? join(homedir(), ".local/share"), "uv/python"),
  ];
  const found = await Promise.all(
    homes.map(async (home) =>
      (await readdir(home).catch(() => [])).sort().map((name) => join(home, name, "bin/python3")),
    ),
  );
  return found.flat().reverse();
}

async function describe(command: string): Promise<Python | null> {
  const ask = "import sys; print(sys.executable); print('.'.join(map(str, sys.version_info[:3])))";
  const answer = await run(command, ["-c", ask]).catch(() => null);
  const [path, version] = answer?.stdout.trim().split("\n") ?? [];
  return path && version ? { path, version } : null;
}

async function makeEnvironment(name: string, lock: string, python: Python): Promise<string> {
  const folder = join(cache, name);
  const interpreter = join(folder, "bin/python");
  const marker = join(folder, "made-from");
  const made = createHash("sha256")
    .update(await readFile(lock))
    .update(`\n${python.path} ${python.version}`)
    .digest("hex");
  if (existsSync(interpreter) && (await readFile(marker, "utf8").catch(() => "")) === made) return interpreter;

  await rm(folder, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  const uv = await findUv();
  if (uv) await run(uv, ["venv", "--quiet", "--python", python.path, folder]);
  else await run(python.path, ["-m", "venv", folder]).catch(() => Promise.reject(new Error(NO_VENV(python.path))));
  await install(uv ?? (await installUv(interpreter, folder)), interpreter, lock);
  await writeFile(marker, made);
  return interpreter;
}

const findUv = (): Promise<string | null> =>
  run("uv", ["--version"]).then(
    () => "uv",
    () => null,
  );

/** Puts the pinned uv into the environment itself: pip alone takes minutes where uv takes seconds. */
async function installUv(interpreter: string, folder: string): Promise<string> {
  await run(interpreter, ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", join(locks, "uv.txt")]);
  return join(folder, "bin/uv");
}

async function install(uv: string, interpreter: string, lock: string): Promise<void> {
  const arguments_ = ["pip", "install", "--quiet", "--python", interpreter, "--require-hashes", "-r", lock];
  await run(uv, arguments_, { maxBuffer: 1 << 26 });
}

if (import.meta.main) {
  try {
    console.log(await makeEnvironments());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
