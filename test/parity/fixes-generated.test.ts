import fc from "fast-check";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import { dagHash } from "../../src/compare/dag-hash.ts";
import { fixAll, withTexts } from "../../src/fix/fix-all.ts";
import type { Project } from "../../src/model/project.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import type { Tree } from "./generator/projects.ts";
import { runJudge } from "./judge.ts";
import { soundTree } from "./rules/planted.ts";
import { slipped } from "./rules/slips.ts";
import { writeProject } from "./rules/write-project.ts";

/** Projects for each Airflow; more with the environment variable. */
const TREES = Number(process.env.FIX_TREES ?? 16);
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
      const { meant, written } = slipped(await soundTree(SEED + airflow, index), pick);
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
