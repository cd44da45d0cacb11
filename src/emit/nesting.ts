import type { Dag } from "../model/dag.ts";
import type { Value } from "../model/value.ts";

/** Python's parser takes 200 open brackets, of which a level may need three; no value that people write is as deep. */
const LEVELS = 60;

/** The values directly within a value. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.t) {
    case "list":
    case "tuple":
    case "set":
      return value.v;
    case "map":
      return value.v.flat();
    case "call":
      return [
        ...(typeof value.fn === "string" ? [] : [value.fn]),
        ...value.args,
        ...value.kwargs.map(([, part]) => part),
      ];
    case "function":
    case "run-file":
      return (value.partial ?? []).map(([, part]) => part);
    default:
      return [];
  }
}

/** Every value that is written for a DAG, by the key under which it stands. */
export function writtenValues(dag: Dag): { readonly key: string; readonly value: Value }[] {
  return [...dag.settings, ...[...dag.groups, ...dag.tasks].flatMap((node) => node.arguments)];
}

/** Why a DAG's values cannot be written, or `null` where none is nested too deeply. Goes level by level, not by recursion. */
export function nestingRefusal(dag: Dag): string | null {
  for (const { key, value } of writtenValues(dag)) {
    let level: readonly Value[] = [value];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > LEVELS) return `the value of \`${key}\` is nested more than ${LEVELS} levels deep`;
      level = level.flatMap(partsOf);
    }
  }
  return null;
}
