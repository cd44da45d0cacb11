import type { Problem } from "../model/problem.ts";
import type { Field, Value } from "../model/value.ts";

/** The fields of a file, or `null` with the reasons why it has none. */
export interface ParsedFields {
  readonly fields: readonly Field[] | null;
  readonly problems: readonly Problem[];
}

/**
 * The pairs of a mapping as fields. Keys that are no texts are left out: gusty passes on only keys that name a
 * parameter, and those are texts.
 */
export function fieldsOf(pairs: readonly (readonly [Value, Value])[]): Field[] {
  return pairs.flatMap(([key, value]) => (key.t === "str" ? [{ key: key.v, keySpan: key.span ?? null, value }] : []));
}

/** `fields` with a key set as `dict.update` sets it: in its place where it is there, else at the end. */
export function withField(fields: readonly Field[], field: Field): Field[] {
  const at = fields.findIndex(({ key }) => key === field.key);
  return at < 0 ? [...fields, field] : fields.with(at, field);
}

export const fieldNamed = (fields: readonly Field[], key: string): Field | undefined =>
  fields.find((field) => field.key === key);
