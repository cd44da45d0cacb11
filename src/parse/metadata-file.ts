import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Content } from "../model/snapshot.ts";
import type { MetadataFile } from "../model/spec.ts";
import type { Field, Value } from "../model/value.ts";
import { wholeFile } from "../yaml/embedded.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { fieldsOf } from "./fields.ts";
import { noHeader } from "./header.ts";
import type { ParseOptions } from "./parse-options.ts";
import { readText } from "./read-text.ts";
import { renderText } from "./render-text.ts";
import { asFrontMatter, yamlFile } from "./task-file.ts";
import { nameOf } from "./task-rules.ts";

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
/** Parameters of ABSQL's `render_text` and of Jinja's `render`: a key of that name makes the call fail. */
const REFUSED = ["text", "partial_kwargs", "self"];
/** Parameters of `render_text` that would change how the rest is rendered. */
const SWITCHES = ["replace_only", "pretty_encode"];

/** Texts that name others can grow without end: more characters than these are not rendered. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads one `METADATA.yml` (`gusty/building.py`, `parse_metadata`): one YAML document, then every text in it, key by key,
 * through Jinja and `cleandoc`; earlier keys are rendered when later ones see them. A text that only Python can render
 * is an expression. `fields` is `null` where gusty raises.
 */
export function parseMetadata(file: Path, content: Content, options: ParseOptions): MetadataFile {
  const broken = (problems: readonly Problem[]): MetadataFile => ({ file, fields: null, problems });
  const read = readText(file, content);
  if (!read.ok) return broken([read.problem]);
  const source = wholeFile(file, read.text);
  const refused = (detail: string): MetadataFile => {
    const header = noHeader(source, detail, "Keys and values, one on each line.");
    return broken(header.ok ? [] : [header.problem]);
  };
  const header = yamlFile(source);
  if (!header.ok) return broken([header.problem]);
  const { value, problems } = readYaml(header.yaml, options.constructors);
  if (value === null) return broken(problems.map(asFrontMatter));
  if (value.t === "null") return refused("METADATA.yml is empty, and gusty fails on it.");
  if (value.t !== "map") return refused(`METADATA.yml is ${nameOf(value)}, not a mapping.`);
  const keys = refusedKeys(value.v);
  return keys.length > 0 ? broken(keys) : render(file, fieldsOf(value.v), options, problems);
}

function refusedKeys(pairs: readonly (readonly [Value, Value])[]): Problem[] {
  const rendered = pairs.some(([, value]) => holdsText(value));
  return pairs.flatMap(([key]): Problem[] => {
    if (!key.span) return [];
    if (key.t !== "str") {
      return [
        {
          kind: "raises",
          at: key.span,
          detail: `A key of METADATA.yml is ${nameOf(key)}, and gusty takes only texts.`,
          expected: "The key in quotes.",
        },
      ];
    }
    if (!rendered || !REFUSED.includes(key.v)) return [];
    return [
      {
        kind: "raises",
        at: key.span,
        detail: `The key \`${key.v}\` is a name that ABSQL needs for itself.`,
        expected: "Another name for the key.",
      },
    ];
  });
}

/** True where ABSQL has a text to render in the value. */
function holdsText(value: Value): boolean {
  if (value.t === "list") return value.v.some(holdsText);
  return value.t === "map" ? value.v.some(([, part]) => holdsText(part)) : value.t === "str";
}

function render(file: Path, fields: readonly Field[], options: ParseOptions, found: readonly Problem[]): MetadataFile {
  const known = new Map<string, Value | "unknown">();
  for (const name of [...FUNCTIONS, ...options.constructors.keys()]) known.set(name.replace(/^!/, ""), "unknown");
  for (const { key, value } of fields) known.set(key, value);
  const problems: Problem[] = [...found];
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
        expected: "Plain text, or a simple `{{ name }}`, in METADATA.yml.",
      });
      return value;
    }
    problems.push({ kind: "not-static", at, expression: rendered.expression, why: rendered.why, affects: path });
    return { t: "expr", source: rendered.expression, needs: [], free: [], why: rendered.why, span: at };
  };
  const done = fields.map((field): Field => {
    const value = apply(field.value, field.key);
    known.set(field.key, value);
    return { ...field, value };
  });
  return { file, fields: raises ? null : done, problems };
}
