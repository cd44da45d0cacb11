import type { CallFunction } from "../model/site.ts";
import type { Value } from "../model/value.ts";
import { scopeOf } from "../python/close.ts";
import { fromValue } from "../python/data-files.ts";
import { effectsOf, nameUses } from "../python/names.ts";
import type { Apply, Callable, Obj } from "../python/objects.ts";
import { toValue } from "../python/to-value.ts";

/**
 * The functions in `user_defined_macros` and `dag_constructors` of one call, so that they can be run for the files of the
 * DAG; `undefined` where there are none.
 */
export function functionsOf(
  macros: Obj | undefined,
  constructors: Obj | undefined,
  apply: Apply,
): CallFunction | undefined {
  const functions = new Map<string, Callable>();
  for (const given of [constructors, macros]) {
    for (const [name, fn] of namedIn(given)) if (fn.t === "function") functions.set(name, fn);
  }
  if (functions.size === 0) return undefined;
  const before = new Map([...functions.values()].map((fn) => [fn, namesOutside(fn)] as const));
  return (name, args, named) => {
    const fn = functions.get(name);
    if (!fn || changed(fn, before.get(fn) ?? new Map())) return null;
    const given = args.map((value) => fromValue(value, false));
    const byName = named.map(([key, value]) => [key, fromValue(value, false)] as const);
    const known = given.filter((value) => value !== null);
    const knownByName = new Map(byName.flatMap(([key, value]) => (value ? [[key, value] as const] : [])));
    if (known.length < given.length || knownByName.size < byName.length) return null;
    const result = apply(fn, known, knownByName);
    return result.t === "value" ? plain(toValue(result.value, undefined)) : null;
  };
}

function namedIn(value: Obj | undefined): (readonly [string, Obj])[] {
  if (value?.t === "list") {
    return value.items.flatMap((item) => (item.t === "function" ? [[item.name, item] as const] : []));
  }
  if (value?.t !== "dict" || value.spoiled !== undefined) return [];
  return [...value.entries.values()].flatMap(([key, item]) =>
    key.t === "str" ? [[key.v.replace(/^!/, ""), item] as const] : [],
  );
}

/** What the names that a function takes from around it stand for now. */
function namesOutside(fn: Callable): ReadonlyMap<string, Obj | undefined> {
  const own = new Set(fn.params.map(({ name }) => name));
  const uses = Array.isArray(fn.body)
    ? effectsOf(fn.body).uses
    : nameUses(fn.body as Parameters<typeof nameUses>[0]).map(({ id }) => id);
  return new Map(
    [...uses].filter((name) => !own.has(name)).map((name) => [name, scopeOf(name, fn.scope)?.vars.get(name)] as const),
  );
}

/** Whether a name stands for something else by now than when the DAG was made. */
const changed = (fn: Callable, before: ReadonlyMap<string, Obj | undefined>): boolean =>
  [...before].some(([name, value]) => scopeOf(name, fn.scope)?.vars.get(name) !== value);

/** A result that is known through and through. */
function plain(value: Value): Value | null {
  if (value.t === "expr" || value.t === "call" || value.t === "name") return null;
  if (value.t === "list" || value.t === "tuple") return value.v.every((item) => plain(item) !== null) ? value : null;
  if (value.t === "map") return value.v.flat().every((item) => plain(item) !== null) ? value : null;
  return value;
}
