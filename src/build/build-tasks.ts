import { isGustyBefore } from "../config/gusty-release.ts";
import type { Catalogue, OperatorSignature } from "../model/catalogue.ts";
import type { Task } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { DagSite } from "../model/site.ts";
import type { Span } from "../model/span.ts";
import type { Spec, TaskFile } from "../model/spec.ts";
import type { Field } from "../model/value.ts";
import { argumentProblems } from "./argument-problems.ts";
import { typeProblems } from "./argument-types.ts";
import type { LevelTask } from "./built.ts";
import { argumentFates } from "./dropped-arguments.ts";
import { fieldOf, fieldsOfMap } from "./fields.ts";
import { inheritedArguments } from "./inherited-arguments.ts";
import { missingArguments } from "./missing-arguments.ts";
import { operatorOf } from "./operators.ts";
import { sensorProblems } from "./sensor-problems.ts";
import { affixed, airflowId, type Structure } from "./structure.ts";
import { taskArguments } from "./task-arguments.ts";

/** The tasks of one level in gusty's order, broken files marked. Their ids may repeat: the caller says so. */
export interface BuiltTasks {
  readonly tasks: readonly LevelTask[];
  readonly problems: readonly Problem[];
}

/**
 * Builds the tasks of one level from its files; `around` are the settings of the DAG and its groups, whose
 * `default_args` count (`gusty/building.py`, `GustyBuilder.read_specs`, `build_task`).
 */
export function buildTasks(
  structure: Structure,
  taskFiles: ReadonlyMap<Path, TaskFile>,
  extra: readonly Spec[],
  catalogue: Catalogue,
  around: readonly (readonly Field[])[],
): BuiltTasks {
  const tasks: LevelTask[] = [];
  const problems: Problem[] = [];
  for (const path of structure.level.taskFiles) {
    const file = taskFiles.get(path);
    if (!file) continue;
    problems.push(...file.problems);
    if (file.specs.length === 0) tasks.push({ structure, task: brokenTask(structure, file) });
    for (const spec of file.specs) tasks.push(specTask(structure, spec, catalogue, around, problems));
  }
  const known = new Set(tasks.map(({ task }) => task.gustyId));
  for (const spec of extra) {
    if (!known.has(spec.taskId)) tasks.push(specTask(structure, spec, catalogue, around, problems));
  }
  return { tasks, problems };
}

function specTask(
  structure: Structure,
  spec: Spec,
  catalogue: Catalogue,
  around: readonly (readonly Field[])[],
  problems: Problem[],
): LevelTask {
  const whole: Span = { file: spec.file, start: 0, end: 0 };
  const operatorField = fieldOf(spec.fields, "operator");
  const found = operatorField ? operatorOf(operatorField, whole) : { operator: null, problems: [] };
  problems.push(...found.problems);
  const path = operatorField?.value.t === "str" ? operatorField.value.v : null;
  const lookup = path !== null && found.operator ? catalogue.lookup(path) : null;
  const signature = lookup?.ok ? lookup.signature : null;
  const byFolder = path !== null && catalogue.needsOperatorsFolder(path);
  if (signature?.computesDependencies) {
    problems.push({
      kind: "not-static",
      at: operatorField?.value.span ?? whole,
      expression: path ?? "",
      why: "the operator sets `dependencies` on itself when it is built, and gusty turns them into edges",
      affects: "edges",
    });
  }
  const place = operatorField?.value.span ?? whole;
  if (lookup && !lookup.ok && lookup.why === "absent") {
    const { detail, nearest } = lookup;
    problems.push({ kind: "unknown-operator", at: place, operator: path ?? "", detail, nearest });
  }
  if (lookup && !lookup.ok && lookup.why !== "absent") {
    const name = lookup.why === "unknown" ? (/^[^.]+/.exec(path ?? "")?.[0] ?? null) : null;
    problems.push({ kind: "unread-operator", at: place, operator: path ?? "", package: name, detail: lookup.detail });
  }
  const { kept, dropped } = taskArguments(spec, signature, catalogue);
  if (signature) problems.push(...missingArguments(signature, kept, around, place));
  const reaching = [...kept, ...inheritedArguments(kept, around)];
  const named = taskOf(structure, spec.taskId, spec.idSpan ?? whole);
  problems.push(
    ...argumentProblems(reaching, catalogue.airflow, place),
    ...typeProblems(reaching, "task", catalogue.airflow, place),
    ...(signature?.sensor ? sensorProblems(reaching, place) : []),
    ...strayGroup(structure, spec),
    ...refusedByAll(signature, place),
    ...argumentFates(spec, named.id, signature, kept, dropped),
  );
  return {
    structure,
    task: {
      ...named,
      operator: found.operator && { ...found.operator, local: found.operator.local || byFolder },
      arguments: kept,
      dropped,
      operatorKnown: signature !== null,
      spec,
      broken: found.operator === null,
    },
  };
}

/** A class that refuses what Airflow gives every operator, such as one whose `__init__` has no `**kwargs`. */
const refusedByAll = (signature: OperatorSignature | null, at: Span): readonly Problem[] =>
  (signature?.refusesAlways ?? []).slice(0, 1).map((key) => ({
    kind: "raises",
    at,
    detail: `the \`__init__\` of \`${signature?.path ?? ""}\` refuses \`${key}\`, which Airflow gives every operator`,
    expected: "`**kwargs` in it, handed on to `super().__init__`",
  }));

/** In a group gusty writes over `task_group`; at the top a text reaches the operator, which fails on it. */
function strayGroup(structure: Structure, spec: Spec): readonly Problem[] {
  const field = structure.group ? undefined : fieldOf(spec.fields, "task_group");
  if (!field || field.value.t === "null") return [];
  const detail = "`task_group` reaches the operator as it is written, and Airflow fails on it";
  const at = field.keySpan ?? field.value.span ?? { file: spec.file, start: 0, end: 0 };
  return [{ kind: "raises", at, detail, expected: "a sub folder, which becomes the task group" }];
}

const brokenTask = (structure: Structure, file: TaskFile): Task => ({
  ...taskOf(structure, file.taskId, { file: file.file, start: 0, end: 0 }),
  operator: null,
  arguments: [],
  dropped: [],
  operatorKnown: false,
  spec: null,
  broken: true,
});

function taskOf(structure: Structure, id: string, source: Span) {
  const gustyId = affixed(structure, id);
  return {
    id: airflowId(structure, gustyId),
    gustyId,
    group: structure.group?.id ?? null,
    kind: "spec" as const,
    source,
  };
}

/**
 * The keys of `leaf_tasks_from_dict` as written: so they are listed as leaves, though the tasks' ids are lower-cased.
 * gusty before 0.12.2 does not know it.
 */
export function leafNames(site: DagSite, gusty: string | null): readonly Field[] {
  if (isGustyBefore(gusty, "0.12.2")) return [];
  const argument = fieldOf(site.arguments, "leaf_tasks_from_dict");
  return (argument && fieldsOfMap(argument.value)) ?? [];
}

/** The specs of `leaf_tasks_from_dict`, an argument of `create_dag`: ids are lower-cased (`GustyBuilder.read_specs`). */
export function leafSpecs(site: DagSite, gusty: string | null): readonly Spec[] {
  return leafNames(site, gusty).map((entry) => ({
    file: site.declared.file,
    taskId: entry.key.toLowerCase().trim(),
    idSpan: entry.keySpan ?? entry.value.span ?? site.declared,
    fields: fieldsOfMap(entry.value) ?? [],
  }));
}
