import type { Value } from "../model/value.ts";
import { isSecretKey, MASK, maskCommand, maskPython } from "./mask.ts";
import { shorten, visibleLine } from "./visible.ts";

/** Nothing is printed deeper, and no more items than this. */
const DEPTH = 3;
const ITEMS = 8;
const LONGEST = { outer: 2000, inner: 200 };

/** What reads a secret by its name: the name is no secret. */
const READS_BY_NAME = /^(os\.environ\.get|os\.getenv|absql\.functions\.env_var|.*\.env_var|.*Variable\.get)$/;

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text
    .replace(/\\/g, "\\\\")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${inner}${quote}`;
}

const lastName = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

function items<T>(list: readonly T[], print: (item: T) => string): string {
  const shown = list.slice(0, ITEMS).map(print);
  return (list.length > ITEMS ? [...shown, `… ${list.length - ITEMS} more`] : shown).join(", ");
}

const float = (number: number): string => {
  if (Number.isNaN(number)) return "nan";
  if (!Number.isFinite(number)) return number > 0 ? "inf" : "-inf";
  return Number.isInteger(number) && Math.abs(number) < 1e16 ? number.toFixed(1) : String(number);
};

function printed(value: Value, secret: boolean, depth: number): string {
  if (depth > DEPTH) return "…";
  const inside = (part: Value): string => printed(part, secret, depth + 1);
  const pair = (name: string, part: Value): string => printed(part, secret || isSecretKey(name), depth + 1);
  switch (value.t) {
    case "null":
      return "None";
    case "bool":
      return value.v ? "True" : "False";
    case "int":
      return secret ? MASK : String(value.v);
    case "float":
      return secret ? MASK : float(value.v);
    case "str":
      return secret ? MASK : quoted(maskCommand(value.v.slice(0, depth === 0 ? LONGEST.outer : LONGEST.inner)));
    case "date":
    case "datetime":
      return secret ? MASK : value.v;
    case "bytes":
      return secret ? MASK : `${value.v.length} bytes`;
    case "list":
      return `[${items(value.v, inside)}]`;
    case "tuple":
      return `(${items(value.v, inside)}${value.v.length === 1 ? "," : ""})`;
    case "set":
      return value.v.length === 0 ? "set()" : `{${items(value.v, inside)}}`;
    case "map":
      return `{${items(value.v, ([key, part]) => `${inside(key)}: ${pair(key.t === "str" ? key.v : "", part)}`)}}`;
    case "call": {
      const name = typeof value.fn === "string" ? lastName(value.fn) : maskPython(value.fn.source);
      const open = secret && typeof value.fn === "string" && READS_BY_NAME.test(value.fn);
      const parts = [
        ...value.args.map((part, at) => (open && at === 0 ? printed(part, false, depth + 1) : inside(part))),
        ...value.kwargs.map(([key, part]) => `${key}=${pair(key, part)}`),
      ];
      return `${name}(${items(parts, (part) => part)})`;
    }
    case "name":
      return lastName(value.path);
    case "function":
      return `${value.name} of ${value.file}`;
    case "run-file":
      return `all of ${value.file}`;
    case "expr":
      return secret ? maskPython(`secret = ${value.source}`).slice("secret = ".length) : maskPython(value.source);
    case "file-path":
      return quoted(value.file);
    case "absql-runner":
      return "absql_runner";
  }
}

/**
 * A value in words: short, as Python writes it, on one line, with secrets hidden. `path` is the path of keys that leads
 * to it (`default_args.password`); `limit` is in code points.
 */
export function valueText(value: Value, path = "", limit = 60): string {
  const full = visibleLine(printed(value, path.split(".").some(isSecretKey), 0));
  const length = Array.from(full).length;
  return length <= limit ? full : `${shorten(full, limit - 1)} (${length} characters)`;
}

/** True where `valueText` hides the value because of its key. */
export const isHidden = (path: string): boolean => path.split(".").some(isSecretKey);
