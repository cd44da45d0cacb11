import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import type { Example, Rule } from "../../src/check/rule.ts";
import { RULES } from "../../src/check/rules.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import type { Effect, Finding } from "../../src/model/finding.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { beforeOf, filesOf } from "../support/rule-example.ts";
import { type Job, runJudge, type World } from "./judge.ts";
import { neverDone, type RunsById, tasksOf } from "./rules/never-done.ts";
import { isRemoval, removeFlagged } from "./rules/remove-flagged.ts";
import { writeProject } from "./rules/write-project.ts";
import { askPython } from "./schedule/ask-python.ts";

/** The gusty of the environments: examples for another one cannot be judged by it. */
const GUSTY = "0.23.1";
const JUDGED: readonly Effect[] = ["fails", "dropped", "hangs"];

interface Case {
  readonly finding: Finding | undefined;
  /** Of the right example: nothing. */
  readonly rightFindings: readonly Finding[];
  readonly worlds: Readonly<Record<"wrong" | "right" | "without", World>>;
  /** The logical dates of the DAGs, where they matter. */
  readonly runs: Readonly<Record<"wrong" | "right", RunsById>>;
}

const environments = makeEnvironments();
const judged: string[] = [];

/** An example on another Airflow than its own: only where it does not say that it is for one. */
const on = (example: Example, airflow: AirflowMajor): Example => ({ ...example, airflow });

const appliesTo = (rule: Rule, airflow: AirflowMajor): boolean =>
  JUDGED.includes(rule.effect) && [undefined, airflow].includes(rule.wrong.airflow);

async function findingsOf(example: Example): Promise<readonly Finding[] | null> {
  const project = await readProject(memorySnapshot(filesOf(example)));
  if (project.versions.gusty.version !== GUSTY) return null;
  const before = beforeOf(example);
  return checkProject(project, before ? await readProject(memorySnapshot(before)) : null);
}

describe.each<AirflowMajor>([2, 3])("on Airflow %i", (airflow) => {
  const rules = RULES.filter((rule) => appliesTo(rule, airflow));
  const cases = new Map<string, Case | null>();

  beforeAll(async () => {
    const paths = await environments;
    const jobs: { rule: Rule; which: "wrong" | "right" | "without"; job: Job }[] = [];
    const found = new Map<string, { finding: Finding | undefined; rightFindings: readonly Finding[] }>();
    for (const rule of rules) {
      const [wrong, right] = [on(rule.wrong, airflow), on(rule.right, airflow)];
      const findings = await findingsOf(wrong);
      if (!findings) {
        cases.set(rule.name, null);
        continue;
      }
      const finding = findings.find((one) => one.rule === rule.name);
      found.set(rule.name, { finding, rightFindings: (await findingsOf(right)) ?? [] });
      const files = filesOf(wrong);
      const without = (finding && removeFlagged(files, finding)) ?? files;
      const projects = { wrong: files, right: filesOf(right), without };
      for (const which of ["wrong", "right", "without"] as const)
        jobs.push({
          rule,
          which,
          job: await writeProject(`airflow-${airflow}/${rule.name}/${which}`, projects[which]),
        });
    }
    const python = airflow === 2 ? paths.airflow2 : paths.airflow3;
    const worlds = await runJudge(
      python,
      jobs.map(({ job }) => job),
    );
    const waiting = jobs.filter(({ rule, which }) => rule.effect === "hangs" && which !== "without");
    const dates = await askPython<readonly RunsById[]>(
      python,
      "../rules/logical_runs.py",
      waiting.map(({ job }) => job),
    );
    for (const [name, parts] of found) {
      const world = (which: string): World =>
        worlds[jobs.findIndex((one) => one.rule.name === name && one.which === which)] ?? { dags: {}, errors: {} };
      const runs = (which: string): RunsById =>
        dates[waiting.findIndex((one) => one.rule.name === name && one.which === which)] ?? {};
      cases.set(name, {
        ...parts,
        runs: { wrong: runs("wrong"), right: runs("right") },
        worlds: { wrong: world("wrong"), right: world("right"), without: world("without") },
      });
    }
  });

  test.each(rules.map((rule) => [rule.name, rule.effect] as const))("%s: %s", (name, effect) => {
    const found = cases.get(name);
    if (!found) return;
    const { finding, rightFindings, worlds, runs } = found;
    expect(rightFindings.filter((one) => one.rule === name)).toEqual([]);
    if (!finding) {
      // The example is right on this Airflow: then Airflow has to be content with it too.
      expect(worlds.wrong.errors).toEqual({});
      return;
    }
    expect(finding.effect).toBe(effect);
    expect(worlds.right.errors).toEqual({});
    if (effect === "fails") {
      expect(Object.keys(worlds.wrong.errors)).not.toEqual([]);
      expect(finding.stops.filter((id) => id in worlds.wrong.dags)).toEqual([]);
    } else expect(worlds.wrong.errors).toEqual({});
    if (effect === "dropped") {
      expect(worlds.without.errors).toEqual({});
      const found = differences(worlds.wrong.dags, worlds.without.dags);
      expect(found.filter((one) => !isRemoval(one, finding))).toEqual([]);
    }
    if (effect === "hangs") {
      const { dag = "", task = "" } = finding.subject;
      const never = neverDone(worlds.right, runs.right);
      expect(tasksOf(worlds.right).filter((one) => never(...one))).toEqual([]);
      expect(neverDone(worlds.wrong, runs.wrong)(dag, task)).toBe(true);
    }
    judged.push(`${name} on Airflow ${airflow}`);
  });
});

afterAll(() => {
  console.log(
    `${judged.length} effects judged: ${RULES.filter(({ effect }) => JUDGED.includes(effect)).length} rules have one`,
  );
});
