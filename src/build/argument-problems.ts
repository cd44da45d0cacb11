import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";
import { fieldOf, fieldsOfMap, truthOf } from "./fields.ts";

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
 * Values for which every operator of this Airflow raises: a trigger rule that is none, too few slots, and on Airflow 3
 * `params` that are no JSON (`airflow/sdk/definitions/param.py`, `Param._check_json`). `fields` are all arguments of a
 * task, those from `default_args` too, or the settings of a DAG.
 */
export function argumentProblems(fields: readonly Field[], airflow: AirflowMajor, place: Span): readonly Problem[] {
  const rule = fieldOf(fields, "trigger_rule");
  const params = fieldOf(fields, "params");
  return [
    ...(rule && isNoRule(rule.value, TRIGGER_RULES_OF[airflow])
      ? [
          raises(
            rule,
            place,
            `${rule.value.t === "str" ? `\`${rule.value.v}\`` : "this"} is no trigger rule of Airflow ${airflow}`,
            `one of ${[...TRIGGER_RULES_OF[airflow]].sort().join(", ")}`,
          ),
        ]
      : []),
    ...(params && isNoMapping(params.value)
      ? [raises(params, place, "`params` is no mapping", "names with their values, such as `params: {size: 3}`")]
      : []),
    ...(params && airflow === 3 ? paramProblems(params, place) : []),
    ...valueProblems(fields, airflow, place),
  ];
}

/** Values of the right type that `BaseOperator.__init__` refuses. */
function valueProblems(fields: readonly Field[], airflow: AirflowMajor, place: Span): readonly Problem[] {
  const retries = fieldOf(fields, "retries");
  const slots = fieldOf(fields, "pool_slots");
  const weight = fieldOf(fields, "weight_rule");
  const resources = fieldOf(fields, "resources");
  return [
    ...(retries && isNoCount(retries.value, airflow)
      ? [raises(retries, place, "`retries` is no whole number", "a whole number")]
      : []),
    ...(slots?.value.t === "int" && slots.value.v < 1n
      ? [raises(slots, place, "`pool_slots` is less than 1", "a whole number from 1")]
      : []),
    ...(weight?.value.t === "str" && /^[^.]*$/.test(weight.value.v) && !WEIGHT_RULES.has(weight.value.v)
      ? [raises(weight, place, `\`${weight.value.v}\` is no weight rule`, [...WEIGHT_RULES].join(", "))]
      : []),
    ...(resources ? resourceProblems(resources, airflow, place) : []),
  ];
}

/** Names that are no resources, and amounts that are no numbers or below zero. */
function resourceProblems(resources: Field, airflow: AirflowMajor, place: Span): readonly Problem[] {
  if (resources.value.t !== "map") return [];
  return resources.value.v.flatMap(([key, value]): Problem[] => {
    const field = { key: "resources", keySpan: key.span ?? resources.keySpan, value };
    if (key.t !== "str" || !RESOURCES.has(key.v))
      return [raises(field, place, "`resources` names one that Airflow does not know", [...RESOURCES].join(", "))];
    return isNoAmount(value, airflow)
      ? [raises(field, place, `the amount of \`${key.v}\` is no number from 0`, "a number")]
      : [];
  });
}

/** Airflow 2 has no default in the place of an amount that is empty. */
const isNoAmount = (value: Value, airflow: AirflowMajor): boolean =>
  value.t === "int" || value.t === "float"
    ? value.v < 0
    : !["bool", "name", "call", "expr"].includes(value.t) && !(airflow === 3 && value.t === "null");

/** Parameters of `Resources.__init__` (2.11 `utils/operator_resources.py`, 3.3 `sdk/definitions/operator_resources.py`). */
const RESOURCES = new Set(["cpus", "disk", "gpus", "ram"]);

const WEIGHT_RULES = new Set(["absolute", "downstream", "upstream"]);

/** What `parse_retries` refuses (2.11 `models/abstractoperator.py`), and `_convert_retries` (3.3 `sdk/bases/operator.py`). */
const isNoCount = (value: Value, airflow: AirflowMajor): boolean => {
  if (value.t === "str") return !/^\s*[+-]?\d+(_\d+)*\s*$/.test(value.v);
  return ["list", "map", "date"].includes(value.t) || (value.t === "float" && airflow === 2);
};

/** What is empty counts as no params. */
const isNoMapping = (value: Value): boolean =>
  !["map", "name", "call", "expr"].includes(value.t) && truthOf(value) === true;

/** A name, a call or an expression may give a rule. */
const isNoRule = (value: Value, rules: ReadonlySet<string>): boolean =>
  value.t === "str" ? !rules.has(value.v) : !["name", "call", "expr"].includes(value.t);

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

/** What gives a date, a time span or another thing that is no JSON. */
const NO_JSON = new Set(["datetime.date", "datetime.datetime", "datetime.timedelta", "gusty.utils.days_ago"]);

/** A value for which `json.dumps` raises for certain. */
function isNoJson(value: Value): boolean {
  switch (value.t) {
    case "date":
    case "datetime":
    case "bytes":
    case "set":
      return true;
    case "call":
      return typeof value.fn === "string" && NO_JSON.has(value.fn);
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
