import type { Arbitrary, Value } from "fast-check";
import type { Tree } from "./generator/projects.ts";

/** Answers for a batch of projects whether each still shows the difference. */
export type StillShows = (trees: readonly Tree[]) => Promise<readonly boolean[]>;

const BATCH = 16;
const MOST_STEPS = 40;

/**
 * The smallest project found that still shows the difference: first along fast-check's own choices, then file by file
 * and line by line.
 */
export async function shrink(arbitrary: Arbitrary<Tree>, found: Value<Tree>, shows: StillShows): Promise<Tree> {
  let current = found;
  for (let step = 0; step < MOST_STEPS; step++) {
    const smaller = await firstThat(arbitrary.shrink(current.value_, current.context), (one) => one.value_, shows);
    if (!smaller) break;
    current = smaller;
  }
  return shrinkText(current.value_, shows);
}

async function firstThat<T>(candidates: Iterable<T>, treeOf: (one: T) => Tree, shows: StillShows): Promise<T | null> {
  let batch: T[] = [];
  let tried = 0;
  const check = async (): Promise<T | undefined> => {
    const answers = await shows(batch.map(treeOf));
    const found = batch.find((_, at) => answers[at]);
    batch = [];
    return found;
  };
  for (const candidate of candidates) {
    batch.push(candidate);
    if (batch.length < BATCH) continue;
    tried += batch.length;
    const found = await check();
    if (found !== undefined) return found;
    if (tried > 8 * BATCH) return null;
  }
  return batch.length > 0 ? ((await check()) ?? null) : null;
}

async function shrinkText(tree: Tree, shows: StillShows): Promise<Tree> {
  let current = tree;
  for (let step = 0; step < MOST_STEPS; step++) {
    const smaller = await firstThat(smallerTrees(current), (one) => one, shows);
    if (!smaller) break;
    current = smaller;
  }
  return current;
}

/** The project without one file, then without some lines of one. */
function* smallerTrees(tree: Tree): Generator<Tree> {
  const files = Object.entries(tree);
  for (const [path] of files) yield Object.fromEntries(files.filter(([other]) => other !== path));
  for (const [path, content] of files) {
    if (typeof content !== "string") continue;
    const lines = content.split("\n");
    for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < lines.length; at += size) {
        const text = [...lines.slice(0, at), ...lines.slice(at + size)].join("\n");
        if (text !== content) yield { ...tree, [path]: text };
      }
    }
  }
}
