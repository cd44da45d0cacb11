import type { Json } from "./start-judge.ts";

const MAX_SHOWN = 200;

/** Every place at which two values differ, one line each: the path, what gusty's world has, what the generated one has. */
export function differences(gusty: Json | undefined, generated: Json | undefined, path = ""): string[] {
  if (isPlain(gusty) || isPlain(generated) || Array.isArray(gusty) !== Array.isArray(generated)) {
    return Object.is(gusty, generated)
      ? []
      : [`${path || "."}\n    gusty says     ${show(gusty)}\n    generated says ${show(generated)}`];
  }
  const left = gusty as Readonly<Record<string, Json>>;
  const right = generated as Readonly<Record<string, Json>>;
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => differences(left[key], right[key], path === "" ? key : `${path} / ${key}`));
}

const isPlain = (value: Json | undefined): boolean => typeof value !== "object" || value === null;

function show(value: Json | undefined): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
