/** `npm run parity -- --trees 10000 [--seed 1] [--from 0] [--airflow 2|3] [--shrink 5]`: generated projects in both worlds. */
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { AirflowMajor } from "../../src/model/version.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { writeTree } from "./compile-tree.ts";
import { projects } from "./generator/projects.ts";
import { treeOf } from "./generator/tree-of.ts";
import { type Judge, startJudge } from "./judge.ts";
import { compileTrees, judgeCompiled, judgeTrees, treesFolder } from "./judge-trees.ts";
import { shrink } from "./shrink.ts";
import { emptyTally, type Tally } from "./tally.ts";

const BATCH = 50;
const found = resolve(import.meta.dirname, "../../.cache/parity/found");

const { values } = parseArgs({
  options: {
    trees: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    airflow: { type: "string" },
    shrink: { type: "string", default: "3" },
  },
});
const [trees, seed, from, most] = [values.trees, values.seed, values.from, values.shrink].map(Number) as [
  number,
  number,
  number,
  number,
];
const { airflow2, airflow3 } = await makeEnvironments();
const majors: readonly AirflowMajor[] = values.airflow === "2" ? [2] : values.airflow === "3" ? [3] : [2, 3];
let left = 0;
let isInterrupted = false;
// Ends after the batch at hand, and says what was found until then.
process.once("SIGINT", () => {
  isInterrupted = true;
});
for (const airflow of majors) {
  const judge = startJudge(airflow === 2 ? airflow2 : airflow3);
  try {
    const tally = await compare(airflow, judge);
    console.log(tally.text());
    left += tally.first.size;
    let shrunk = 0;
    for (const [kind, index] of tally.first) {
      if (shrunk++ < most) await minimal(airflow, judge, kind, index);
    }
  } finally {
    judge.stop();
  }
}
process.exitCode = left > 0 ? 1 : 0;

async function compare(airflow: AirflowMajor, judge: Judge): Promise<Tally> {
  const tally = emptyTally(airflow, seed);
  const places = [0, 1].map((place) => `${process.pid}-${place}`);
  let judging = Promise.resolve();
  // A batch is compiled while the one before it is judged.
  for (let start = from, batch = 0; start < from + trees && !isInterrupted; start += BATCH, batch++) {
    const indexes = Array.from({ length: Math.min(BATCH, from + trees - start) }, (_, at) => start + at);
    const batchTrees = indexes.map((index) => treeOf(seed, index).value_);
    const compiled = await compileTrees(batchTrees, airflow, places[batch % 2] ?? "");
    await judging;
    judging = judgeCompiled(compiled, judge).then((verdicts) => {
      for (const [at, verdict] of verdicts.entries()) {
        const known = tally.first.size;
        tally.add(indexes[at] ?? start, verdict);
        if (tally.first.size > known) console.log(`--seed ${seed} --from ${indexes[at]}: ${verdict.difference?.kind}`);
      }
      if (process.stderr.isTTY) process.stderr.write(`\r${start + indexes.length - from} of ${trees} `);
    });
  }
  await judging;
  for (const place of places)
    await rm(join(treesFolder, `${place}-airflow-${airflow}`), { recursive: true, force: true });
  return tally;
}

/** Makes the project small in which a difference was first seen, and puts it where it can become a fixture. */
async function minimal(airflow: AirflowMajor, judge: Judge, kind: string, index: number): Promise<void> {
  const tree = await shrink(projects, treeOf(seed, index), async (candidates) => {
    const verdicts = await judgeTrees(candidates, airflow, judge);
    return verdicts.map(({ difference }) => difference?.kind === kind);
  });
  const [verdict] = await judgeTrees([tree], airflow, judge);
  const folder = join(found, `${kind.replaceAll(/[^A-Za-z0-9]+/g, "-").slice(0, 60)}-${airflow}-${seed}-${index}`);
  await rm(folder, { recursive: true, force: true });
  await writeTree(tree, folder);
  const files = Object.entries(tree).map(
    ([path, content]) =>
      `=== ${path}\n${typeof content === "string" ? content : `bytes ${Buffer.from(content).toString("hex")}`}`,
  );
  console.log(
    `\n##### Airflow ${airflow}, --seed ${seed} --from ${index} --trees 1: ${kind}\n${verdict?.difference?.detail}\nIn ${folder}:\n${files.join("\n")}`,
  );
}
