import {
  bool,
  type Dict,
  type Items,
  int,
  isSmall,
  keyOf,
  list,
  NONE,
  type Obj,
  PythonRaise,
  tuple,
} from "./objects.ts";
import { equal, MAX_LENGTH, orderOf } from "./operators.ts";

/** The items that iterating gives, or `null` where they are not known. Text gives its characters. */
export function itemsOf(value: Obj): Obj[] | null {
  switch (value.t) {
    case "list":
    case "tuple":
    case "set":
      return value.spoiled === undefined ? [...value.items] : null;
    case "dict":
      return value.spoiled === undefined ? [...value.entries.values()].map(([key]) => key) : null;
    case "iterator":
      return value.items.splice(value.next);
    case "str":
      return /[\ud800-\udfff]/.test(value.v) ? null : [...value.v].map((v) => ({ t: "str", v }));
    default:
      return null;
  }
}

/** `itemsOf` where the order counts: that of a set is another in each run of Python. */
export const itemsInOrder = (value: Obj): Obj[] | null =>
  value.t === "set" && value.items.length > 1 ? null : itemsOf(value);

/** Sorted as Python's `sorted`, or `null` where an order is not known. `keys` are compared in place of the items. */
export function sortItems(items: readonly Obj[], keys: readonly Obj[], reverse: boolean): Obj[] | null {
  let known = true;
  const order = items.map((item, at) => ({ item, key: keys[at] ?? item, at }));
  order.sort((a, b) => {
    const compared = orderOf(a.key, b.key);
    if (compared === null) known = false;
    return (reverse ? -(compared ?? 0) : (compared ?? 0)) || a.at - b.at;
  });
  return known ? order.map((one) => one.item) : null;
}

/** A method of list, tuple or set, or `null` where the result is not known (then nothing is changed). */
export function callItemsMethod(
  self: Items,
  name: string,
  args: readonly Obj[],
  named: ReadonlyMap<string, Obj>,
): Obj | null {
  if (self.spoiled !== undefined || (named.size > 0 && name !== "sort")) return null;
  const [first, second] = args;
  switch (name) {
    case "append":
    case "add":
      if (!first || (self.t === "set" && keyOf(first) === null)) return null;
      if (self.t === "list" || !self.items.some((item) => equal(item, first))) self.items.push(first);
      return NONE;
    case "extend":
    case "update": {
      const items = first ? itemsOf(first) : [];
      if (!items || args.length > 1 || self.items.length + items.length > MAX_LENGTH) return null;
      for (const item of items)
        if (self.t === "list" || !self.items.some((one) => equal(one, item))) self.items.push(item);
      return NONE;
    }
    case "insert":
      if (first?.t !== "int" || !second) return null;
      self.items.splice(Number(first.v), 0, second);
      return NONE;
    case "remove":
    case "discard": {
      if (!first) return null;
      const same = self.items.map((item) => equal(item, first));
      if (same.includes(null)) return null;
      const at = same.indexOf(true);
      if (at < 0 && name === "remove") throw new PythonRaise("ValueError", "list.remove(x): x not in list");
      if (at >= 0) self.items.splice(at, 1);
      return NONE;
    }
    case "pop": {
      if (self.t !== "list" || (first && first.t !== "int")) return null;
      const at = first?.t === "int" ? Number(first.v) : -1;
      const [taken] = self.items.splice(at, 1);
      if (!taken) throw new PythonRaise("IndexError", "pop from empty list");
      return taken;
    }
    case "clear":
      self.items.length = 0;
      return NONE;
    case "reverse":
      self.items.reverse();
      return NONE;
    case "sort": {
      if ([...named.keys()].some((key) => key !== "reverse")) return null;
      const reverse = named.get("reverse");
      if (reverse && reverse.t !== "bool") return null;
      const sorted = sortItems(self.items, self.items, reverse?.v === true);
      if (!sorted) return null;
      self.items.splice(0, self.items.length, ...sorted);
      return NONE;
    }
    case "copy":
      return { t: self.t, items: [...self.items] };
    case "index":
    case "count": {
      if (!first || second) return null;
      const same = self.items.map((item) => equal(item, first));
      if (same.includes(null)) return null;
      if (name === "count") return int(same.filter((one) => one === true).length);
      if (!same.includes(true)) throw new PythonRaise("ValueError", "not in list");
      return int(same.indexOf(true));
    }
    case "issubset":
    case "union":
    case "difference":
    case "intersection":
      return null;
    default:
      return null;
  }
}

