import type { Dag, Task } from "../model/dag.ts";
import type { Sides } from "./field-changes.ts";
import { likeness, type Portrait, portrait } from "./likeness.ts";

export interface RenamedTask {
  readonly from: string;
  readonly to: string;
  readonly likeness: number;
}

/** From here on a removed and an added task count as one that was renamed. */
const ALIKE = 0.6;
/** Pairs that are compared at most. Where there could be more, only tasks with the very same content are. */
const MAX_PAIRS = 10_000;

/**
 * Removed tasks that live on under another id, by content: the most alike first, each task once, ties by id; in the
 * order of their new ids. Looks twice, the second time with the neighbours' new names. Only tasks that come from task
 * files are looked at.
 */
export function renamedTasks(base: Dag, head: Dag, sides: Sides): RenamedTask[] {
  const before = onlyIn(base, head);
  const after = onlyIn(head, base);
  const first = bestPairs(before, after, base, head, sides, new Map());
  if (first.length === 0) return [];
  const names = new Map(first.map(({ from, to }) => [from, to]));
  return bestPairs(before, after, base, head, sides, names).sort((a, b) => compare(a.to, b.to));
}

function bestPairs(
  before: readonly Task[],
  after: readonly Task[],
  base: Dag,
  head: Dag,
  sides: Sides,
  names: ReadonlyMap<string, string>,
): RenamedTask[] {
  const left = portraits(before, base, sides.base, names);
  const right = portraits(after, head, sides.head, new Map());
  const pairs = candidates(left, right)
    .map(([from, to]) => ({ from, to, quick: likeness(from, to, "quick") }))
    .filter(({ quick }) => quick >= ALIKE)
    .sort((a, b) => b.quick - a.quick || compare(a.from.id, b.from.id) || compare(a.to.id, b.to.id));
  const [taken, given] = [new Set<string>(), new Set<string>()];
  return pairs.flatMap(({ from, to }) => {
    if (taken.has(from.id) || given.has(to.id)) return [];
    taken.add(from.id);
    given.add(to.id);
    const exact = likeness(from, to, "exact");
    return exact < ALIKE ? [] : [{ from: from.id, to: to.id, likeness: exact }];
  });
}

function candidates(left: readonly Portrait[], right: readonly Portrait[]): (readonly [Portrait, Portrait])[] {
  if (left.length * right.length <= MAX_PAIRS) return left.flatMap((from) => right.map((to) => [from, to] as const));
  const content = (task: Portrait): string => JSON.stringify([task.operator, [...task.arguments], task.words]);
  const same = new Map<string, Portrait[]>();
  for (const task of right) {
    const key = content(task);
    const found = same.get(key);
    if (found) found.push(task);
    else same.set(key, [task]);
  }
  const pairs: (readonly [Portrait, Portrait])[] = [];
  for (const from of left) {
    for (const to of same.get(content(from)) ?? []) {
      if (pairs.length < MAX_PAIRS) pairs.push([from, to]);
    }
  }
  return pairs;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function onlyIn(dag: Dag, other: Dag): Task[] {
  const ids = new Set(other.tasks.map(({ id }) => id));
  return dag.tasks.filter((task) => task.kind === "spec" && !task.broken && !ids.has(task.id));
}

function portraits(
  tasks: readonly Task[],
  dag: Dag,
  context: Sides["base"],
  names: ReadonlyMap<string, string>,
): Portrait[] {
  const neighbours = new Map(tasks.map(({ id }): [string, Set<string>] => [id, new Set()]));
  for (const { up, down } of dag.edges) {
    neighbours.get(down)?.add(`<${names.get(up) ?? up}`);
    neighbours.get(up)?.add(`>${names.get(down) ?? down}`);
  }
  return tasks.map((task) => portrait(task, neighbours.get(task.id) ?? new Set(), context));
}
