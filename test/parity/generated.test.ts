import { expect, test } from "vitest";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { treeOf } from "./generator/tree-of.ts";
import { startJudge } from "./judge.ts";
import { judgeTrees } from "./judge-trees.ts";
import { emptyTally } from "./tally.ts";

const TREES = 200;
const SEED = 20260101;

test.each([2, 3] as const)("generated projects are the same in both worlds on Airflow %i", async (airflow) => {
  const { airflow2, airflow3 } = await makeEnvironments();
  const judge = startJudge(airflow === 2 ? airflow2 : airflow3);
  try {
    // Each Airflow has half of the projects.
    const indexes = Array.from({ length: TREES / 2 }, (_, at) => 2 * at + airflow - 2);
    const trees = indexes.map((index) => treeOf(SEED, index).value_);
    const tally = emptyTally(airflow, SEED);
    for (const [at, verdict] of (await judgeTrees(trees, airflow, judge, "test")).entries()) {
      tally.add(indexes[at] ?? 0, verdict);
    }
    expect(tally.first.size, tally.text()).toBe(0);
  } finally {
    judge.stop();
  }
});
