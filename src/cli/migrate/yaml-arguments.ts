import type { Field, Value } from "../../model/value.ts";

/** Why a value cannot be written in `windsock.yml`: the path of the argument, and what is there. */
export class NoYaml extends Error {}

/** gusty's tags by what they call (`gusty/parsing/loaders.py`). */
const TAGS: ReadonlyMap<string, string> = new Map([
  ["datetime.datetime", "!datetime"],
  ["datetime.timedelta", "!timedelta"],
  ["gusty.utils.days_ago", "!days_ago"],
  ["absql.functions.env_var", "!env_var"],
]);

/** Arguments of `create_dag` as lines of YAML, each with `indent` before it. Throws `NoYaml` for what only Python can say. */
export function yamlLines(fields: readonly Field[], indent: string): string[] {
  return fields.flatMap(({ key, value }) => entryLines(key, value, indent, key));
}

function entryLines(key: string, value: Value, indent: string, path: string): string[] {
  const name =
    /^[A-Za-z_][\w-]*$/.test(key) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key) ? key : JSON.stringify(key);
  if (value.t !== "map" || value.v.length === 0) return [`${indent}${name}: ${inline(value, path)}`];
  const entries = value.v.flatMap(([inner, item]) => {
    if (inner.t !== "str") throw new NoYaml(`\`${path}\` has a key that is no text`);
    return entryLines(inner.v, item, `${indent}  `, `${path}.${inner.v}`);
  });
  return [`${indent}${name}:`, ...entries];
}

function inline(value: Value, path: string): string {
  const items = (list: readonly Value[]): string => `[${list.map((item) => inline(item, path)).join(", ")}]`;
  switch (value.t) {
    case "null":
      return "null";
    case "bool":
      return String(value.v);
    case "int":
      return String(value.v);
    case "float":
      if (!Number.isFinite(value.v)) break;
      return Number.isInteger(value.v)
        ? value.v.toFixed(1)
        : String(value.v)
            .replace(/^([^.]*)e/, "$1.0e")
            .replace(/e(?=\d)/, "e+");
    case "str":
      return text(value.v);
    case "list":
      return items(value.v);
    case "map":
      return `{${value.v.map(([key, item]) => `${inline(key, path)}: ${inline(item, path)}`).join(", ")}}`;
    case "name": {
      if (!isFunctionKey(path)) break;
      const dot = value.path.lastIndexOf(".");
      return text(`${value.path.slice(0, dot)}:${value.path.slice(dot + 1)}`);
    }
    case "call": {
      const tag = typeof value.fn === "string" ? TAGS.get(value.fn) : undefined;
      if (tag === undefined || (value.args.length > 0 && value.kwargs.length > 0)) break;
      if (value.kwargs.length === 0) return `${tag} ${items(value.args)}`;
      return `${tag} {${value.kwargs.map(([name, item]) => `${name}: ${inline(item, path)}`).join(", ")}}`;
    }
    default:
      break;
  }
  throw new NoYaml(`\`${path}\` is known only to Python`);
}

/** Keys whose texts name functions, as `module:function` (`docs/configuration.md`). */
const isFunctionKey = (path: string): boolean =>
  /^(?:on_success_callback|on_failure_callback|sla_miss_callback)$|^(?:user_defined_macros|user_defined_filters|dag_constructors|parse_hooks)\.[^.]+$/.test(
    path,
  );

/** Plain where YAML can only read it as this very text, else in double quotes, in which JSON is YAML. */
const text = (plain: string): string =>
  /^[A-Za-z][A-Za-z_ ]*[A-Za-z]$/.test(plain) && !/^(?:yes|no|on|off|true|false|null)$/i.test(plain)
    ? plain
    : JSON.stringify(plain);
