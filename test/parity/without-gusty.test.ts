import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { makeAirflowAlone } from "../../tools/python/make-environments.ts";
import { compileFixture } from "./compile-fixture.ts";
import { readFixtures } from "./fixtures.ts";
import { runJudge } from "./judge.ts";

const place = resolve(import.meta.dirname, "../../.cache/parity/without-gusty");

test("Airflow loads every generated file where gusty is not installed", async () => {
  const python = await makeAirflowAlone();
  const installed = "import importlib.util as u; print([n for n in ('gusty', 'absql', 'jupytext') if u.find_spec(n)])";
  expect((await promisify(execFile)(python, ["-c", installed])).stdout.trim()).toBe("[]");

  const fixtures = readFixtures().filter(({ airflow, leftToPython }) => airflow.includes(3) && !leftToPython);
  const compiled = [];
  for (const fixture of fixtures) compiled.push(await compileFixture(fixture, 3, place));
  const worlds = await runJudge(
    python,
    compiled.map(({ jobs }) => jobs.generated),
  );
  let loaded = 0;
  for (const [at, { files }] of compiled.entries()) {
    const world = worlds[at];
    // A file that needs ABSQL says so in its head.
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    const needing = texts.filter((text) => text.includes("# ABSQL is still needed"));
    const errors = Object.values(world?.errors ?? {});
    expect(errors, join(place, "generated", fixtures[at]?.name ?? "")).toEqual(
      needing.map(() => "ModuleNotFoundError: No module named 'absql'"),
    );
    expect(Object.keys(world?.dags ?? {})).toHaveLength(files.length - needing.length);
    loaded += files.length - needing.length;
  }
  expect(loaded).toBeGreaterThan(80);
});
