import type { FieldChange } from "../model/change.ts";
import type { Field, Value } from "../model/value.ts";
import { canonicalText, type ValueContext } from "./canonical.ts";

/** Both versions of one thing, and what their values refer to. */
export interface Sides {
  readonly base: ValueContext;
  readonly head: ValueContext;
}

/** Maps inside maps are compared key by key down to here, and whole below. */
const MAX_DEPTH = 20;

/**
 * The fields that differ, sorted by path. Maps whose keys are all strings are compared key by key (`default_args.owner`),
 * every other value as a whole.
 */
export const fieldChanges = (base: readonly Field[], head: readonly Field[], sides: Sides): FieldChange[] =>
  entryChanges(
    base.map(({ key, value }) => [key, value]),
    head.map(({ key, value }) => [key, value]),
    sides,
    "",
    0,
  ).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

type Entries = readonly (readonly [string, Value])[];

function entryChanges(base: Entries, head: Entries, sides: Sides, prefix: string, depth: number): FieldChange[] {
  const [before, after] = [new Map(base), new Map(head)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    valueChanges(before.get(key) ?? null, after.get(key) ?? null, sides, `${prefix}${key}`, depth),
  );
}

function valueChanges(from: Value | null, to: Value | null, sides: Sides, path: string, depth: number): FieldChange[] {
  if (from && to) {
    if (canonicalText(from, sides.base) === canonicalText(to, sides.head)) return [];
    const [before, after] = [stringKeys(from), stringKeys(to)];
    if (before && after && depth < MAX_DEPTH) return entryChanges(before, after, sides, `${path}.`, depth + 1);
  }
  return [{ path, from, to }];
}

const stringKeys = (value: Value): Entries | null => {
  if (value.t !== "map") return null;
  const entries = value.v.flatMap(([key, item]) => (key.t === "str" ? [[key.v, item] as const] : []));
  return entries.length === value.v.length ? entries : null;
};
