import type { Path } from "../model/path.ts";
import type { Field, Value } from "../model/value.ts";

/** What only Python knows and the configuration tells (`values:`), by the expression. */
export type KnownValues = ReadonlyMap<string, Value>;

/**
 * Fields in which known expressions are what they stand for, at the place of the expression. One is told by its source,
 * an imported name also by its full path; `texts` are those of the files that values are written in, where they are loaded.
 */
export function withKnownValues(
  fields: readonly Field[],
  values: KnownValues,
  texts: ReadonlyMap<Path, string>,
): readonly Field[] {
  if (values.size === 0) return fields;
  const given = (value: Value): Value | undefined => {
    const names: (string | null)[] = [];
    if (value.t === "expr") names.push(value.source);
    if (value.t === "name") names.push(value.path);
    if (value.t === "name" || value.t === "call") names.push(writtenAt(value, texts));
    return names.flatMap((name) => (name === null ? [] : (values.get(name) ?? [])))[0];
  };
  const known = (value: Value): Value => {
    const instead = given(value);
    if (instead) return value.span ? { ...instead, span: value.span } : instead;
    switch (value.t) {
      case "list":
      case "tuple":
      case "set":
        return { ...value, v: value.v.map(known) };
      case "map":
        return { ...value, v: value.v.map(([key, item]) => [known(key), known(item)] as const) };
      case "call":
        return {
          ...value,
          args: value.args.map(known),
          kwargs: value.kwargs.map(([key, item]) => [key, known(item)] as const),
        };
      default:
        return value;
    }
  };
  return fields.map((field) => ({ ...field, value: known(field.value) }));
}

function writtenAt({ span }: Value, texts: ReadonlyMap<Path, string>): string | null {
  const text = span && texts.get(span.file);
  return span && text !== undefined ? text.slice(span.start, span.end).trim() : null;
}
