import type { Field, Value } from "../model/value.ts";

/** The field of that key, or `undefined`. */
export const fieldOf = (fields: readonly Field[], key: string): Field | undefined =>
  fields.find((field) => field.key === key);

/** `dict.update`: the later value wins and keeps the earlier place; new keys come last. */
export function updateFields(fields: readonly Field[], later: readonly Field[]): readonly Field[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  for (const field of later) byKey.set(field.key, field);
  return [...byKey.values()];
}

/** The entries of a mapping whose keys are strings, as fields; `null` for any other value. */
export function fieldsOfMap(value: Value): readonly Field[] | null {
  if (value.t !== "map") return null;
  return value.v.flatMap(([key, entry]) =>
    key.t === "str" ? [{ key: key.v, keySpan: key.span ?? null, value: entry }] : [],
  );
}

/** The first key of a mapping that is certainly no text, which no call takes as the name of an argument. */
export function keyThatIsNoText(value: Value): Value | null {
  const known = (key: Value): boolean => !["str", "expr", "call", "name"].includes(key.t);
  return value.t === "map" ? (value.v.find(([key]) => known(key))?.[0] ?? null) : null;
}

/** A mapping value of fields, placed where `like` is. */
export function mapOfFields(fields: readonly Field[], like: Value): Value {
  const v = fields.map((field): readonly [Value, Value] => [
    { t: "str", v: field.key, ...(field.keySpan ? { span: field.keySpan } : {}) },
    field.value,
  ]);
  return { t: "map", v, ...(like.span ? { span: like.span } : {}) };
}

/** Python's `bool(value)`, or `null` where only Python knows. */
export function truthOf(value: Value): boolean | null {
  switch (value.t) {
    case "null":
      return false;
    case "bool":
      return value.v;
    case "int":
      return value.v !== 0n;
    case "float":
      return value.v !== 0;
    case "str":
    case "bytes":
    case "list":
    case "tuple":
    case "set":
    case "map":
      return value.v.length > 0;
    case "call":
    case "expr":
    case "name":
      return null;
    default:
      return true;
  }
}

/** False where only Python knows a value: then nothing is said of it. */
export const isKnown = ({ t }: Value): boolean => t !== "expr" && t !== "call" && t !== "name";
