import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";
import { fieldOf, fieldsOfMap } from "./fields.ts";

const TRIGGER_RULES = [
  "all_done",
  "all_done_setup_success",
  "all_failed",
  "all_skipped",
  "all_success",
  "always",
  "none_failed",
  "none_failed_min_one_success",
  "none_skipped",
  "one_done",
  "one_failed",
  "one_success",
];

/** `airflow/utils/trigger_rule.py` of 2.11 and `airflow/task/trigger_rule.py` of 3.3. */
const TRIGGER_RULES_OF: Readonly<Record<AirflowMajor, ReadonlySet<string>>> = {
  2: new Set([...TRIGGER_RULES, "dummy", "none_failed_or_skipped"]),
  3: new Set([...TRIGGER_RULES, "all_done_min_one_success"]),
};

/**
 * Values for which every operator of this Airflow raises: a trigger rule that is none, and on Airflow 3 `params` that
 * are no JSON (`airflow/sdk/definitions/param.py`, `Param._check_json`). `fields` are the arguments of a task, the
 * settings of a DAG, or `default_args`.
 */
export function argumentProblems(fields: readonly Field[], airflow: AirflowMajor, place: Span): readonly Problem[] {
  const rule = fieldOf(fields, "trigger_rule");
  const params = fieldOf(fields, "params");
  const defaults = fieldOf(fields, "default_args");
  return [
    ...(rule?.value.t === "str" && !TRIGGER_RULES_OF[airflow].has(rule.value.v)
      ? [
          raises(
            rule,
            place,
            `\`${rule.value.v}\` is no trigger rule of Airflow ${airflow}`,
            `one of ${[...TRIGGER_RULES_OF[airflow]].sort().join(", ")}`,
          ),
        ]
      : []),
    ...(params && airflow === 3 ? paramProblems(params, place) : []),
    ...(defaults ? argumentProblems(fieldsOfMap(defaults.value) ?? [], airflow, place) : []),
  ];
}

function paramProblems(params: Field, place: Span): readonly Problem[] {
  const wrong = (fieldsOfMap(params.value) ?? []).filter((field) => isNoJson(field.value));
  return wrong.map((field) =>
    raises(
      field,
      place,
      `the value of \`params.${field.key}\` is no JSON, and Airflow 3 takes nothing else`,
      "a text, a number, a list or a mapping of these",
    ),
  );
}

/** A value for which `json.dumps` raises for certain. */
function isNoJson(value: Value): boolean {
  switch (value.t) {
    case "date":
    case "datetime":
    case "bytes":
    case "set":
      return true;
    case "call":
      return value.fn === "datetime.timedelta" || value.fn === "datetime.datetime";
    case "list":
    case "tuple":
      return value.v.some(isNoJson);
    case "map":
      return value.v.some(([, item]) => isNoJson(item));
    default:
      return false;
  }
}

const raises = (field: Field, place: Span, detail: string, expected: string): Problem => ({
  kind: "raises",
  at: field.value.span ?? field.keySpan ?? place,
  detail,
  expected,
});
