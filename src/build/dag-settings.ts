import type { Problem } from "../model/problem.ts";
import type { DagSite } from "../model/site.ts";
import type { Field, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";
import { fieldOf, fieldsOfMap, isKnown, truthOf } from "./fields.ts";
import { SCHEDULE_KEYS, scheduleProblems } from "./schedule-problems.ts";

/**
 * Why `DAG.__init__` raises for these settings: dates that are none, a schedule without a start, two schedules
 * (`airflow/models/dag.py`, `DAG.__init__`, 2.11; `airflow/sdk/definitions/dag.py`, `DAG._validate_catchup`, 3.3).
 */
export function settingProblems(site: DagSite, settings: readonly Field[], airflow: AirflowMajor): readonly Problem[] {
  return [
    ...dateProblems(site, settings),
    ...(airflow === 2 ? [...unreadStart(site, settings), ...viewProblems(site, settings)] : []),
    ...(airflow === 2 ? twoSchedules(site, settings) : []),
    ...startProblems(site, settings, airflow),
    ...tagProblems(site, settings),
    ...defaultArgsProblems(site, settings, airflow),
    ...extraTagProblems(site, settings),
    ...scheduleProblems(site, settings, airflow),
  ];
}

/** `default_args` are a mapping; Airflow 2 takes what is empty for none. */
function defaultArgsProblems(site: DagSite, settings: readonly Field[], airflow: AirflowMajor): readonly Problem[] {
  const field = fieldOf(settings, "default_args");
  if (!field || field.value.t === "map" || !isKnown(field.value)) return [];
  if (airflow === 2 && truthOf(field.value) === false) return [];
  const at = field.value.span ?? field.keySpan ?? site.declared;
  return [{ kind: "raises", at, detail: "`default_args` is no mapping", expected: "a mapping, or no `default_args`" }];
}

/** gusty adds `extra_tags` to `tags`, and both must be lists for that (`gusty/building.py`, `parse_metadata`). */
function extraTagProblems(site: DagSite, settings: readonly Field[]): readonly Problem[] {
  const extra = fieldOf(site.arguments, "extra_tags");
  if (!extra || truthOf(extra.value) !== true) return [];
  const wrong = [fieldOf(settings, "tags"), extra].find(
    (field) => field && field.value.t !== "list" && isKnown(field.value),
  );
  if (!wrong) return [];
  const at = wrong.value.span ?? wrong.keySpan ?? site.declared;
  return [
    {
      kind: "raises",
      at,
      detail: `\`${wrong.key}\` is no list, and gusty adds \`extra_tags\` to \`tags\``,
      expected: "two lists",
    },
  ];
}

/** Airflow asks each tag for its length, 100 at most. */
function tagProblems(site: DagSite, settings: readonly Field[]): readonly Problem[] {
  const tags = fieldOf(settings, "tags")?.value;
  const items = tags?.t === "list" || tags?.t === "tuple" || tags?.t === "set" ? tags.v : [];
  const wrong = items.find((one) =>
    one.t === "str"
      ? [...one.v].length > 100
      : ["int", "float", "bool", "null", "date", "datetime", "map", "list"].includes(one.t),
  );
  if (!wrong) return [];
  const at = wrong.span ?? tags?.span ?? site.declared;
  const detail = wrong.t === "str" ? "a tag has more than 100 characters" : "a tag is no text";
  return [{ kind: "raises", at, detail, expected: "texts of at most 100 characters" }];
}

const DATES = ["start_date", "end_date"];

const isDate = (value: Value): boolean => value.t === "date" || (value.t === "call" && value.fn === "datetime.date");

function dateProblems(site: DagSite, settings: readonly Field[]): readonly Problem[] {
  const defaults = fieldsOfMap(fieldOf(settings, "default_args")?.value ?? { t: "null" }) ?? [];
  const wrong = (fields: readonly Field[], kinds: readonly Value["t"][]): readonly Field[] =>
    fields.filter((field) => DATES.includes(field.key) && kinds.includes(isDate(field.value) ? "date" : field.value.t));
  const found = [
    ...wrong(settings, ["date", "str", "int", "float", "bool", "list", "map"]),
    ...wrong(defaults, ["date", "int", "float", "list", "map"]),
  ];
  return found.map((field) => ({
    kind: "raises",
    at: field.value.span ?? field.keySpan ?? site.declared,
    detail: `\`${field.key}\` is ${isDate(field.value) ? "a date without a time" : "no date with a time"}, and Airflow needs one with a time`,
    expected: `a date and time, such as \`${field.key}: !datetime [2024, 1, 1]\``,
  }));
}

/** Airflow 2 reads a text in `default_args` only where the DAG has no start with a time zone of its own. */
function unreadStart(site: DagSite, settings: readonly Field[]): readonly Problem[] {
  const own = fieldOf(settings, "start_date");
  const defaults = fieldsOfMap(fieldOf(settings, "default_args")?.value ?? { t: "null" }) ?? [];
  const start = fieldOf(defaults, "start_date");
  if (!own || start?.value.t !== "str" || !hasZone(own.value)) return [];
  const detail = "Airflow 2 does not read this text, since the DAG has a `start_date` with a time zone";
  const at = start.value.span ?? start.keySpan ?? site.declared;
  return [{ kind: "raises", at, detail, expected: "a date with a time, or none" }];
}

const hasZone = (value: Value): boolean =>
  value.t === "datetime"
    ? /[+-]\d\d:\d\d(:\d\d)?$/.test(value.v)
    : value.t === "call" &&
      (value.fn === "gusty.utils.days_ago" ||
        value.fn === "pendulum.datetime" ||
        (value.fn === "datetime.datetime" &&
          value.kwargs.some(([key, zone]) => key === "tzinfo" && zone.t !== "null")));

const VIEWS: Readonly<Record<string, readonly string[]>> = {
  default_view: ["grid", "graph", "duration", "gantt", "landing_times"],
  orientation: ["LR", "TB", "RL", "BT"],
};

/** How the page of a DAG looks, which Airflow 2 asks for (`DEFAULT_VIEW_PRESETS`, `ORIENTATION_PRESETS`). */
function viewProblems(site: DagSite, settings: readonly Field[]): readonly Problem[] {
  return Object.entries(VIEWS).flatMap(([key, known]): readonly Problem[] => {
    const field = fieldOf(settings, key);
    if (field?.value.t !== "str" || known.includes(field.value.v)) return [];
    const at = field.value.span ?? field.keySpan ?? site.declared;
    return [
      { kind: "raises", at, detail: `\`${field.value.v}\` is no \`${key}\` of Airflow 2`, expected: known.join(", ") },
    ];
  });
}

function twoSchedules(site: DagSite, settings: readonly Field[]): readonly Problem[] {
  // What is empty does not count (`airflow/utils/helpers.py`, `at_most_one`).
  const given = SCHEDULE_KEYS.flatMap((key) => fieldOf(settings, key) ?? []).filter(
    ({ value }) => truthOf(value) === true || value.t === "call",
  );
  const second = given[1];
  if (!second) return [];
  const detail = `the DAG has both \`${given[0]?.key}\` and \`${second.key}\`, and Airflow takes one of them`;
  return [
    { kind: "raises", at: second.keySpan ?? second.value.span ?? site.declared, detail, expected: "`schedule` alone" },
  ];
}

function startProblems(site: DagSite, settings: readonly Field[], airflow: AirflowMajor): readonly Problem[] {
  const schedule = SCHEDULE_KEYS.map((key) => fieldOf(settings, key)).find(
    (field) => field && truthOf(field.value) !== false,
  );
  if (!schedule || !needsStart(schedule.value, settings, airflow)) return [];
  const start = fieldOf(settings, "start_date");
  if (start && truthOf(start.value) !== false) return [];
  const defaults = fieldOf(settings, "default_args");
  const known = defaults ? fieldsOfMap(defaults.value) : [];
  if (!known || known.some((field) => field.key === "start_date")) return [];
  return [{ kind: "missing-start-date", at: schedule.keySpan ?? schedule.value.span ?? site.declared, airflow }];
}

/** Airflow 2 wants a start for every schedule, Airflow 3 for one by time where `catchup` is on. */
function needsStart(schedule: Value, settings: readonly Field[], airflow: AirflowMajor): boolean {
  if (airflow === 2)
    return truthOf(schedule) === true || (schedule.t === "call" && schedule.fn === "datetime.timedelta");
  const catchup = fieldOf(settings, "catchup");
  const byTime = schedule.t === "str" || (schedule.t === "call" && schedule.fn === "datetime.timedelta");
  return byTime && catchup !== undefined && truthOf(catchup.value) === true;
}
