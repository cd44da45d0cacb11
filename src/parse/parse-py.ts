import { isGustyBefore } from "../config/gusty-release.ts";
import type { Problem } from "../model/problem.ts";
import type { Embedded, Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { findDefinitions } from "../python/functions.ts";
import { syntaxFault } from "../python/syntax-fault.ts";
import { spanIn } from "../yaml/embedded.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { findCallable } from "./callables.ts";
import { fieldNamed, fieldsOf, type ParsedFields, withField } from "./fields.ts";
import type { ParseOptions } from "./parse-options.ts";
import { cutPyHeader } from "./py-header.ts";
import { nameOf } from "./task-rules.ts";

/** gusty's default operator of `.py` files (`gusty/parsing/parsers.py`, `parse_py`). */
const PYTHON_OPERATOR = {
  2: "airflow.operators.python.PythonOperator",
  3: "airflow.providers.standard.operators.python.PythonOperator",
} as const;

/** The fields of a `.py` task file (`gusty/parsing/parsers.py`, `parse_py`). */
export function parsePy(source: Embedded, options: ParseOptions): ParsedFields {
  const operator: Field = { key: "operator", keySpan: null, value: { t: "str", v: PYTHON_OPERATOR[options.airflow] } };
  const runFile: Field = { key: "python_callable", keySpan: null, value: { t: "run-file", file: source.file } };
  const header = cutPyHeader(source);
  if (header.kind === "broken") return { fields: null, problems: [header.problem] };
  if (header.kind === "none") return { fields: [operator, runFile], problems: syntaxProblems(source, false) };
  const { value, problems } = readYaml(header.yaml, options.constructors);
  if (value === null) return { fields: null, problems };
  const place = spanIn(header.yaml, 0, header.yaml.text.length);
  if (value.t !== "map") {
    const what = value.t === "null" ? "The header says nothing." : `The header is ${nameOf(value)}, not a mapping.`;
    return {
      fields: null,
      problems: [
        { kind: "front-matter", at: place, detail: what, expected: "Keys and values between the two lines `# ---`." },
      ],
    };
  }
  const wrongKey = value.v.find(([key]) => key.t !== "str")?.[0];
  if (wrongKey) {
    return {
      fields: null,
      problems: [
        {
          kind: "raises",
          at: wrongKey.span ?? place,
          detail: `A key of the header is ${nameOf(wrongKey)}, and in \`.py\` files gusty takes only texts.`,
          expected: "The key in quotes.",
        },
      ],
    };
  }
  const fields = fieldsOf(value.v).reduce(withField, [operator] as Field[]);
  return withCallables(source, fields, runFile, place, problems, options.gusty);
}

/** What Python cannot parse. gusty itself parses the file where it looks for a function in it; else only the run does. */
function syntaxProblems(source: Embedded, raises: boolean): readonly Problem[] {
  const fault = syntaxFault(source.text);
  if (!fault) return [];
  return [{ kind: "python-syntax", at: spanIn(source, fault.start, fault.end), detail: fault.detail, raises }];
}

function withCallables(
  source: Embedded,
  fields: Field[],
  runFile: Field,
  header: Span,
  known: readonly Problem[],
  gusty: string | null,
): ParsedFields {
  const problems: Problem[] = [...known];
  const naming = fields.some(({ key }) => key === "python_callable" || key === "extra_callables");
  const definitions = naming ? findDefinitions(source.text) : [];
  const found = (key: string, named: Value, fallback: Span): Value => {
    const result = findCallable(source.file, definitions, key, named, named.span ?? fallback);
    if (result.ok) return result.value;
    problems.push(result.problem);
    return named;
  };
  const callable = fieldNamed(fields, "python_callable");
  const extra = isGustyBefore(gusty, "0.16") ? undefined : fieldNamed(fields, "extra_callables");
  const broken = syntaxProblems(source, callable !== undefined || extra !== undefined);
  if (broken.length > 0) return { fields: callable ? fields : withField(fields, runFile), problems: broken };
  let all = withField(
    fields,
    callable ? { ...callable, value: found("python_callable", callable.value, callable.keySpan ?? header) } : runFile,
  );
  if (extra && extra.value.t !== "map") {
    problems.push({
      kind: "raises",
      at: extra.value.span ?? header,
      detail: `\`extra_callables\` is ${nameOf(extra.value)}, not a mapping.`,
      expected: "A mapping of argument names to names of functions in this file.",
    });
  }
  for (const [key, named] of extra?.value.t === "map" ? extra.value.v : []) {
    if (key.t === "str")
      all = withField(all, { key: key.v, keySpan: key.span ?? null, value: found(key.v, named, key.span ?? header) });
  }
  return { fields: all, problems };
}
