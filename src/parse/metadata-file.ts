import { isGustyBefore } from "../config/gusty-release.ts";
import { withKnownValues } from "../discover/known-values.ts";
import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Content } from "../model/snapshot.ts";
import type { MetadataFile } from "../model/spec.ts";
import type { Value } from "../model/value.ts";
import { wholeFile } from "../yaml/embedded.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { fieldsOf } from "./fields.ts";
import { noHeader } from "./header.ts";
import type { ParseOptions } from "./parse-options.ts";
import { readText } from "./read-text.ts";
import { renderFields } from "./render-fields.ts";
import { asFrontMatter, yamlFile } from "./task-file.ts";
import { nameOf } from "./task-rules.ts";

/** Parameters of ABSQL's `render_text` and of Jinja's `render`: a key of that name makes the call fail. */
const REFUSED = ["text", "partial_kwargs", "self"];
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
  // Before 0.12.3 gusty loaded the YAML and did nothing else with it.
  const plain = isGustyBefore(options.gusty, "0.12.3");
  const header = plain ? ({ ok: true, yaml: source, body: null } as const) : yamlFile(source);
  if (!header.ok) return broken([header.problem]);
  const { value, problems } = readYaml(header.yaml, options.constructors);
  if (value === null) return broken(problems.map(asFrontMatter));
  if (value.t === "null") return refused("METADATA.yml is empty, and gusty fails on it.");
  if (value.t !== "map") return refused(`METADATA.yml is ${nameOf(value)}, not a mapping.`);
  if (plain) return { file, fields: fieldsOf(value.v), problems };
  const keys = refusedKeys(value.v);
  if (keys.length > 0) return broken(keys);
  const written = withKnownValues(fieldsOf(value.v), options.values ?? new Map(), new Map([[file, read.text]]));
  const rendered = renderFields(file, written, options);
  return { file, fields: rendered.fields, problems: [...problems, ...rendered.problems] };
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
