import type { Value } from "../model/value.ts";
import { maskCommand } from "./mask.ts";
import { isHidden, valueText } from "./value-text.ts";

/** A value of Python as JSON has it; what JSON has no form for is `{ "python": "timedelta(minutes=5)" }`. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

const DEPTH = 50;

/** A value for the JSON report, with secrets hidden; `path` is the path of keys to it. */
export function jsonValue(value: Value, path: string, depth = 0): JsonValue {
  const python = (): JsonValue => ({ python: valueText(value, path, 1000) });
  if (depth > DEPTH) return python();
  switch (value.t) {
    case "null":
      return null;
    case "bool":
      return value.v;
    case "int":
      return isHidden(path) || value.v > BigInt(Number.MAX_SAFE_INTEGER) || value.v < BigInt(Number.MIN_SAFE_INTEGER)
        ? python()
        : Number(value.v);
    case "float":
      return isHidden(path) || !Number.isFinite(value.v) ? python() : value.v;
    case "str":
      return isHidden(path) ? python() : maskCommand(value.v);
    case "list":
      return value.v.map((item) => jsonValue(item, path, depth + 1));
    case "map": {
      const entries = value.v.flatMap(([key, item]): [string, JsonValue][] =>
        key.t === "str" ? [[key.v, jsonValue(item, `${path}.${key.v}`, depth + 1)]] : [],
      );
      return entries.length === value.v.length ? Object.fromEntries(entries) : python();
    }
    default:
      return python();
  }
}
