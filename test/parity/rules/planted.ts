import fc from "fast-check";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { readProject } from "../../../src/build/read-project.ts";
import type { AirflowMajor } from "../../../src/model/version.ts";
import { memorySnapshot } from "../../../src/snapshot/memory.ts";
import { type Tree, validProjects } from "../generator/projects.ts";
import { DAG_FAULTS, oldProject } from "./plant-dags.ts";
import { FAULTS, type Pick, type Planted } from "./planters.ts";

/** Rules whose faults are planted, each into generated projects of its own. */
export const PLANTED_RULES: readonly string[] = [
  ...Object.keys(FAULTS),
  ...Object.keys(DAG_FAULTS),
  "lost-external-dependency",
];

/** Needs a gusty of its own. */
export const OLD_GUSTY_RULE = "lost-external-dependency";

const randomOf = (seed: number, index: number): fc.Random =>
  new fc.Random(xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)));

/** The generated valid project number `index` of a seed. */
export const validTreeOf = (seed: number, index: number): Tree =>
  validProjects.generate(randomOf(seed, index), undefined).value_;

/** A generated project that nothing keeps from being built: the next one from a number on. */
export async function soundTree(airflow: AirflowMajor, seed: number, index: number): Promise<Tree> {
  for (let attempt = 0; ; attempt++) {
    const tree = validTreeOf(seed, index + attempt * 7919);
    const { dags, problems } = await readProject(memorySnapshot(tree), { airflow });
    if (problems.length === 0 && dags.every(({ outcome }) => outcome === "built")) return tree;
  }
}

/** A generated valid project with a fault for `rule` in it, or `null` where it has no place for one. */
export async function plantedTree(
  rule: string,
  airflow: AirflowMajor,
  seed: number,
  index: number,
): Promise<(Planted & { rule: string }) | null> {
  const random = randomOf(seed ^ 0x5bd1e995, index);
  const pick: Pick = (items) => {
    const found = items[random.nextInt(0, items.length - 1)];
    if (found === undefined) throw new Error(`nothing to pick from for ${rule}`);
    return found;
  };
  const planter = rule === OLD_GUSTY_RULE ? oldProject : (FAULTS[rule] ?? DAG_FAULTS[rule]);
  const planted = planter?.(await soundTree(airflow, seed, index), pick);
  return planted ? { ...planted, rule } : null;
}
