import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Field, Value } from "../model/value.ts";
import type { ParsedFields } from "./fields.ts";
import type { ParseOptions } from "./parse-options.ts";
import { type Known, renderText } from "./render-text.ts";

/** Functions that ABSQL puts beside the keys of METADATA (`absql/functions/__init__.py`), and gusty's own tags. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["datetime", "datetime.datetime"],
  ["env_switch", "absql.functions.env_switch"],
  ["env_var", "absql.functions.env_var"],
  ["get_max_value", "absql.functions.get_max_value"],
  ["get_min_value", "absql.functions.get_min_value"],
  ["previous_date", "absql.functions.previous_date"],
  ["previous_hour", "absql.functions.previous_hour"],
  ["table_exists", "absql.functions.table_exists"],
  ["timedelta", "datetime.timedelta"],
  ["query_db", "absql.functions.query_db"],
  ["days_ago", "gusty.utils.days_ago"],
]);
/** Parameters of `render_text` that would change how the rest is rendered. */
const SWITCHES = ["replace_only", "pretty_encode"];

/** Texts that name others can grow without end: more characters than these are not rendered. */
const MOST_CHARACTERS = 1_000_000;

/** Keys that say which tasks, groups and edges there are: what only Python renders leaves the DAG open. */
const SHAPING = new Set([
  "operator",
  "dependencies",
  "external_dependencies",
  "multi_task_spec",
  "python_callable_partials",
  "root_tasks",
  "leaf_tasks",
  "latest_only",
  "ignore_subfolders",
  "group_id",
  "prefix_group_id",
  "suffix_group_id",
  "extra_tags",
]);

/**
 * Every text of the fields through Jinja and `cleandoc`, key by key, as ABSQL's `render_context` does
 * (`gusty/parsing/utils.py`, `render_frontmatter`); the key `sql` is left out. A text that only Python can render becomes
 * the call that renders it, where that does not change which tasks and edges there are. `fields` is `null` where it raises.
 */
export function renderFields(file: Path, fields: readonly Field[], options: ParseOptions): ParsedFields {
  const names = namesOf(fields, options);
  const known = new Map<string, Known>([...names].map(([name, value]) => [name, callable(value) ? "function" : value]));
  const problems: Problem[] = [];
  let raises = false;
  let left = MOST_CHARACTERS;
  const switched = fields.find(({ key }) => SWITCHES.includes(key));
  const apply = (value: Value, path: string, top: string): Value => {
    if (value.t === "list") return { ...value, v: value.v.map((item) => apply(item, path, top)) };
    if (value.t === "map") {
      return {
        ...value,
        v: value.v.map(([key, part]) => [key, apply(part, key.t === "str" ? `${path}.${key.v}` : path, top)] as const),
      };
    }
    if (value.t !== "str") return value;
    const at = value.span ?? { file, start: 0, end: 0 };
    const rendered = switched
      ? ({
          kind: "unknown",
          expression: value.v.slice(0, 200),
          why: `The key \`${switched.key}\` changes how ABSQL renders.`,
        } as const)
      : renderText(value.v, known, left, options.call);
    if (rendered.kind === "text") {
      left -= rendered.text.length;
      return { ...value, v: rendered.text };
    }
    if (rendered.kind === "raises") {
      raises = true;
      problems.push({
        kind: "raises",
        at,
        detail: rendered.detail,
        expected: "Plain text, or Jinja over names that are there.",
      });
      return value;
    }
    const pinned = options.values?.get(rendered.expression) ?? options.values?.get(value.v);
    if (pinned) return { ...pinned, span: at };
    const call = switched || SHAPING.has(top) ? null : renderCall(value.v, names);
    if (call) return { ...call, span: at };
    problems.push({ kind: "not-static", at, expression: rendered.expression, why: rendered.why, affects: path });
    return { t: "expr", source: rendered.expression, needs: [], free: [], why: rendered.why, span: at };
  };
  const done = fields.map((field): Field => {
    if (field.key === "sql") return field;
    // A mapping changes in place while its parts are rendered: a part that names it sees some of them rendered.
    if (holdsMap(field.value)) {
      known.set(field.key, "function");
      names.set(field.key, CHANGING);
    }
    const value = apply(field.value, field.key, field.key);
    known.set(field.key, callable(value) ? "function" : value);
    names.set(field.key, value);
    return { ...field, value };
  });
  return { fields: raises ? null : done, problems };
}

/** What a template can name: ABSQL's functions, the project's, and the keys of the file (`absql/render/__init__.py`, `render_context`). */
function namesOf(fields: readonly Field[], { constructors }: ParseOptions): Map<string, Value> {
  const names = new Map<string, Value>();
  for (const [name, path] of FUNCTIONS) names.set(name, { t: "name", path });
  for (const [name, value] of constructors) names.set(name.replace(/^!/, ""), value);
  for (const { key, value } of fields) if (key !== "sql") names.set(key, value);
  return names;
}

const CHANGING: Value = { t: "expr", source: "", needs: [], free: [""], why: "it changes while it is rendered" };

const holdsMap = (value: Value): boolean => value.t === "map" || (value.t === "list" && value.v.some(holdsMap));

const callable = (value: Value): boolean =>
  value.t === "name" || value.t === "expr" || value.t === "function" || value.t === "run-file";

/** The call of ABSQL that renders a text when Airflow parses the DAG; `null` where something that it names has no form. */
function renderCall(text: string, names: ReadonlyMap<string, Value>): Value | null {
  const used = new Set(text.match(/[A-Za-z_]\w*/g));
  const kwargs = [...names].filter(([name]) => used.has(name));
  if (kwargs.some(([, value]) => !hasForm(value))) return null;
  if (!isSmall(kwargs.map(([, value]) => value))) return null;
  return { t: "call", fn: "absql.render.render_text", args: [{ t: "str", v: text }], kwargs };
}

/** Whether values, written out, are of a size that people would write: they can hold one another many times. */
function isSmall(values: readonly Value[]): boolean {
  let left = 20_000;
  const open = [...values];
  for (let value = open.pop(); value; value = open.pop()) {
    left -= value.t === "str" ? value.v.length + 1 : 1;
    if (left < 0) return false;
    if (value.t === "list" || value.t === "tuple" || value.t === "set") open.push(...value.v);
    if (value.t === "map") open.push(...value.v.flat());
    if (value.t === "call") open.push(...value.args, ...value.kwargs.map(([, part]) => part));
  }
  return true;
}

/** Whether a value can be written down in a generated file. */
function hasForm(value: Value): boolean {
  switch (value.t) {
    case "expr":
      return value.free.length === 0 && value.source !== "" && !/^\{[{%#]/.test(value.source);
    case "list":
    case "tuple":
    case "set":
      return value.v.every(hasForm);
    case "map":
      return value.v.every(([key, part]) => hasForm(key) && hasForm(part));
    case "call":
      return (
        (typeof value.fn === "string" || hasForm(value.fn)) &&
        value.args.every(hasForm) &&
        value.kwargs.every(([, part]) => hasForm(part))
      );
    default:
      return true;
  }
}
