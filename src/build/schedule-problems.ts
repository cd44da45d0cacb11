import type { Problem } from "../model/problem.ts";
import type { DagSite } from "../model/site.ts";
import type { Field, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";
import { readCron } from "./cron.ts";
import { fieldOf } from "./fields.ts";

/** Settings that give a DAG its schedule; Airflow 3 knows the first only. */
export const SCHEDULE_KEYS = ["schedule", "schedule_interval", "timetable"];

/**
 * The setting that gives a DAG its schedule, or `undefined`. Where Airflow 2 has more than one, all but one empty, a
 * `timetable` beats `schedule_interval`, which beats `schedule`, empty or not (`airflow/models/dag.py`, `DAG.__init__`, 2.11).
 */
export function scheduleIn(settings: readonly Field[]): Field | undefined {
  const timetable = fieldOf(settings, "timetable");
  if (timetable && timetable.value.t !== "null") return timetable;
  return fieldOf(settings, "schedule_interval") ?? fieldOf(settings, "schedule");
}

/** Presets that are no cron expression. */
const TIMELESS = new Set(["@once", "@continuous"]);

/**
 * Why Airflow refuses the schedule of a DAG: a text that is neither preset nor cron expression, a value of another kind,
 * or `@continuous` with more than one run at a time (`airflow/models/dag.py`, `create_timetable`, 2.11;
 * `airflow/sdk/definitions/dag.py`, `_create_timetable`, 3.3; `airflow/timetables/_cron.py`, `CronMixin.validate`).
 */
export function scheduleProblems(site: DagSite, settings: readonly Field[], airflow: AirflowMajor): readonly Problem[] {
  const field = scheduleIn(settings);
  if (!field || field.key === "timetable") return [];
  const at = field.value.span ?? field.keySpan ?? site.declared;
  const { value } = field;
  if (value.t === "str" && value.v === "@continuous") return tooManyRuns(field, settings, airflow, site);
  if (value.t === "str" && TIMELESS.has(value.v)) return [];
  const detail = value.t === "str" ? whyNoCron(value.v) : kindThatRaises(value);
  if (detail === null) return [];
  const early = value.t !== "str";
  return [{ kind: "invalid-schedule", at, schedule: value.t === "str" ? value.v : null, detail, early }];
}

function whyNoCron(text: string): string | null {
  const reading = readCron(text);
  return reading.ok ? null : reading.why;
}

/** In words, what a value is that `DAG` takes for no schedule; `null` where it may be one. */
function kindThatRaises(value: Value): string | null {
  switch (value.t) {
    case "int":
    case "float":
      return "it is a number";
    case "bool":
      return "it is true or false";
    case "date":
    case "datetime":
      return "it is a date";
    case "map":
      return value.v.length > 0 ? "it is a mapping" : null;
    case "list":
    case "tuple":
    case "set":
      return value.v.some((item) => item.t !== "call" && item.t !== "expr" && item.t !== "name")
        ? "it is a list, which may hold datasets and assets only"
        : null;
    default:
      return null;
  }
}

function tooManyRuns(
  field: Field,
  settings: readonly Field[],
  airflow: AirflowMajor,
  site: DagSite,
): readonly Problem[] {
  const limit = fieldOf(settings, "max_active_runs");
  if (limit && (limit.value.t !== "int" || limit.value.v <= 1n)) return [];
  // Without the argument the installation's own configuration decides; its default is 16.
  const known = limit !== undefined;
  const at = limit?.value.span ?? field.value.span ?? site.declared;
  const detail = known
    ? "it has one run at a time, and `max_active_runs` is more"
    : `it has one run at a time, and Airflow ${airflow} allows 16 unless \`max_active_runs\` says otherwise`;
  return [{ kind: "invalid-schedule", at, schedule: "@continuous", detail, early: true }];
}
