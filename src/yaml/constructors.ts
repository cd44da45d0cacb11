import type { ExprValue, TagConstructors } from "../model/value.ts";

/** What a tag calls: an importable object by its path, or an expression for a function of the repository. */
export type TagFunction = string | ExprValue;

/** gusty's tags (`gusty/parsing/loaders.py`) over ABSQL's (`absql/functions/__init__.py`). */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["!datetime", "datetime.datetime"],
  ["!env_switch", "absql.functions.env_switch"],
  ["!env_var", "absql.functions.env_var"],
  ["!previous_date", "absql.functions.time.previous_date"],
  ["!previous_hour", "absql.functions.time.previous_hour"],
  ["!timedelta", "datetime.timedelta"],
  ["!days_ago", "gusty.utils.days_ago"],
]);

/** All tags of a project, with their `!`. A project's own tag replaces gusty's of the same name. */
export function constructorsOf(own: TagConstructors): ReadonlyMap<string, TagFunction> {
  const all = new Map<string, TagFunction>(DEFAULTS);
  for (const [tag, value] of own) {
    const name = tag.startsWith("!") ? tag : `!${tag}`;
    if (value.t === "name") all.set(name, value.path);
    else if (value.t === "expr") all.set(name, value);
  }
  return all;
}
