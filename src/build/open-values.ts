import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { fieldOf } from "./fields.ts";

/** The first part of a value that only Python knows, or `null`. */
export function openPart(value: Value): Value | null {
  switch (value.t) {
    case "expr":
    case "call":
    case "name":
      return value;
    case "list":
    case "tuple":
    case "set":
      return value.v.map(openPart).find((part) => part !== null) ?? null;
    case "map":
      return (
        value.v
          .flat()
          .map(openPart)
          .find((part) => part !== null) ?? null
      );
    default:
      return null;
  }
}

/** Keys of the DAG level that decide which tasks and edges there are. */
const SHAPING = ["latest_only", "ignore_subfolders", "root_tasks", "leaf_tasks"];

/** What of the DAG level's metadata changes the shape of the DAG and is known only to Python, but for what is said already. */
export function openShape(metadata: readonly Field[], place: Span, said: readonly Problem[]): readonly Problem[] {
  return SHAPING.flatMap((key) => {
    const field = fieldOf(metadata, key);
    const part = field && openPart(field.value);
    return field && part ? openProblem(field, part, place, said) : [];
  });
}

/** The problem of a part of a field that only Python knows, unless there is one for that place. */
export function openProblem(field: Field, part: Value, place: Span, said: readonly Problem[]): readonly Problem[] {
  const at = part.span ?? field.value.span ?? field.keySpan ?? place;
  const known = said.some(
    (problem) => problem.kind === "not-static" && problem.at.file === at.file && problem.at.start === at.start,
  );
  if (known) return [];
  const expression = part.t === "expr" ? part.source : part.t === "name" ? part.path : field.key;
  const why = part.t === "expr" ? part.why : "its value is known only when Airflow parses the DAG";
  return [
    { kind: "not-static", at, expression, why: `${why}, and it changes the shape of the DAG`, affects: field.key },
  ];
}
