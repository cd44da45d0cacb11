import { allOrAny, copyOf, itemsInOrder, itemsOf, lengthOf, pairsOf, sortItems } from "./collection-methods.ts";
import { formatValue } from "./format-text.ts";
import {
  bool,
  type CallArguments,
  type Dict,
  int,
  keyOf,
  list,
  NONE,
  type Obj,
  PythonRaise,
  str,
  tuple,
} from "./objects.ts";
import { equal, MAX_LENGTH, orderOf, truthOf, unary } from "./operators.ts";
import { reprOf, textOfObj } from "./python-text.ts";
import { isSymbolic } from "./symbolic-path.ts";

/** Calls a Python function for each item; given by the interpreter. */
export type Apply = (fn: Obj, args: readonly Obj[]) => Obj;

/** A builtin function of Python by name, or `null` where the result is not known. */
export function callBuiltin(name: string, call: CallArguments, apply: Apply): Obj | null {
  const args = call.positional;
  const named = new Map(call.named.map((one) => [one.name, one.value]));
  const [first, second] = args;
  const items = first ? itemsInOrder : null;
  switch (name) {
    case "str":
      return first ? asText(first) : str("");
    case "repr": {
      const text = first ? reprOf(first) : null;
      return text === null ? null : str(text);
    }
    case "int":
      return toInt(first, args.length);
    case "float":
      if (first?.t === "int") return { t: "float", v: Number(first.v) };
      if (first?.t === "float") return first;
      return first?.t === "str" && /^\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)\s*$/.test(first.v)
        ? { t: "float", v: Number(first.v) }
        : null;
    case "bool": {
      const truth = first ? truthOf(first) : false;
      return truth === null ? null : bool(truth);
    }
    case "len":
      return first ? lengthOf(first) : null;
    case "list":
    case "tuple":
    case "set":
    case "frozenset":
      return collection(name, first);
    case "dict":
      return dictFrom(first, call);
    case "range":
      return range(args);
    case "reversed":
    case "iter": {
      const own = first && items ? items(first) : null;
      return own ? { t: "iterator", items: name === "iter" ? own : own.reverse(), next: 0 } : null;
    }
    case "next":
      return nextOf(first, second);
    case "enumerate": {
      const start = named.get("start") ?? second ?? int(0);
      const own = first ? itemsInOrder(first) : null;
      return own && start.t === "int" ? list(own.map((item, at) => tuple([int(start.v + BigInt(at)), item]))) : null;
    }
    case "zip": {
      const all = args.map(itemsInOrder);
      const known = all.filter((one) => one !== null);
      if (known.length !== all.length || named.size > 0) return null;
      const length = known.length > 0 ? Math.min(...known.map((one) => one.length)) : 0;
      return list(Array.from({ length }, (_, at) => tuple(known.map((one) => one[at] ?? NONE))));
    }
    case "sorted": {
      const own = first ? itemsOf(first) : null;
      const key = named.get("key");
      const reverse = named.get("reverse");
      if (!own || (reverse && reverse.t !== "bool")) return null;
      const keys = key && key.t !== "none" ? own.map((item) => apply(key, [item])) : own;
      const sorted = sortItems(own, keys, reverse?.v === true);
      return sorted ? list(sorted) : null;
    }
    case "map":
    case "filter": {
      const own = second ? itemsInOrder(second) : null;
      if (!own || !first || args.length !== 2) return null;
      if (name === "map") return list(own.map((item) => apply(first, [item])));
      const truths = own.map((item) => truthOf(first.t === "none" ? item : apply(first, [item])));
      return truths.includes(null) ? null : list(own.filter((_, at) => truths[at]));
    }
    case "any":
    case "all": {
      const own = first ? itemsOf(first) : null;
      return own ? allOrAny(own.map(truthOf), name) : null;
    }
    case "min":
    case "max": {
      const own = args.length > 1 ? [...args] : first ? itemsOf(first) : null;
      if (!own || own.length === 0 || named.size > 0) return null;
      let best = own[0] ?? NONE;
      for (const item of own.slice(1)) {
        const order = orderOf(item, best);
        if (order === null) return null;
        if (name === "min" ? order < 0 : order > 0) best = item;
      }
      return best;
    }
    case "abs":
      return first?.t === "int" ? (first.v < 0n ? unary("-", first) : first) : null;
    case "isinstance":
      return first && second ? isInstance(first, second) : null;
    case "callable":
      return first?.t === "function" || first?.t === "builtin" || first?.t === "class" ? bool(true) : null;
    case "print":
      return NONE;
    case "format": {
      const text =
        first && (!second || second.t === "str") ? formatValue(first, second?.t === "str" ? second.v : "", null) : null;
      return text === null ? null : str(text);
    }
    default:
      return null;
  }
}

