import type { Value } from "../model/value.ts";
import { pythonKey } from "../yaml/python-key.ts";

type Pairs = readonly (readonly [Value, Value])[];

/** What `nested_update` gives, or the value that makes it raise. */
export type Updated = { readonly ok: true; readonly pairs: Pairs } | { readonly ok: false; readonly at: Value };

/** `nested_update` of gusty (`gusty/utils/__init__.py`): a mapping is merged into the mapping that is there, all else replaces. */
export function nestedUpdate(base: Pairs, update: Pairs): Updated {
  const pairs = [...base];
  const places = new Map(base.map(([key], index) => [identity(key, index), index]));
  for (const [key, value] of update) {
    const place = places.get(identity(key, pairs.length));
    const old = place === undefined ? undefined : pairs[place];
    const merged = value.t === "map" ? mergeMaps(old?.[1], value) : value;
    if (merged === null) return { ok: false, at: value };
    if (place === undefined) {
      places.set(identity(key, pairs.length), pairs.length);
      pairs.push([key, merged]);
    } else pairs[place] = [key, merged];
  }
  return { ok: true, pairs };
}

/** `null` where the value that is there is no mapping, so that Python raises. */
function mergeMaps(old: Value | undefined, value: Extract<Value, { t: "map" }>): Value | null {
  if (old === undefined) return value;
  if (old.t === "map") {
    const merged = nestedUpdate(old.v, value.v);
    return merged.ok ? { ...value, v: merged.pairs } : null;
  }
  return value.v.length === 0 && (old.t === "list" || old.t === "set") ? old : null;
}

const identity = (key: Value, index: number): string => pythonKey(key, () => `only ${index}`) ?? `only ${index}`;
