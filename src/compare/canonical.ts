import { isWithin, type Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { datetimeText } from "./datetime.ts";
import { timedeltaMicros } from "./timedelta.ts";

/** What the values of one DAG in one version refer to: the texts of files, and the DAG's folder. */
export interface ValueContext {
  readonly texts: ReadonlyMap<Path, string>;
  /** Files inside it are named from here, so that a DAG that moves as a whole stays the same. */
  readonly folder: Path;
}

/** Plain JSON. Two values are equal if their JSON text is. */
export type Canonical = string | number | boolean | null | readonly Canonical[];

/** Deeper values are compared by their source text. */
const MAX_DEPTH = 200;

/** Sorted by JSON text: for what has no order. */
export const unordered = (items: readonly Canonical[]): Canonical[] =>
  items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);

/** Two equal texts say that the values are equal for Python (`==`, and of one type), as far as it can be known. */
export const canonicalText = (value: Value, context: ValueContext): string => JSON.stringify(canonical(value, context));

/**
 * A value without places, and without what makes no difference to Python: the order of keys and of keyword arguments,
 * the order in a set, the way in which a timedelta or a datetime is written.
 */
export function canonical(value: Value, context: ValueContext, depth = 0): Canonical {
  if (depth > MAX_DEPTH) return ["source", sourceOf(value.span, context)];
  const each = (items: readonly Value[]): Canonical[] => items.map((item) => canonical(item, context, depth + 1));
  const named = (items: readonly (readonly [string, Value])[]): Canonical[] =>
    unordered(items.map(([name, item]) => [name, canonical(item, context, depth + 1)]));
  switch (value.t) {
    case "null":
    case "absql-runner":
      return [value.t];
    case "bool":
    case "str":
    case "date":
    case "datetime":
      return [value.t, value.v];
    case "int":
    case "float":
      return [value.t, String(value.v)];
    case "bytes":
      return ["bytes", ...value.v];
    case "list":
    case "tuple":
      return [value.t, ...each(value.v)];
    case "set":
      return ["set", ...unordered(each(value.v))];
    case "map":
      return ["map", ...unordered(value.v.map((pair) => each(pair)))];
    case "name":
      return ["name", value.path];
    case "function":
      return ["function", fileName(value.file, context), value.name, named(value.partial ?? [])];
    case "run-file":
      return ["run-file", fileName(value.file, context), named(value.partial ?? [])];
    case "file-path":
      return [value.t, fileName(value.file, context)];
    case "expr":
      return ["expr", value.source, value.needs.map((span) => sourceOf(span, context))];
    case "call": {
      const micros = timedeltaMicros(value);
      if (micros !== null) return ["timedelta", String(micros)];
      const moment = datetimeText(value);
      if (moment !== null) return ["datetime", moment];
      const fn = typeof value.fn === "string" ? value.fn : canonical(value.fn, context, depth + 1);
      return ["call", fn, each(value.args), named(value.kwargs)];
    }
  }
}

/** Fields as a mapping: sorted by key. */
export const canonicalFields = (fields: readonly Field[], context: ValueContext): Canonical[] =>
  unordered(fields.map(({ key, value }) => [key, canonical(value, context)]));

const fileName = (file: Path, { folder }: ValueContext): Canonical =>
  isWithin(file, folder) ? ["dag", file.slice(folder.length).replace(/^\//, "")] : file;

function sourceOf(span: Span | undefined, { texts }: ValueContext): Canonical {
  if (span === undefined) return null;
  const text = texts.get(span.file);
  return text === undefined ? [span.file, span.start, span.end] : text.slice(span.start, span.end);
}