function asText(value: Obj): Obj | null {
  const text = textOfObj(value);
  return text === null
    ? null
    : { ...str(text), ...(value.t === "str" && value.origin ? { origin: value.origin } : {}) };
}

function toInt(value: Obj | undefined, count: number): Obj | null {
  if (count === 0) return int(0);
  if (count > 1 || !value) return null;
  if (value.t === "int") return value;
  if (value.t === "bool") return int(value.v ? 1 : 0);
  if (value.t === "float" && Number.isFinite(value.v)) return int(BigInt(Math.trunc(value.v)));
  if (value.t !== "str" || isSymbolic(value.v)) return null;
  const text = value.v.trim();
  if (/^[-+]?[0-9]{1,100}$/.test(text)) return int(BigInt(text.replace(/^\+/, "")));
  if (/^[\x20-\x7e]*$/.test(text) && !/[0-9_]/.test(text))
    throw new PythonRaise("ValueError", "invalid literal for int()");
  return null;
}

function collection(name: string, from: Obj | undefined): Obj | null {
  const ordered = name === "list" || name === "tuple";
  const items = from ? (ordered ? itemsInOrder(from) : itemsOf(from)) : [];
  if (!items || items.length > MAX_LENGTH) return null;
  if (name === "list") return list(items);
  if (name === "tuple") return tuple(items);
  const unique: Obj[] = [];
  for (const item of items) {
    if (keyOf(item) === null) return null;
    if (!unique.some((one) => equal(one, item))) unique.push(item);
  }
  return { t: "set", items: unique };
}

function dictFrom(from: Obj | undefined, call: CallArguments): Obj | null {
  const pairs = from ? pairsOf(from) : [];
  if (!pairs || call.unknownStar.length > 0) return null;
  const dict: Dict = { t: "dict", entries: new Map() };
  for (const [key, value] of pairs) dict.entries.set(keyOf(key) ?? "", [key, value]);
  for (const { name, at, value } of call.named)
    dict.entries.set(`s${name}`, [{ ...str(name), ...(at ? { at } : {}) }, value]);
  return dict;
}

function range(args: readonly Obj[]): Obj | null {
  const numbers = args.map((one) => (one.t === "int" ? one.v : null));
  const known = numbers.filter((one) => one !== null);
  if (known.length !== numbers.length || known.length < 1 || known.length > 3) return null;
  const [from = 0n, to = 0n] = known.length === 1 ? [0n, known[0]] : known;
  const by = known[2] ?? 1n;
  if (by === 0n) throw new PythonRaise("ValueError", "range() arg 3 must not be zero");
  const count = by > 0n ? (to - from + by - 1n) / by : (from - to - by - 1n) / -by;
  if (count > 10_000n) return null;
  return list(Array.from({ length: Math.max(0, Number(count)) }, (_, at) => int(from + BigInt(at) * by)));
}

function nextOf(source: Obj | undefined, fallback: Obj | undefined): Obj | null {
  if (source?.t === "iterator") {
    const item = source.items[source.next];
    source.next += 1;
    if (item) return item;
  } else if (source?.t === "list" && source.spoiled === undefined) {
    const item = source.items.shift();
    if (item) return item;
  } else return null;
  if (fallback) return fallback;
  throw new PythonRaise("StopIteration", "");
}

const TYPES: ReadonlyMap<string, readonly Obj["t"][]> = new Map<string, readonly Obj["t"][]>([
  ["str", ["str"]],
  ["int", ["int", "bool"]],
  ["bool", ["bool"]],
  ["float", ["float"]],
  ["dict", ["dict"]],
  ["list", ["list"]],
  ["tuple", ["tuple"]],
  ["set", ["set"]],
  ["bytes", ["bytes"]],
]);

function isInstance(value: Obj, type: Obj): Obj | null {
  const types = type.t === "tuple" ? type.items : [type];
  const plain = ["none", "bool", "int", "float", "str", "bytes", "list", "tuple", "set", "dict", "path", "function"];
  if (!plain.includes(value.t)) return null;
  let open = false;
  for (const one of types) {
    const own =
      one.t === "builtin"
        ? TYPES.get(one.name)
        : one.t === "importable" && /^pathlib\.(?:Path|PosixPath|PurePath)$/.test(one.path)
          ? ["path"]
          : undefined;
    if (own?.includes(value.t)) return bool(true);
    if (!own) open = true;
  }
  return open ? null : bool(false);
}

/** `copy.copy` and `copy.deepcopy`. */
export const callCopy = (fn: string, value: Obj | undefined): Obj | null =>
  value ? copyOf(value, fn === "copy.deepcopy") : null;
