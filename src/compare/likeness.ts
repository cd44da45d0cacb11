import { diffArrays } from "diff";
import type { Task } from "../model/dag.ts";
import type { Field } from "../model/value.ts";
import { canonicalText, type ValueContext } from "./canonical.ts";
import { pythonBodies } from "./code-changes.ts";
import { operatorOf } from "./dag-hash.ts";

/** What is compared to find out whether one task is another one renamed. */
export interface Portrait {
  readonly id: string;
  readonly group: string | null;
  readonly operator: string | null;
  /** Short arguments: canonical text by key. */
  readonly arguments: ReadonlyMap<string, string>;
  /** SQL, scripts and code: in words, and how often each stands there. */
  readonly words: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** `<id` upstream and `>id` downstream, ids of renamed neighbours as in head. */
  readonly neighbours: ReadonlySet<string>;
}

/** Words of one task that are looked at; beyond, its text is compared by this beginning. */
const MAX_WORDS = 1_000;
/** Word edits after which two texts are called different. */
const MAX_EDITS = 300;
const WEIGHT = { operator: 3, group: 1, id: 2, arguments: 4, text: 8, neighbours: 4 };
/** Below this weight there is too little to go by: two EmptyOperators without edges are not alike. */
const ENOUGH = 9;

/** A task seen for its likeness. `neighbours` as in `Portrait`. */
export function portrait(task: Task, neighbours: ReadonlySet<string>, context: ValueContext): Portrait {
  const texts = task.arguments.filter(isText).map(({ value }) => (value.t === "str" ? value.v : ""));
  const words = [...texts, ...(pythonBodies(task, context) ?? [])].flatMap(wordsOf).slice(0, MAX_WORDS);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const short = task.arguments.filter((field) => !isText(field) && !isCode(field));
  return {
    id: task.id,
    group: task.group,
    operator: operatorOf(task),
    arguments: new Map(short.map(({ key, value }) => [key, canonicalText(value, context)])),
    words,
    counts,
    neighbours,
  };
}

/**
 * How alike two tasks are by content, from 0 to 1 in steps of a hundredth; 0 where there is too little to compare.
 * `quick` looks at which words a text has, not at their order, and is never lower.
 */
export function likeness(a: Portrait, b: Portrait, how: "quick" | "exact"): number {
  const keys = new Set([...a.arguments.keys(), ...b.arguments.keys()]);
  const same = [...keys].filter((key) => a.arguments.get(key) === b.arguments.get(key)).length;
  const hasText = a.words.length + b.words.length > 0;
  const hasNeighbours = a.neighbours.size + b.neighbours.size > 0;
  const aspects: readonly (readonly [weight: number, value: () => number])[] = [
    [WEIGHT.operator, () => (a.operator === b.operator ? 1 : 0)],
    [WEIGHT.group, () => (a.group === b.group ? 1 : 0)],
    [WEIGHT.id, () => overlap(partsOf(a.id), partsOf(b.id))],
    [WEIGHT.arguments * Math.min(1, keys.size / 2), () => (keys.size === 0 ? 0 : same / keys.size)],
    [hasNeighbours ? WEIGHT.neighbours : 0, () => overlap(a.neighbours, b.neighbours)],
    [hasText ? WEIGHT.text : 0, () => (how === "quick" ? wordLikeness(a, b) : textLikeness(a, b))],
  ];
  const total = aspects.reduce((sum, [weight]) => sum + weight, 0);
  if (total < ENOUGH) return 0;
  const score = aspects.reduce((sum, [weight, value]) => sum + (weight > 0 ? weight * value() : 0), 0);
  return Math.round((100 * score) / total) / 100;
}

/** Twice the words that both have over the length of both. */
function wordLikeness(a: Portrait, b: Portrait): number {
  const length = a.words.length + b.words.length;
  const shared = [...a.counts].reduce((sum, [word, count]) => sum + Math.min(count, b.counts.get(word) ?? 0), 0);
  return length === 0 ? 1 : (2 * shared) / length;
}

/** The same of words in one order; 0 where the texts differ too much to say. */
function textLikeness(a: Portrait, b: Portrait): number {
  const length = a.words.length + b.words.length;
  const parts = diffArrays([...a.words], [...b.words], { maxEditLength: MAX_EDITS });
  const common = parts?.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0) ?? 0;
  return length === 0 ? 1 : (2 * common) / length;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((item) => b.has(item)).length;
  const either = a.size + b.size - both;
  return either === 0 ? 1 : both / either;
}

const partsOf = (id: string): Set<string> => new Set(id.toLowerCase().split(/[_.-]+/));

/** Long enough to be a script, or SQL whatever its length. */
const isText = ({ key, value }: Field): boolean => value.t === "str" && (key === "sql" || value.v.length > 60);
const isCode = ({ value }: Field): boolean => value.t === "function" || value.t === "run-file";

const wordsOf = (text: string): string[] => text.match(/\w+|[^\w\s]/g) ?? [];
