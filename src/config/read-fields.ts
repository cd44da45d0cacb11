import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { nearest } from "./nearest.ts";

/** Reads one configuration file: its text, and what is wrong in it so far. */
export interface Reading {
  readonly text: string;
  /** The whole file: the place of a value that has none of its own. */
  readonly whole: Span;
  readonly problems: Problem[];
}

/** Notes what is wrong at a value, and what would be right. */
export function complain(reading: Reading, at: Span | null | undefined, detail: string, expected: string): void {
  reading.problems.push({ kind: "configuration", at: at ?? reading.whole, detail, expected });
}

/** The keys of a mapping, in order. A key that is no text is a problem; so is anything but a mapping, which gives `null`. */
export function fieldsOf(reading: Reading, value: Value, name: string): Field[] | null {
  if (value.t !== "map") {
    complain(reading, value.span, `${name} is ${kindOf(value)}`, "a mapping: `key: value` lines");
    return null;
  }
  const fields: Field[] = [];
  for (const [key, item] of value.v) {
    if (key.t !== "str") {
      complain(reading, key.span, `a key of ${name} is ${kindOf(key)}`, "a text as key; put it in quotes");
      continue;
    }
    fields.push({ key: key.v, keySpan: key.span ?? null, value: item });
  }
  return fields;
}

/** How to read each key of a mapping. */
export type Keys = Readonly<Record<string, (value: Value, field: Field) => void>>;

/** Reads a mapping key by key. An unknown key is a problem with the nearest name. */
export function readKeys(reading: Reading, value: Value, name: string, keys: Keys): void {
  for (const field of fieldsOf(reading, value, name) ?? []) {
    const read = Object.hasOwn(keys, field.key) ? keys[field.key] : undefined;
    if (read) read(field.value, field);
    else
      complain(
        reading,
        field.keySpan,
        `${name} has no key \`${field.key}\``,
        expectedName(field.key, Object.keys(keys)),
      );
  }
}

/** The nearest name, or all of them: what was expected in place of a word that is none. */
export function expectedName(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return near === null ? `one of ${names.map((name) => `\`${name}\``).join(", ")}` : `\`${near}\``;
}

/** A text, or `null` and a problem. */
export function readText(reading: Reading, value: Value, name: string): string | null {
  if (value.t === "str" && value.v !== "") return value.v;
  complain(reading, value.span, `\`${name}\` is ${kindOf(value)}`, "a text");
  return null;
}

/** A version: a text, or a number as it is written, so that an unquoted `2.10` is not `2.1`. */
export function readVersion(reading: Reading, value: Value, name: string): string | null {
  const written = value.span ? reading.text.slice(value.span.start, value.span.end) : "";
  const text = value.t === "str" ? value.v : value.t === "float" || value.t === "int" ? written : "";
  if (/^\d{1,4}(\.\d{1,6}){0,3}[\w.+-]{0,20}$/.test(text)) return text;
  complain(reading, value.span, `\`${name}\` is no version`, 'a version such as "2.11" or "3.0.2"');
  return null;
}

/** A list of texts that `accepts` takes; what is no text is a problem and left out. One text alone counts as a list of one. */
export function readTexts(
  reading: Reading,
  value: Value,
  name: string,
  accepts: (item: Value, text: string) => boolean = () => true,
): readonly string[] {
  const items = value.t === "str" ? [value] : value.t === "list" ? value.v : null;
  if (items === null) {
    complain(reading, value.span, `\`${name}\` is ${kindOf(value)}`, "a list of texts");
    return [];
  }
  return items.flatMap((item) => {
    const text = readText(reading, item, `an item of ${name}`);
    return text !== null && accepts(item, text) ? [text] : [];
  });
}

/** True or false, or `null` and a problem. */
export function readBoolean(reading: Reading, value: Value, name: string): boolean | null {
  if (value.t === "bool") return value.v;
  complain(reading, value.span, `\`${name}\` is ${kindOf(value)}`, "`true` or `false`");
  return null;
}

/** One of some words, or `null` and a problem. YAML reads an unquoted `off` as false: it counts as the word. */
export function readWord<T extends string>(
  reading: Reading,
  value: Value,
  name: string,
  words: readonly T[],
): T | null {
  const text = value.t === "str" ? value.v : value.t === "bool" && !value.v ? "off" : null;
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  const said = text === null ? kindOf(value) : `\`${text}\``;
  complain(reading, value.span, `\`${name}\` is ${said}`, expectedName(text ?? "", words));
  return null;
}

/** A whole number within bounds, or `null` and a problem. */
export function readNumber(reading: Reading, value: Value, name: string, least: number, most: number): number | null {
  if (value.t === "int" && value.v >= BigInt(least) && value.v <= BigInt(most)) return Number(value.v);
  complain(reading, value.span, `\`${name}\` is ${kindOf(value)}`, `a whole number from ${least} to ${most}`);
  return null;
}

const KINDS: Readonly<Partial<Record<Value["t"], string>>> = {
  null: "empty",
  bool: "true or false",
  int: "a whole number",
  float: "a number",
  str: "a text",
  list: "a list",
  map: "a mapping",
};

const kindOf = (value: Value): string => KINDS[value.t] ?? "a value of another kind";
