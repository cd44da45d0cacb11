import { bool, dictOf, int, isSmall, keyOf, list, type Obj, PythonRaise, str, tuple } from "./objects.ts";
import { textOfObj } from "./python-text.ts";
import { isSymbolic, joinPosix, knownTail, purePosix } from "./symbolic-path.ts";

/** The longest text or list that an operator may make. */
export const MAX_LENGTH = 20_000;

/** Python's truth of a value, or `null` where it is not known. */
export function truthOf(value: Obj): boolean | null {
  switch (value.t) {
    case "none":
      return false;
    case "bool":
      return value.v;
    case "int":
      return value.v !== 0n;
    case "float":
      return value.v !== 0;
    case "str":
    case "bytes":
      return value.v.length > 0;
    case "list":
    case "tuple":
    case "set":
      return value.spoiled === undefined ? value.items.length > 0 : null;
    case "dict":
      return value.spoiled === undefined ? value.entries.size > 0 : null;
    case "called":
    case "importable":
    case "unknown":
    case "environ":
    case "file":
      return null;
    default:
      return true;
  }
}

const asInt = (value: Obj): bigint | null =>
  value.t === "int" ? value.v : value.t === "bool" ? (value.v ? 1n : 0n) : null;
const asNumber = (value: Obj): number | null =>
  value.t === "float" ? value.v : ((n) => (n === null ? null : Number(n)))(asInt(value));

/** Python's `==`, or `null` where it is not known. */
export function equal(a: Obj, b: Obj): boolean | null {
  if (a === b && a.t !== "unknown" && a.t !== "float") return true;
  for (const one of [a, b])
    if (["unknown", "called", "importable", "environ", "host", "file"].includes(one.t)) return null;
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== null && y !== null) {
    const [i, j] = [asInt(a), asInt(b)];
    return i !== null && j !== null ? i === j : x === y;
  }
  if (a.t === "str" && b.t === "str") {
    if (a.v === b.v) return true;
    return isSymbolic(a.v) || isSymbolic(b.v) ? sameRoot(a.v, b.v) : false;
  }
  if (a.t === "path" && b.t === "path")
    return a.v === b.v ? true : isSymbolic(a.v) || isSymbolic(b.v) ? sameRoot(a.v, b.v) : false;
  if (a.t === "none" || b.t === "none") return a.t === b.t;
  if ((a.t === "list" && b.t === "list") || (a.t === "tuple" && b.t === "tuple")) {
    if (a.spoiled !== undefined || b.spoiled !== undefined) return null;
    if (a.items.length !== b.items.length) return false;
    if (!isSmall(a) || !isSmall(b)) return null;
    let all: boolean | null = true;
    for (const [at, item] of a.items.entries()) {
      const other = b.items[at];
      const same = other ? equal(item, other) : false;
      if (same === false) return false;
      if (same === null) all = null;
    }
    return all;
  }
  if (a.t === b.t) return null;
  const plain = ["str", "path", "list", "tuple", "dict", "set", "bytes", "int", "float", "bool", "function", "module"];
  return plain.includes(a.t) && plain.includes(b.t) ? false : null;
}

/** Two symbolic texts that differ: known to differ only below the same root. */
const sameRoot = (a: string, b: string): boolean | null =>
  a.slice(0, 3) === b.slice(0, 3) && isSymbolic(a.slice(0, 3)) ? false : null;

/** Python's `item in container`, or `null` where it is not known. */
export function contains(container: Obj, item: Obj): boolean | null {
  if (container.t === "str" && item.t === "str") {
    if (!isSymbolic(container.v)) return isSymbolic(item.v) ? null : container.v.includes(item.v);
    return knownTail(container.v).includes(item.v) ? true : null;
  }
  if (container.t === "dict" && container.spoiled === undefined) {
    const key = keyOf(item);
    return key === null || (key.startsWith("s") && isSymbolic(key)) ? null : container.entries.has(key);
  }
  if ((container.t === "list" || container.t === "tuple" || container.t === "set") && container.spoiled === undefined) {
    let all: boolean | null = false;
    for (const one of container.items) {
      const same = equal(one, item);
      if (same) return true;
      if (same === null) all = null;
    }
    return all;
  }
  return null;
}

