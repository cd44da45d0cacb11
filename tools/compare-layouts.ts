import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawChange } from "../src/draw/draw-change.ts";
import type { DagChange } from "../src/model/change.ts";
import { githubPicture } from "../test/browser/github-page.ts";
import { largeReview } from "../test/support/large-review.ts";

/**
 * `node tools/compare-layouts.ts OUT-FOLDER`: a change of DAGs of 10, 40, 200 and 1,000 tasks in three layouts, as
 * GitHub would show them in a comment, to choose with one's eyes.
 */
const LAYOUTS: Readonly<Record<string, (change: DagChange) => string>> = {
  "left-to-right": (change) => drawChange(change, { nodes: 40, direction: "LR" }).mermaid,
  "top-to-bottom": (change) => drawChange(change, { nodes: 40, direction: "TB" }).mermaid,
  "left-to-right-without-groups": (change) => drawChange(withoutGroups(change), { nodes: 40, direction: "LR" }).mermaid,
};

/** The same change with all tasks at the top. */
function withoutGroups(change: DagChange): DagChange {
  const flat = <T extends DagChange["base"]>(dag: T): T =>
    dag && { ...dag, groups: [], tasks: dag.tasks.map((task) => ({ ...task, group: null })) };
  return { ...change, base: flat(change.base), head: flat(change.head) };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Usage: node tools/compare-layouts.ts OUT-FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const size of [10, 40, 200, 1000]) {
  const review = await largeReview(size);
  const change = review.changes.find(({ id }) => id === "warehouse");
  if (!change) throw new Error("the sample has no DAG `warehouse`");
  for (const [name, draw] of Object.entries(LAYOUTS)) {
    const mermaid = draw(change);
    const picture = await githubPicture(`\`\`\`mermaid\n${mermaid}\`\`\`\n`);
    writeFileSync(join(folder, `${size}-${name}.png`), picture);
    console.log(`${size} tasks, ${name}: ${Buffer.byteLength(mermaid)} bytes`);
  }
}
