import { fieldOf, fieldsOfMap } from "../build/fields.ts";
import { everyOperatorTakes } from "../compare/default-args.ts";
import type { Dag, Group, Task } from "../model/dag.ts";
import type { Field } from "../model/value.ts";
import { type Origin, originOf, placeOf, type TracedValue } from "./origin.ts";

/**
 * The arguments of a task with where each comes from: its own, then those of `default_args`, where an inner group beats an
 * outer one, and any group the DAG (`airflow/models/baseoperator.py`, `BaseOperatorMeta._apply_defaults`).
 */
export function taskValues(dag: Dag, task: Task): readonly TracedValue[] {
  const around = [...groupsAround(dag, task).map((group) => groupDefaults(dag, group)), ...dagDefaults(dag)];
  const own = task.arguments.map((field): TracedValue => {
    const beats = candidates(around, field.key);
    return { key: field.key, value: field.value, origin: ownOrigin(dag, task, field), beats, ifTaken: false };
  });
  const keys = [...new Set(around.flatMap((level) => level.map(({ field }) => field.key)))];
  const inherited = keys.flatMap((key): TracedValue[] => {
    const [first, ...beats] = candidates(around, key);
    if (first === undefined || fieldOf(task.arguments, key)) return [];
    return [{ key, ...first, beats, ifTaken: !everyOperatorTakes(key) }];
  });
  return [...own, ...inherited];
}

/** The settings of a DAG with where each comes from: METADATA.yml beats the call; `default_args` key by key. */
export function dagValues(dag: Dag): readonly TracedValue[] {
  return dag.settings.flatMap((field): TracedValue[] => {
    if (field.key === "default_args") return defaultArgs(dag);
    const origin = originOf(dag, field, null);
    const given = fieldOf(dag.site.arguments, field.key);
    const beaten =
      origin.by === "metadata" && given ? [{ value: given.value, origin: originOf(dag, given, null) }] : [];
    return [{ key: field.key, value: field.value, origin, beats: beaten, ifTaken: false }];
  });
}

/** The arguments of a task group: its METADATA.yml beats `task_group_defaults`. */
export function groupValues(dag: Dag, group: Group): readonly TracedValue[] {
  const defaults = fieldOf(dag.site.arguments, "task_group_defaults");
  const given = (defaults && fieldsOfMap(defaults.value)) ?? [];
  return group.arguments.map((field): TracedValue => {
    const own = originOf(dag, field, null, group);
    const origin = own.by === "call" ? { ...own, below: "task_group_defaults" } : own;
    const other = fieldOf(given, field.key);
    const beats =
      own.by === "metadata" && other
        ? [{ value: other.value, origin: originOf(dag, other, "task_group_defaults") }]
        : [];
    return { key: field.key, value: field.value, origin, beats, ifTaken: false };
  });
}

function defaultArgs(dag: Dag): TracedValue[] {
  const levels = dagDefaults(dag);
  return (levels[0] ?? []).map(({ field, origin }) => {
    const beats = candidates(levels.slice(1), field.key);
    return { key: `default_args.${field.key}`, value: field.value, origin, beats, ifTaken: false };
  });
}

interface Written {
  readonly field: Field;
  readonly origin: Origin;
}

function candidates(levels: readonly (readonly Written[])[], key: string): Pick<TracedValue, "value" | "origin">[] {
  return levels.flatMap((level) =>
    level.filter(({ field }) => field.key === key).map(({ field, origin }) => ({ value: field.value, origin })),
  );
}

/** The DAG's `default_args` as they count, then those of the call that METADATA.yml beats. */
function dagDefaults(dag: Dag): (readonly Written[])[] {
  const counting = fieldOf(dag.settings, "default_args") ?? fieldOf(dag.metadata, "default_args");
  const inCall = fieldOf(dag.site.arguments, "default_args");
  const write = (field: Field): Written => ({ field, origin: originOf(dag, field, "default_args") });
  const all = ((counting && fieldsOfMap(counting.value)) ?? []).map(write);
  const called = ((inCall && fieldsOfMap(inCall.value)) ?? []).map(write);
  const beaten = called.filter(({ field }) =>
    all.some(({ field: other, origin }) => other.key === field.key && origin.by === "metadata"),
  );
  return [all, beaten];
}

const groupDefaults = (dag: Dag, group: Group): readonly Written[] => {
  const given = fieldOf(group.arguments, "default_args");
  return ((given && fieldsOfMap(given.value)) ?? []).map((field) => {
    const origin = originOf(dag, field, "default_args", group);
    return { field, origin: origin.by === "call" ? { ...origin, below: "task_group_defaults" } : origin };
  });
};

/** The groups that a task is in, the innermost first. */
function groupsAround(dag: Dag, task: Task): Group[] {
  const byId = new Map(dag.groups.map((group) => [group.id, group]));
  const around: Group[] = [];
  for (let group = byId.get(task.group ?? ""); group && !around.includes(group); group = byId.get(group.parent ?? "")) {
    around.push(group);
  }
  return around;
}

/** What gusty makes of a file's body has no key there, but comes from the file all the same. */
function ownOrigin(dag: Dag, task: Task, field: Field): Origin {
  const file = task.spec?.file;
  const at = placeOf(field);
  if (file !== undefined && (at === null || at.file === file)) {
    const written = field.value.t !== "absql-runner" && field.value.t !== "file-path";
    return { by: written ? "task-file" : "gusty", below: null, group: null, at };
  }
  const origin = originOf(dag, field, null);
  return origin.by === "call" && task.kind === "sensor" ? { ...origin, below: "wait_for_defaults" } : origin;
}