/** A method of dict, or `null` where the result is not known (then nothing is changed). */
export function callDictMethod(
  self: Dict,
  name: string,
  args: readonly Obj[],
  named: readonly (readonly [Obj, Obj])[],
): Obj | null {
  if (self.spoiled !== undefined || (named.length > 0 && name !== "update")) return null;
  const [first, second] = args;
  const key = first ? keyOf(first) : null;
  switch (name) {
    case "get":
      return key === null ? null : (self.entries.get(key)?.[1] ?? second ?? NONE);
    case "pop": {
      if (key === null) return null;
      const taken = self.entries.get(key);
      self.entries.delete(key);
      if (!taken && !second) throw new PythonRaise("KeyError", key.slice(1));
      return taken?.[1] ?? second ?? NONE;
    }
    case "setdefault": {
      if (key === null || !first) return null;
      const known = self.entries.get(key);
      if (!known) self.entries.set(key, [first, second ?? NONE]);
      return known?.[1] ?? second ?? NONE;
    }
    case "update": {
      const pairs = first ? pairsOf(first) : [];
      if (!pairs) return null;
      for (const [one, value] of [...pairs, ...named]) self.entries.set(keyOf(one) ?? "", [one, value]);
      return NONE;
    }
    case "copy":
      return { t: "dict", entries: new Map(self.entries) };
    case "keys":
      return list([...self.entries.values()].map(([one]) => one));
    case "values":
      return list([...self.entries.values()].map(([, one]) => one));
    case "items":
      return list([...self.entries.values()].map(([one, value]) => tuple([one, value])));
    case "clear":
      self.entries.clear();
      return NONE;
    default:
      return null;
  }
}

/** Pairs of a dict, or of a list of pairs; `null` where they are not known. */
export function pairsOf(value: Obj): (readonly [Obj, Obj])[] | null {
  if (value.t === "dict") return value.spoiled === undefined ? [...value.entries.values()] : null;
  const pairs = itemsOf(value)?.map((item) => {
    const parts = itemsOf(item);
    const [key, one] = parts ?? [];
    return parts?.length === 2 && key && one && keyOf(key) !== null ? ([key, one] as const) : null;
  });
  return pairs && !pairs.includes(null) ? pairs.filter((pair) => pair !== null) : null;
}

/** `value[index]` for an index or a slice of plain integers; `null` where it is not known. */
export function itemAt(value: Obj, index: Obj): Obj | null {
  if (value.t === "dict") {
    const key = value.spoiled === undefined ? keyOf(index) : null;
    if (key === null) return null;
    const found = value.entries.get(key);
    if (!found && /[\ud800-\udfff]/.test(key)) return null;
    if (!found) throw new PythonRaise("KeyError", key.slice(1));
    return found[1];
  }
  const at = index.t === "int" ? Number(index.v) : index.t === "bool" ? Number(index.v) : null;
  if (at === null) return null;
  if (value.t === "str") {
    if (/[\ud800-\udfff]/.test(value.v)) return null;
    const char = value.v.at(at);
    if (char === undefined) throw new PythonRaise("IndexError", "string index out of range");
    return { t: "str", v: char };
  }
  if ((value.t !== "list" && value.t !== "tuple") || value.spoiled !== undefined) return null;
  const item = value.items.at(at);
  if (!item) throw new PythonRaise("IndexError", `${value.t} index out of range`);
  return item;
}

/** `value[from:to]`, or `null`. A text with a folder of unknown place may be cut behind it only. */
export function sliceOfItems(value: Obj, from: number | null, to: number | null): Obj | null {
  if (value.t === "str") {
    const lone = Math.max(value.v.lastIndexOf("\ud800"));
    if (lone >= 0) {
      const tail = value.v.length - (lone + 2);
      const keepsAll = (from === null || from === 0) && to !== null && to < 0 && -to <= tail;
      const behind = from !== null && from < 0 && -from <= tail && (to === null || (to < 0 && -to <= tail));
      return keepsAll || behind ? { t: "str", v: value.v.slice(from ?? 0, to ?? undefined) } : null;
    }
    return /[\ud800-\udfff]/.test(value.v) ? null : { t: "str", v: value.v.slice(from ?? 0, to ?? undefined) };
  }
  if ((value.t !== "list" && value.t !== "tuple") || value.spoiled !== undefined) return null;
  return { t: value.t, items: value.items.slice(from ?? 0, to ?? undefined) };
}

/** A shallow or deep copy of plain collections; other objects are themselves. */
export function copyOf(value: Obj, deep: boolean): Obj | null {
  return deep && !isSmall(value) ? null : plainCopy(value, deep);
}

function plainCopy(value: Obj, deep: boolean): Obj {
  const inner = (item: Obj): Obj => (deep ? plainCopy(item, true) : item);
  if (value.t === "list" || value.t === "tuple" || value.t === "set")
    return { ...value, items: value.items.map(inner) };
  if (value.t !== "dict") return value;
  return {
    ...value,
    entries: new Map([...value.entries].map(([key, [one, item]]) => [key, [one, inner(item)] as const])),
  };
}

/** `len(value)`, or `null`. */
export function lengthOf(value: Obj): Obj | null {
  if (value.t === "str") return /[\ud800-\udfff]/.test(value.v) ? null : int(value.v.length);
  if (value.t === "dict") return value.spoiled === undefined ? int(value.entries.size) : null;
  if (value.t === "list" || value.t === "tuple" || value.t === "set")
    return value.spoiled === undefined ? int(value.items.length) : null;
  return null;
}

/** `any` or `all` of known truths. */
export function allOrAny(truths: readonly (boolean | null)[], name: "all" | "any"): Obj | null {
  const decides = name === "any";
  for (const truth of truths) {
    if (truth === null) return null;
    if (truth === decides) return bool(decides);
  }
  return bool(!decides);
}
