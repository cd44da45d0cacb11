import type { Path } from "../model/path.ts";
import type { Value } from "../model/value.ts";

/** The files that a value points into: where it and its parts stand, and the statements that its expressions need. */
export function filesOfValue(value: Value, into: Set<Path>): void {
  const waiting: Value[] = [value];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.span) into.add(next.span.file);
    switch (next.t) {
      case "list":
      case "tuple":
      case "set":
        waiting.push(...next.v);
        break;
      case "map":
        for (const [key, item] of next.v) waiting.push(key, item);
        break;
      case "call":
        if (typeof next.fn !== "string") waiting.push(next.fn);
        waiting.push(...next.args, ...next.kwargs.map(([, item]) => item));
        break;
      case "function":
      case "run-file":
        into.add(next.file);
        waiting.push(...(next.partial ?? []).map(([, item]) => item));
        break;
      case "expr":
        for (const need of next.needs) into.add(need.file);
        break;
      default:
        break;
    }
  }
}
