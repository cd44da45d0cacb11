import type { Value } from "../model/value.ts";
import { brackets, type Code, flat, item } from "./layout.ts";
import { stringLiteral } from "./string-literal.ts";

/** What makes two keys one key of a Python dict: `1`, `1.0` and `True` are equal. */
function identity(value: Value): string | null {
  switch (value.t) {
    case "null":
      return "null";
    case "bool":
      return `number:${value.v ? "1" : "0"}`;
    case "int":
      return `number:${value.v}`;
    case "float":
      return Number.isInteger(value.v) ? `number:${BigInt(value.v)}` : `number:${value.v}`;
    case "str":
      return `str:${value.v}`;
    default:
      return null;
  }
}

/** The members of a set, each once. */
export function distinct(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = identity(value);
    if (key === null) return true;
    return !seen.has(key) && seen.add(key);
  });
}

/** A dict. Of equal keys the first gives the key and the last the value, as Python does. */
export function mapCode(
  entries: readonly (readonly [Value, Value])[],
  inner: (part: Value, name?: string) => Code,
): Code {
  const kept: [Value, Value][] = [];
  const at = new Map<string, number>();
  for (const [key, value] of entries) {
    const same = identity(key);
    const before = same === null ? undefined : at.get(same);
    if (before === undefined) {
      if (same !== null) at.set(same, kept.length);
      kept.push([key, value]);
    } else {
      kept[before] = [kept[before]?.[0] ?? key, value];
    }
  }
  const codes = kept.map(([key, value]) => [inner(key), inner(value, key.t === "str" ? key.v : undefined)] as const);
  return dictCode(codes);
}

/** A dict display, or `dict([…])` where a key is so long that nothing fits behind it. */
export function dictCode(entries: readonly (readonly [Code, Code])[]): Code {
  const keyText = (key: Code): string => (key.t === "string" ? stringLiteral(key.text) : (flat(key) ?? "None"));
  const items = entries.map(([key, value]) => item(value, `${keyText(key)}: `));
  const tuples = entries.map((pair) =>
    item(
      brackets(
        "(",
        pair.map((part) => item(part)),
        ")",
      ),
    ),
  );
  const pairs = brackets("dict(", [item(brackets("[", tuples, "]"))], ")");
  return { t: "brackets", open: "{", items, close: "}", pairs };
}
