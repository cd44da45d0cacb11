import { beforeAll, describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import type { Tree } from "./generator/projects.ts";
import { treeOf } from "./generator/tree-of.ts";
import { type Job, startJudge, type World } from "./judge.ts";
import { isRemoval, removeFlagged } from "./rules/remove-flagged.ts";
import { writeProject } from "./rules/write-project.ts";

/** Projects for each Airflow; more with the environment variable, for a night. */
const TREES = Number(process.env.RULE_TREES ?? 60);
const SEED = Number(process.env.RULE_SEED ?? 6);
/** So many dropped entries of one project are taken out, each alone. */
const MOST_DROPPED = 3;

interface Judged {
  readonly tree: Tree;
  readonly findings: readonly Finding[];
  readonly world: World;
}

const environments = makeEnvironments();

describe.each<AirflowMajor>([2, 3])("generated projects on Airflow %i", (airflow) => {
  const judged: Judged[] = [];
  const tally = new Map<string, number>();
  let load: (jobs: readonly Job[]) => Promise<World[]>;
  let stop = (): void => {};

  beforeAll(async () => {
    const paths = await environments;
    const judge = startJudge(airflow === 2 ? paths.airflow2 : paths.airflow3);
    load = judge.load;
    stop = judge.stop;
    const jobs: Job[] = [];
    const read: Omit<Judged, "world">[] = [];
    for (let index = 0; index < TREES; index += 1) {
      const tree = treeOf(SEED, index).value;
      const project = await readProject(memorySnapshot(tree), { airflow });
      read.push({ tree, findings: checkProject(project, null) });
      jobs.push(await writeProject(`generated-${airflow}/t${index}`, tree));
    }
    const worlds = await load(jobs);
    for (const [index, one] of read.entries()) {
      const world = worlds[index];
      if (world) judged.push({ ...one, world });
    }
    return stop;
  });

  test("a finding that says that gusty or Airflow raises is right", () => {
    const wrong = judged.flatMap(({ findings, world, tree }, index) => {
      const fails = findings.filter(({ effect, stops }) => effect === "fails" && stops.length > 0);
      for (const { rule } of fails) tally.set(rule, (tally.get(rule) ?? 0) + 1);
      const raises = Object.keys(world.errors).length > 0;
      const stands = fails.filter(({ stops }) => stops.some((id) => id in world.dags));
      return (raises ? stands : fails).map((one) => `${index}: ${one.rule} ${one.message}\n${shown(tree, one)}`);
    });
    expect(wrong).toEqual([]);
  });

  test("what a finding calls dropped can be taken out, and the DAGs stay the same", async () => {
    const tries = judged.flatMap(({ tree, findings, world }, index) =>
      Object.keys(world.errors).length > 0
        ? []
        : findings
            .filter(({ effect }) => effect === "dropped")
            .slice(0, MOST_DROPPED)
            .flatMap((finding, nth) => {
              const files = removeFlagged(tree, finding);
              return files ? [{ index, nth, tree, finding, world, files }] : [];
            }),
    );
    const jobs: Job[] = [];
    for (const { index, nth, files } of tries)
      jobs.push(await writeProject(`generated-${airflow}/t${index}-${nth}`, files));
    const worlds = await load(jobs);
    const wrong = tries.flatMap(({ index, tree, finding, world }, position) => {
      tally.set(finding.rule, (tally.get(finding.rule) ?? 0) + 1);
      const without = worlds[position];
      const found = without
        ? [
            ...Object.values(without.errors),
            ...differences(world.dags, without.dags).filter((one) => !isRemoval(one, finding)),
          ]
        : ["no answer"];
      return found.length > 0
        ? [`${index}: ${finding.rule} ${finding.message}\n${shown(tree, finding)}\n${found[0]}`]
        : [];
    });
    console.log(
      `Airflow ${airflow}: ${judged.length} projects, judged ${JSON.stringify(Object.fromEntries([...tally].sort()))}`,
    );
    expect(wrong).toEqual([]);
  });
});

function shown(tree: Tree, { at }: Finding): string {
  const text = tree[at.file];
  return typeof text === "string" ? `${at.file}: ${text.slice(Math.max(0, at.start - 60), at.end + 60)}` : at.file;
}
