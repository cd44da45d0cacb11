import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";

/** A type of Python that Airflow asks for. */
type Type = "str" | "bool" | "int" | "float" | "list" | "set" | "tuple" | "dict" | "timedelta" | "datetime";

type Types = Readonly<Record<string, readonly Type[]>>;

const of = (types: readonly Type[], names: string): Types =>
  Object.fromEntries(names.split(" ").map((name) => [name, types]));

/**
 * `BASEOPERATOR_ARGS_EXPECTED_TYPES`, the checks of `BaseOperator.__init__` (2.11 `models/baseoperator.py`, 3.3
 * `sdk/bases/operator.py`), and the schema that a serialized DAG is held against (`serialization/schema.json`).
 */
const TASK: Types = {
  ...of(
    ["bool"],
    "email_on_retry email_on_failure depends_on_past ignore_first_depends_on_past wait_for_past_depends_before_skipping " +
      "wait_for_downstream do_xcom_push multiple_outputs",
  ),
  ...of(["int"], "priority_weight pool_slots max_active_tis_per_dag max_active_tis_per_dagrun"),
  ...of(
    ["str"],
    "queue pool run_as_user map_index_template executor doc doc_md doc_json doc_yaml doc_rst task_display_name logger_name",
  ),
  ...of(["int", "float", "timedelta"], "retry_delay max_retry_delay"),
  ...of(["timedelta"], "execution_timeout"),
  email: ["str", "list", "tuple", "set", "dict"],
  resources: ["dict"],
};

const TASK_OF: Readonly<Record<AirflowMajor, Types>> = {
  2: { ...TASK, end_date: ["datetime"], retry_exponential_backoff: ["bool"] },
  3: {
    ...TASK,
    ...of(["datetime"], "start_date end_date"),
    email: ["str", "list", "tuple"],
    retry_exponential_backoff: ["int", "float"],
  },
};

/** `DAG_ARGS_EXPECTED_TYPES` (2.11 `models/dag.py`), the validators and converters of `DAG` (3.3 `sdk/definitions/dag.py`), and the schema. */
const DAG_OF: Readonly<Record<AirflowMajor, Types>> = {
  2: {
    ...of(["str"], "description default_view orientation doc_md dag_display_name"),
    ...of(["int"], "max_active_tasks max_active_runs max_consecutive_failed_dag_runs"),
    ...of(["bool"], "catchup is_paused_upon_creation render_template_as_native_obj auto_register fail_stop"),
    dagrun_timeout: ["timedelta"],
    tags: ["list"],
  },
  3: {
    ...of(
      ["bool"],
      "catchup fail_fast is_paused_upon_creation render_template_as_native_obj disable_bundle_versioning",
    ),
    ...of(["str"], "description doc_md dag_display_name"),
    ...of(["int"], "max_active_tasks max_active_runs max_consecutive_failed_dag_runs"),
    dagrun_timeout: ["timedelta"],
    tags: ["list", "tuple", "set", "str", "dict"],
  },
};

/** `TASKGROUP_ARGS_EXPECTED_TYPES` (2.11 `utils/task_group.py`), and the validators of `TaskGroup` (3.3 `sdk/definitions/taskgroup.py`). */
const GROUP_OF: Readonly<Record<AirflowMajor, Types>> = {
  2: { ...of(["str"], "tooltip ui_color ui_fgcolor"), ...of(["bool"], "prefix_group_id add_suffix_on_collision") },
  3: of(["str"], "group_display_name tooltip ui_color ui_fgcolor"),
};

/** Values of a type for which the class raises. `null` goes everywhere but to a group of Airflow 3. */
export function typeProblems(
  fields: readonly Field[],
  what: "task" | "dag" | "group",
  airflow: AirflowMajor,
  place: Span,
): readonly Problem[] {
  const types = { task: TASK_OF, dag: DAG_OF, group: GROUP_OF }[what][airflow];
  return fields.flatMap((field): Problem[] => {
    const wanted = Object.hasOwn(types, field.key) ? types[field.key] : undefined;
    const found = typeOf(field.value);
    if (!wanted || found === null || wanted.some((type) => isA(found, type))) return [];
    if (found === "None" && !(what === "group" && airflow === 3)) return [];
    return [
      {
        kind: "raises",
        at: field.value.span ?? field.keySpan ?? place,
        detail: `\`${field.key}\` is ${WORDS[found]}, and Airflow ${airflow} refuses that`,
        expected: wanted.map((type) => WORDS[type]).join(" or "),
      },
    ];
  });
}

type Found = Type | "None" | "date" | "bytes";

const WORDS: Readonly<Record<Found, string>> = {
  str: "a text",
  bool: "true or false",
  int: "a whole number",
  float: "a number",
  list: "a list",
  set: "a set",
  tuple: "a tuple",
  dict: "a mapping",
  timedelta: "a time span",
  datetime: "a date with a time",
  date: "a date without a time",
  bytes: "binary data",
  None: "empty",
};

/** In Python a truth value is a whole number too. */
const isA = (found: Found, wanted: Type): boolean => found === wanted || (found === "bool" && wanted === "int");

/** The type of a value, `null` where only Python knows it. */
function typeOf(value: Value): Found | null {
  switch (value.t) {
    case "map":
      return "dict";
    case "null":
      return "None";
    case "file-path":
      return "str";
    case "call":
      return value.fn === "datetime.timedelta"
        ? "timedelta"
        : value.fn === "datetime.datetime" || value.fn === "gusty.utils.days_ago"
          ? "datetime"
          : value.fn === "datetime.date"
            ? "date"
            : null;
    case "name":
    case "expr":
    case "function":
    case "run-file":
    case "absql-runner":
      return null;
    default:
      return value.t;
  }
}