/** One comparison, or `null` where it is not known. */
export function compare(op: string, a: Obj, b: Obj): boolean | null {
  const not = (value: boolean | null): boolean | null => (value === null ? null : !value);
  switch (op) {
    case "==":
      return equal(a, b);
    case "!=":
      return not(equal(a, b));
    case "in":
      return contains(b, a);
    case "not in":
      return not(contains(b, a));
    case "is":
      return identical(a, b);
    case "is not":
      return not(identical(a, b));
    default: {
      const order = orderOf(a, b);
      if (order === null) return null;
      return op === "<"
        ? order < 0
        : op === "<="
          ? order <= 0
          : op === ">"
            ? order > 0
            : op === ">="
              ? order >= 0
              : null;
    }
  }
}

function identical(a: Obj, b: Obj): boolean | null {
  const single = (value: Obj): boolean => value.t === "none" || value.t === "bool";
  const open = (value: Obj): boolean => ["unknown", "called", "importable"].includes(value.t);
  if (open(a) || open(b)) return null;
  if (single(a) || single(b)) return a.t === b.t && (a.t !== "bool" || b.t !== "bool" || a.v === b.v);
  return a === b ? true : null;
}

/** Negative, 0 or positive as `a` sorts before, with or behind `b`; `null` where it is not known. */
export function orderOf(a: Obj, b: Obj): number | null {
  const [i, j] = [asInt(a), asInt(b)];
  if (i !== null && j !== null) return i < j ? -1 : i > j ? 1 : 0;
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== null && y !== null) return x - y;
  const texts = (a.t === "str" && b.t === "str") || (a.t === "path" && b.t === "path");
  if (texts && a.t === b.t && "v" in a && "v" in b && typeof a.v === "string" && typeof b.v === "string") {
    if ((isSymbolic(a.v) || isSymbolic(b.v)) && a.v.slice(0, 3) !== b.v.slice(0, 3)) return null;
    return byCodePoint(a.v, b.v);
  }
  if ((a.t === "tuple" && b.t === "tuple") || (a.t === "list" && b.t === "list")) {
    if (!isSmall(a) || !isSmall(b)) return null;
    for (const [at, item] of a.items.entries()) {
      const other = b.items[at];
      if (!other) return 1;
      const order = orderOf(item, other);
      if (order !== 0) return order;
    }
    return a.items.length - b.items.length;
  }
  return null;
}

function byCodePoint(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (const [at, char] of x.entries()) {
    const other = y[at];
    if (other === undefined) return 1;
    if (char !== other) return (char.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
  }
  return x.length - y.length;
}

/** A binary operator on known values, or `null` where the result is not known. */
export function binary(op: string, a: Obj, b: Obj): Obj | null {
  if (op === "+") return add(a, b);
  if (op === "/" && a.t === "path" && (b.t === "str" || b.t === "path"))
    return { t: "path", v: purePosix(joinPosix([a.v, b.v])) };
  if (op === "/" && a.t === "str" && b.t === "path") return { t: "path", v: purePosix(joinPosix([a.v, b.v])) };
  if (op === "%" && a.t === "str") return percent(a.v, b.t === "tuple" ? b.items : [b]);
  if (op === "*") {
    const times = repeat(a, b) ?? repeat(b, a);
    if (times) return times;
  }
  if (op === "|" && a.t === "dict" && b.t === "dict" && a.spoiled === undefined && b.spoiled === undefined) {
    return { t: "dict", entries: new Map([...a.entries, ...b.entries]) };
  }
  if (a.t === "set" && b.t === "set") return sets(op, a.items, b.items);
  return arithmetic(op, a, b);
}

function add(a: Obj, b: Obj): Obj | null {
  if (a.t === "str" && b.t === "str") return a.v.length + b.v.length > MAX_LENGTH ? null : str(a.v + b.v);
  if ((a.t === "list" && b.t === "list") || (a.t === "tuple" && b.t === "tuple")) {
    if (a.spoiled !== undefined || b.spoiled !== undefined || a.items.length + b.items.length > MAX_LENGTH) return null;
    return a.t === "list" ? list([...a.items, ...b.items]) : tuple([...a.items, ...b.items]);
  }
  return arithmetic("+", a, b);
}

function repeat(a: Obj, b: Obj): Obj | null {
  const times = asInt(b);
  if (times === null || times > 10_000n) return null;
  const count = Math.max(0, Number(times));
  if (a.t === "str") return a.v.length * count > MAX_LENGTH ? null : str(a.v.repeat(count));
  if ((a.t !== "list" && a.t !== "tuple") || a.spoiled !== undefined || a.items.length * count > MAX_LENGTH)
    return null;
  const items = Array.from({ length: count }, () => a.items).flat();
  return a.t === "list" ? list(items) : tuple(items);
}

function sets(op: string, a: readonly Obj[], b: readonly Obj[]): Obj | null {
  const keys = (items: readonly Obj[]): Map<string, Obj> | null => {
    const map = new Map<string, Obj>();
    for (const item of items) {
      const key = keyOf(item);
      if (key === null) return null;
      map.set(key, item);
    }
    return map;
  };
  const [x, y] = [keys(a), keys(b)];
  if (!x || !y) return null;
  const pick = (keep: (key: string) => boolean): Obj[] =>
    [...new Map([...x, ...y])].filter(([key]) => keep(key)).map(([, one]) => one);
  switch (op) {
    case "|":
      return { t: "set", items: pick(() => true) };
    case "&":
      return { t: "set", items: pick((key) => x.has(key) && y.has(key)) };
    case "-":
      return { t: "set", items: pick((key) => x.has(key) && !y.has(key)) };
    case "^":
      return { t: "set", items: pick((key) => x.has(key) !== y.has(key)) };
    default:
      return null;
  }
}

function arithmetic(op: string, a: Obj, b: Obj): Obj | null {
  const [i, j] = [asInt(a), asInt(b)];
  if (i !== null && j !== null && op !== "/") return integers(op, i, j);
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x === null || y === null) return null;
  const float = (v: number): Obj | null => (Number.isFinite(v) ? { t: "float", v } : null);
  switch (op) {
    case "+":
      return float(x + y);
    case "-":
      return float(x - y);
    case "*":
      return float(x * y);
    case "/":
      if (y === 0) throw new PythonRaise("ZeroDivisionError", "division by zero");
      return float(x / y);
    default:
      return null;
  }
}

