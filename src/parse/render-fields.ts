import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Field, Value } from "../model/value.ts";
import type { ParsedFields } from "./fields.ts";
import type { ParseOptions } from "./parse-options.ts";
import { renderText } from "./render-text.ts";

/** Functions that ABSQL puts beside the keys of METADATA (`absql/functions/__init__.py`), and gusty's own tags. */
const FUNCTIONS = [
  "datetime",
  "env_switch",
  "env_var",
  "get_max_value",
  "get_min_value",
  "previous_date",
  "previous_hour",
  "table_exists",
  "timedelta",
  "query_db",
  "days_ago",
];
/** Parameters of `render_text` that would change how the rest is rendered. */
const SWITCHES = ["replace_only", "pretty_encode"];

/** Texts that name others can grow without end: more characters than these are not rendered. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Every text of the fields through Jinja and `cleandoc`, key by key, as ABSQL's `render_context` does
 * (`gusty/parsing/utils.py`, `render_frontmatter`); the key `sql` is left out. `fields` is `null` where it raises.
 */
export function renderFields(file: Path, fields: readonly Field[], options: ParseOptions): ParsedFields {
  const known = new Map<string, Value | "unknown">();
  for (const name of [...FUNCTIONS, ...options.constructors.keys()]) known.set(name.replace(/^!/, ""), "unknown");
  for (const { key, value } of fields) if (key !== "sql") known.set(key, value);
  const problems: Problem[] = [];
  let raises = false;
  let left = MOST_CHARACTERS;
  const switched = fields.find(({ key }) => SWITCHES.includes(key));
  const apply = (value: Value, path: string): Value => {
    if (value.t === "list") return { ...value, v: value.v.map((item) => apply(item, path)) };
    if (value.t === "map") {
      return {
        ...value,
        v: value.v.map(([key, part]) => [key, apply(part, key.t === "str" ? `${path}.${key.v}` : path)] as const),
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
      : renderText(value.v, known, left);
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
        expected: "Plain text, or a simple `{{ name }}`.",
      });
      return value;
    }
    problems.push({ kind: "not-static", at, expression: rendered.expression, why: rendered.why, affects: path });
    return { t: "expr", source: rendered.expression, needs: [], free: [], why: rendered.why, span: at };
  };
  const done = fields.map((field): Field => {
    if (field.key === "sql") return field;
    const value = apply(field.value, field.key);
    known.set(field.key, value);
    return { ...field, value };
  });
  return { fields: raises ? null : done, problems };
}
