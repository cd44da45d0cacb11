import fc from "fast-check";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import { dagHash } from "../../src/compare/dag-hash.ts";
import { applyFixes } from "../../src/fix/apply-edits.ts";
import { fixAll, withTexts } from "../../src/fix/fix-all.ts";
import { asPath } from "../../src/model/path.ts";
import type { Project } from "../../src/model/project.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import type { Tree } from "./generator/projects.ts";
import { runJudge } from "./judge.ts";
import { soundTree } from "./rules/planted.ts";
import { BASH, dagFolder, ownDags } from "./rules/planters.ts";
import { slipped } from "./rules/slips.ts";
import { writeProject } from "./rules/write-project.ts";

/** Projects for each Airflow; more with the environment variable. */
const TREES = Number(process.env.FIX_TREES ?? 16);
const EXTERNAL = 3;
const SEED = 6;
const PINS = { 2: "apache-airflow==2.11.2\ngusty==0.23.1\n", 3: "apache-airflow==3.3.2\ngusty==0.23.1\n" } as const;
const environments = makeEnvironments();

const read = (snapshot: Snapshot): Promise<Project> => readProject(snapshot);
const compiled = (project: Project) => project.dags.map((dag) => [dag.id, dag.outcome, dagHash(dag, project.texts)]);

/** The files with every safe fix applied, as a tree again. */
async function fixed(tree: Tree) {
  const snapshot = memorySnapshot(tree);
  const { files, applied } = await fixAll(snapshot, read);
  const gone = new Set([...files.values()].map(({ from }) => String(from)));
  const rest = Object.entries(tree).filter(([path]) => !gone.has(path));
  const after = [...files].map(([path, file]) => [path, file.after] as const);
  return {
    tree: { ...Object.fromEntries(rest), ...Object.fromEntries(after) },
    applied,
    snapshot: withTexts(snapshot, files),
  };
}

test.each([2, 3] as const)(
  "on Airflow %i a fixed project is what was meant, for Windsock and for gusty, and a second run changes nothing",
  async (airflow) => {
    const { airflow2, airflow3 } = await environments;
    const pairs: { readonly index: number; readonly fixed: Tree; readonly meant: Tree }[] = [];
    let slips = 0;
    let applied = 0;
    for (let index = 0; index < TREES; index++) {
      const random = new fc.Random(xoroshiro128plus(Math.imul(index + 1, 0x85ebca6b)));
      const pick = <T>(items: readonly T[]): T => items[random.nextInt(0, items.length - 1)] as T;
      const { meant, written } = slipped(await soundTree(airflow, SEED, index), pick);
      const pins = { "requirements.txt": PINS[airflow] };
      const [once, right] = [await fixed({ ...pins, ...written }), await fixed({ ...pins, ...meant })];
      const again = await fixed(once.tree);
      expect([again.applied.length, again.tree]).toEqual([0, once.tree]);
      slips += 1;
      applied += once.applied.length;
      const project = await read(once.snapshot);
      expect(checkProject(project, null).filter(({ fix }) => fix?.safe)).toEqual([]);
      const mended = JSON.stringify(compiled(project)) === JSON.stringify(compiled(await read(right.snapshot)));
      if (mended) pairs.push({ index, fixed: once.tree, meant: right.tree });
    }
    // A slip that could mean two keys is left to a person.
    expect(pairs.length).toBeGreaterThan(0.8 * slips);
    const jobs = [];
    for (const { index, ...trees } of pairs)
      for (const which of ["fixed", "meant"] as const)
        jobs.push(await writeProject(`airflow-${airflow}/fixes-${index}-${which}`, trees[which]));
    const worlds = await runJudge(airflow === 2 ? airflow2 : airflow3, jobs);
    const wrong = pairs.flatMap(({ index }, at) => {
      const [mended, right] = [worlds[2 * at], worlds[2 * at + 1]];
      return differences(right?.dags, mended?.dags)
        .slice(0, 1)
        .map((line) => `${index}: ${line}`);
    });
    console.log(
      `Airflow ${airflow}: ${slips} projects, ${applied} fixes, ${pairs.length} compile to what was meant, ${pairs.length - wrong.length} for gusty too`,
    );
    expect(wrong).toEqual([]);
  },
);

test.each([2, 3] as const)(
  "on Airflow %i a dependency that becomes external waits for the task that it named",
  async (airflow) => {
    const { airflow2, airflow3 } = await environments;
    const jobs = [];
    for (let index = 0; index < EXTERNAL; index++) {
      const tree = await soundTree(airflow, SEED, 100 + index);
      const random = new fc.Random(xoroshiro128plus(index + 1));
      const folder = dagFolder(tree, (items) => items[random.nextInt(0, items.length - 1)] as (typeof items)[number]);
      const base = { "requirements.txt": PINS[airflow], ...ownDags(tree, { "meadow/mow.yml": BASH }) };
      const path = asPath(`${folder}/feed.yml`);
      const task = (...lines: readonly string[]): string => `${[BASH.trim(), ...lines, "# The end"].join("\n")}\n`;
      const written = { ...base, [path]: task("dependencies:", "  - mow") };
      const meant = { ...base, [path]: task("external_dependencies:", "  - meadow: mow") };
      const project = await read(memorySnapshot(written));
      const found = checkProject(project, null).filter(
        ({ rule, at }) => rule === "unknown-dependency" && at.file === path,
      );
      const texts = applyFixes(
        project.texts,
        found.flatMap(({ fix }) => fix ?? []),
      );
      const fixedTree = { ...written, [path]: texts.get(path) ?? "" };
      expect(compiled(await read(memorySnapshot(fixedTree)))).toEqual(compiled(await read(memorySnapshot(meant))));
      for (const [which, files] of Object.entries({ fixed: fixedTree, meant }))
        jobs.push(await writeProject(`airflow-${airflow}/external-${index}-${which}`, files));
    }
    const worlds = await runJudge(airflow === 2 ? airflow2 : airflow3, jobs);
    let waiting = 0;
    for (let at = 0; at < worlds.length; at += 2) {
      const [mended, right] = [worlds[at], worlds[at + 1]];
      expect(Object.keys(mended?.errors ?? {})).toEqual(Object.keys(right?.errors ?? {}));
      expect(differences(right?.dags, mended?.dags)).toEqual([]);
      if (JSON.stringify(mended?.dags).includes("wait_for_meadow_mow")) waiting += 1;
    }
    // One more sensor can close a ring with what the project waits for already.
    expect(waiting).toBeGreaterThan(0);
  },
);
