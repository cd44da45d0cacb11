import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { compileFixture } from "./compile-fixture.ts";
import { readFixtures } from "./fixtures.ts";
import type { Job, Json } from "./judge.ts";

const work = resolve(import.meta.dirname, "../../.cache/parity/runs");
const fixtures = readFixtures().filter(({ name }) => name.startsWith("runs-"));
const environments = makeEnvironments();

/** A metadata database of this Airflow, made once. */
async function databaseOf(python: string, airflow: number): Promise<string> {
  const home = join(work, `airflow-${airflow}`, "empty");
  const database = join(home, "airflow.db");
  if (existsSync(database)) return database;
  const making = `${home}-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await promisify(execFile)(join(dirname(python), "airflow"), ["db", "migrate"], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      AIRFLOW_HOME: making,
      AIRFLOW__CORE__LOAD_EXAMPLES: "False",
    },
  });
  rmSync(home, { recursive: true, force: true });
  renameSync(making, home);
  return database;
}

/** Runs every DAG of these worlds; paths of a world are written as `<project>`. */
function runDags(python: string, home: string, worlds: readonly Job[], database: string): Promise<Json[]> {
  rmSync(home, { recursive: true, force: true });
  const job = { home, roots: worlds.map(({ root, files }) => ({ root, files })), database };
  const child = spawn(python, [join(import.meta.dirname, "run_dags.py")], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let answer = "";
  let complaints = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = (complaints + text).slice(-4000);
  });
  child.stdin.end(JSON.stringify(job));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      if (code !== 0) return fail(new Error(`run_dags.py ended with ${code}:\n${complaints}`));
      const plain = worlds.reduce((text, { root }) => text.replaceAll(root, "<project>"), answer);
      done(JSON.parse(plain) as Json[]);
    });
  });
}

describe.each([2, 3] as const)("on Airflow %i", (airflow) => {
  test("a run of the generated DAGs gives what a run of gusty's gives", async () => {
    const { airflow2, airflow3 } = await environments;
    const python = airflow === 2 ? airflow2 : airflow3;
    const place = join(work, `airflow-${airflow}`);
    const database = await databaseOf(python, airflow);
    const compiled = await Promise.all(fixtures.map((fixture) => compileFixture(fixture, airflow, place)));
    const [gusty, generated] = await Promise.all([
      runDags(
        python,
        join(place, "home-of-gusty"),
        compiled.map(({ jobs }) => jobs.gusty),
        database,
      ),
      runDags(
        python,
        join(place, "home-of-generated"),
        compiled.map(({ jobs }) => jobs.generated),
        database,
      ),
    ]);
    const named = (results: readonly Json[]) => Object.fromEntries(fixtures.map(({ name }, at) => [name, results[at]]));
    expect(named(generated)).toEqual(named(gusty));
    expect(named(gusty)).toMatchObject({
      "runs-bash-tasks": { dags: { kitchen: { tasks: { spill: { state: "failed" }, skip: { state: "skipped" } } } } },
      "runs-python-tasks": {
        dags: {
          bakery: { tasks: { scopes: { state: "failed" }, weigh: { state: "success" }, eat: { state: "skipped" } } },
        },
        written: { "note.txt": "written by a file that is run\n", "told.txt": "serve" },
      },
      "runs-sql-on-sqlite": { dags: { larder: { state: "success" } } },
    });
  });
});
