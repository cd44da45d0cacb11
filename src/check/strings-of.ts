import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";

/** One text inside of a value, with the key that leads to it last. */
export interface FoundText {
  readonly key: string;
  readonly text: string;
  readonly at: Span | null;
}

/** Every text in fields, those in lists and mappings too, in order. */
export function textsIn(fields: readonly Field[]): readonly FoundText[] {
  const found: FoundText[] = [];
  const waiting: { key: string; value: Value }[] = [];
  for (const field of [...fields].reverse()) waiting.push({ key: field.key, value: field.value });
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { key, value } = next;
    if (value.t === "str") found.push({ key, text: value.v, at: value.span ?? null });
    else if (value.t === "list" || value.t === "tuple" || value.t === "set")
      for (const item of [...value.v].reverse()) waiting.push({ key, value: item });
    else if (value.t === "map")
      for (const [name, item] of [...value.v].reverse())
        waiting.push({ key: name.t === "str" ? name.v : key, value: item });
  }
  return found;
}
