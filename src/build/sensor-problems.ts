import type { Task } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { fieldOf, truthOf } from "./fields.ts";

const MODES = new Set(["poke", "reschedule"]);
const SECONDS = ["poke_interval", "timeout"];

/** Why a sensor refuses its own settings (2.11 `sensors/base.py`, 3.3 `sdk/bases/sensor.py`, `BaseSensorOperator`). */
export function sensorProblems(fields: readonly Field[], place: Span): readonly Problem[] {
  const mode = fieldOf(fields, "mode");
  const wrong = (field: Field, detail: string, expected: string): Problem => raises(field, place, detail, expected);
  return [
    ...(mode && isNoMode(mode.value) ? [wrong(mode, "this is no mode of a sensor", "`poke` or `reschedule`")] : []),
    ...SECONDS.flatMap((key) => fieldOf(fields, key) ?? [])
      .filter(({ key, value }) => isNoTime(value, key === "timeout"))
      .map((field) =>
        wrong(field, `\`${field.key}\` is no span of time`, "a number of seconds from 0, or `!timedelta`"),
      ),
  ];
}

const isNoMode = (value: Value): boolean =>
  value.t === "str" ? !MODES.has(value.v) : !["name", "expr", "call"].includes(value.t);

function isNoTime(value: Value, optional: boolean): boolean {
  if (value.t === "int" || value.t === "float") return value.v < 0;
  if (value.t === "null") return !optional;
  return ["str", "list", "map", "date", "datetime", "bytes", "set", "tuple"].includes(value.t);
}

const STATES = ["allowed_states", "skipped_states", "failed_states"];
const DAG_STATES = new Set(["queued", "running", "success", "failed"]);
const TASK_STATES = new Set([
  "removed",
  "scheduled",
  "queued",
  "running",
  "success",
  "restarting",
  "failed",
  "up_for_retry",
  "up_for_reschedule",
  "upstream_failed",
  "skipped",
  "deferred",
]);

/** Why `ExternalTaskSensor.__init__` refuses its settings (`sensors/external_task.py` of 2.11 and of the standard provider). */
export function externalSensorProblems(fields: readonly Field[], place: Span): readonly Problem[] {
  const whole = fieldOf(fields, "external_task_id")?.value.t === "null";
  const states = whole ? DAG_STATES : TASK_STATES;
  const given = STATES.flatMap((key) => fieldOf(fields, key) ?? []);
  const unknown = given.filter(({ value }) => {
    if (value.t === "list") return value.v.some((one) => one.t === "str" && !states.has(one.v));
    return value.t === "int" || value.t === "bool" ? truthOf(value) === true : value.t === "str" && value.v !== "";
  });
  const what = whole ? "a DAG" : "a task";
  const both = fieldOf(fields, "execution_delta");
  const byFunction = fieldOf(fields, "execution_date_fn");
  return [
    ...unknown.map((field) =>
      raises(field, place, `\`${field.key}\` holds what is no state of ${what}`, `a list of ${[...states].join(", ")}`),
    ),
    ...(both && byFunction && isThere(both.value) && isThere(byFunction.value)
      ? [raises(both, place, "the sensor takes `execution_delta` or `execution_date_fn`, not both", "one of them")]
      : []),
    ...sensorProblems(fields, place),
  ];
}

const isThere = (value: Value): boolean => value.t !== "null" && value.t !== "expr";

const raises = (field: Field, place: Span, detail: string, expected: string): Problem => ({
  kind: "raises",
  at: field.value.span ?? field.keySpan ?? place,
  detail,
  expected,
});

/**
 * Airflow sorts what a DAG depends on when it serializes it (`SerializedDAG.serialize_dag`), and cannot sort ids of DAGs
 * that are texts among others.
 */
export function mixedDagProblems(tasks: readonly Task[], place: Span): readonly Problem[] {
  const ids = tasks
    .filter(({ operator }) => operator?.name === "ExternalTaskSensor")
    .flatMap((task) => fieldOf(task.arguments, "external_dag_id")?.value ?? []);
  const odd = ids.find(({ t }) => t === "int" || t === "float" || t === "bool");
  const triggers = tasks.some(({ operator }) => operator?.name === "TriggerDagRunOperator");
  if (!odd || !(triggers || ids.some(({ t }) => t === "str"))) return [];
  const detail = "the id of this DAG is no text, and Airflow cannot sort it among those of other DAGs";
  return [{ kind: "raises", at: odd.span ?? place, detail, expected: "a text, in quotes" }];
}
