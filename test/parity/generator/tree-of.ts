import fc, { type Value } from "fast-check";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { projects, type Tree } from "./projects.ts";

/** The project number `index` of a seed, with what fast-check needs to shrink it. */
export const treeOf = (seed: number, index: number): Value<Tree> =>
  projects.generate(
    new fc.Random(xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))),
    undefined,
  );
