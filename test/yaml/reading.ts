import { asPath } from "../../src/model/path.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { TagConstructors, Value } from "../../src/model/value.ts";
import { wholeFile } from "../../src/yaml/embedded.ts";
import { readYaml } from "../../src/yaml/read-yaml.ts";

export const file = asPath("dags/a/task.yml");

/** A text read as a whole file. */
export const read = (text: string, constructors: TagConstructors = new Map()) =>
  readYaml(wholeFile(file, text), constructors);

/** A value without its places, in the plainest JavaScript that tells all kinds apart. */
export function plain(value: Value | null): unknown {
  if (value === null) return "refused";
  switch (value.t) {
    case "null":
      return null;
    case "bool":
    case "str":
    case "float":
    case "int":
      return value.v;
    case "date":
    case "datetime":
      return { [value.t]: value.v };
    case "bytes":
      return { bytes: [...value.v] };
    case "list":
      return value.v.map(plain);
    case "tuple":
    case "set":
      return { [value.t]: value.v.map(plain) };
    case "map":
      return new Map(value.v.map(([key, item]) => [plain(key), plain(item)]));
    case "call":
      return {
        call: typeof value.fn === "string" ? value.fn : { expr: value.fn.source },
        args: value.args.map(plain),
        kwargs: Object.fromEntries(value.kwargs.map(([key, item]) => [key, plain(item)])),
      };
    default:
      return value;
  }
}

/** The value of the key `a`. */
export function valueOfA(text: string, constructors: TagConstructors = new Map()): unknown {
  const value = plain(read(text, constructors).value);
  return value instanceof Map ? value.get("a") : value;
}

/** The problems of a text: kind, the text at their place, and what they say. */
export function problemsOf(text: string, constructors: TagConstructors = new Map()): unknown[] {
  return read(text, constructors).problems.map((problem) => [problem.kind, sliceAt(text, problem), detailOf(problem)]);
}

export const sliceAt = (text: string, { at }: Problem): string => text.slice(at.start, at.end);

const detailOf = (problem: Problem): string => ("detail" in problem ? problem.detail : problem.kind);