const LARGE = 10n ** 1000n;

function integers(op: string, a: bigint, b: bigint): Obj | null {
  const inRange = (value: bigint): boolean => value < LARGE && value > -LARGE;
  if (!inRange(a) || !inRange(b)) return null;
  const floorMod = (): bigint => ((a % b) + b) % b;
  if (["//", "%"].includes(op) && b === 0n) throw new PythonRaise("ZeroDivisionError", "division by zero");
  switch (op) {
    case "+":
      return int(a + b);
    case "-":
      return int(a - b);
    case "*":
      return int(a * b);
    case "//":
      return int((a - floorMod()) / b);
    case "%":
      return int(floorMod());
    case "**":
      return b >= 0n && b <= 1000n ? int(a ** b) : null;
    case "&":
      return int(a & b);
    case "|":
      return int(a | b);
    case "^":
      return int(a ^ b);
    case "<<":
      return b >= 0n && b <= 1000n ? int(a << b) : null;
    case ">>":
      return b >= 0n && b <= 1000n ? int(a >> b) : null;
    default:
      return null;
  }
}

/** A unary operator, or `null`. */
export function unary(op: string, value: Obj): Obj | null {
  if (op === "not") {
    const truth = truthOf(value);
    return truth === null ? null : bool(!truth);
  }
  const whole = asInt(value);
  if (whole !== null) return op === "-" ? int(-whole) : op === "+" ? int(whole) : op === "~" ? int(~whole) : null;
  if (value.t !== "float") return null;
  return op === "-" ? { t: "float", v: -value.v } : op === "+" ? value : null;
}

/** `text % values` for `%s`, `%d` and `%%`. */
function percent(format: string, values: readonly Obj[]): Obj | null {
  let next = 0;
  let known = true;
  const text = format.replaceAll(
    /%(?:\((\w+)\))?([sd%])|%/g,
    (_, key: string | undefined, letter: string | undefined) => {
      if (letter === "%") return "%";
      const first = values[0];
      const value =
        key !== undefined && first?.t === "dict"
          ? first.entries.get(`s${key}`)?.[1]
          : key === undefined
            ? values[next++]
            : undefined;
      const shown =
        value === undefined || letter === undefined || (letter === "d" && asInt(value) === null)
          ? null
          : textOfObj(value);
      if (shown === null) known = false;
      return shown ?? "";
    },
  );
  const used = next === values.length || (values.length === 1 && values[0]?.t === "dict");
  return known && used && text.length <= MAX_LENGTH ? str(text) : null;
}

/** An empty dict, for `dict()` and `{}`. */
export const emptyDict = (): Obj => dictOf([]);
