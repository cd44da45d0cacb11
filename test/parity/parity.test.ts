import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { raises } from "../../src/build/outcome.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { type Compiled, compileFixture } from "./compile-fixture.ts";
import { type Fixture, readFixtures } from "./fixtures.ts";
import { runJudge, type World } from "./judge.ts";
import { leftToPython } from "./left-to-python.ts";

const run = promisify(execFile);
const fixtures = readFixtures();

/** A fixture in both worlds of one Airflow, or the error that compiling it threw. */
type Case = { readonly compiled: Compiled; readonly gusty: World; readonly generated: World };

const environments = makeEnvironments();

describe.each<AirflowMajor>([2, 3])("on Airflow %i", (airflow) => {
  const own = fixtures.filter((fixture) => fixture.airflow.includes(airflow));
  const cases = new Map<string, Case | Error>();
  let python = "";

  beforeAll(async () => {
    const paths = await environments;
    python = airflow === 2 ? paths.airflow2 : paths.airflow3;
    const compiled: { fixture: Fixture; made: Compiled }[] = [];
    for (const fixture of own) {
      try {
        compiled.push({ fixture, made: await compileFixture(fixture, airflow) });
      } catch (error) {
        cases.set(fixture.name, error instanceof Error ? error : new Error(String(error)));
      }
    }
    const worlds = await runJudge(
      python,
      compiled.flatMap(({ made }) => [made.jobs.gusty, made.jobs.generated]),
    );
    for (const [position, { fixture, made }] of compiled.entries()) {
      const [gusty, generated] = worlds.slice(2 * position, 2 * position + 2);
      if (gusty && generated) cases.set(fixture.name, { compiled: made, gusty, generated });
    }
  });

  function caseOf(name: string): Case {
    const found = cases.get(name);
    if (!found) throw new Error("the judge gave no answer");
    if (found instanceof Error) throw found;
    return found;
  }

  test.each(own.filter((fixture) => fixture.undecided).map((fixture) => fixture.name))("%s", (name) => {
    const { compiled, gusty } = caseOf(name);
    expect(gusty.errors).toEqual({});
    expect(compiled.project.dags.map((dag) => dag.outcome)).toEqual(Object.keys(gusty.dags).map(() => "undecided"));
    expect([...compiled.refused.keys()]).toEqual(Object.keys(gusty.dags));
  });

  test.each(own.filter((fixture) => fixture.leftToPython).map((fixture) => fixture.name))("%s", (name) => {
    const { compiled, gusty, generated } = caseOf(name);
    expect(compiled.project.dags.map((dag) => dag.outcome)).toEqual(["built"]);
    expect(leftToPython(compiled.project, gusty, generated), JSON.stringify([gusty, generated])).toHaveLength(1);
  });

  const decided = own.filter((fixture) => !fixture.undecided && !fixture.leftToPython);
  test.each(decided.map((fixture) => fixture.name))("%s", (name) => {
    const { compiled, gusty, generated } = caseOf(name);
    const outcomes = compiled.project.dags.map((dag) => `${dag.id}: ${dag.outcome}`);
    const problems = compiled.project.dags.flatMap((dag) => dag.problems.map((problem) => problem.kind));
    const undecided = compiled.project.discovery.undecided.map((one) => `${one.expression}: ${one.why}`);

    if (Object.keys(gusty.errors).length > 0) {
      expect(
        compiled.project.dags.some((dag) => dag.outcome === "fails") || compiled.project.problems.some(raises),
        `gusty raises ${JSON.stringify(gusty.errors)}, Windsock says ${outcomes.join(", ")}`,
      ).toBe(true);
    } else {
      expect(
        compiled.project.dags.filter((dag) => dag.outcome !== "built").map((dag) => dag.id),
        `${outcomes.join(", ")}; ${problems.join(", ")}; ${undecided.join(", ")}`,
      ).toEqual([]);
      expect(Object.fromEntries(compiled.refused)).toEqual({});
      expect(Object.keys(generated.dags), undecided.join(", ")).toEqual(Object.keys(gusty.dags));
    }
    expect(generated.errors).toEqual({});
    const found = Object.entries(gusty.dags).flatMap(([id, dag]) => differences(dag, generated.dags[id], id));
    expect(found.length, `\n${found.slice(0, 40).join("\n")}\n`).toBe(0);
  });

  test("generated files pass ruff and import no gusty", async () => {
    const files = [...cases.values()].flatMap((one) => (one instanceof Error ? [] : one.compiled.files));
    expect(files.length).toBeGreaterThan(0);
    const ruff = join(dirname(python), "ruff");
    const settings = ["--isolated", "--quiet", "--line-length", "100"];
    // In a folder without modules of its own, so that ruff takes none for the project's.
    const call = (...given: string[]) =>
      run(ruff, [...given, ...settings, ...files], { cwd: dirname(python) }).catch(
        (error: { stdout: string }) => error,
      );
    const complaints = [
      await call("format", "--diff"),
      await call("check", "--select", "E,F,I", "--output-format", "concise"),
    ];
    expect(complaints.map(({ stdout }) => stdout).join("")).toBe("");
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    expect(files.filter((_, position) => /^\s*(from|import)\s+gusty\b/m.test(texts[position] ?? ""))).toEqual([]);
  });
});
