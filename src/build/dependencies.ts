import type { NodeRef, Task } from "../model/dag.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { type Building, childGroups, groupNode, levelTasks, taskNode } from "./built.ts";
import { configuredNames } from "./configured-dependencies.ts";
import { fieldOf } from "./fields.ts";
import { setUpstream } from "./graph.ts";
import { openPart, openProblem } from "./open-values.ts";
import type { Structure } from "./structure.ts";

/**
 * Puts task groups behind what the `dependencies` of their METADATA.yml name: tasks of the parent level, or sibling
 * groups by folder name (`gusty/building.py`, `GustyBuilder.create_level_dependencies`). Other names are dropped.
 */
export function setGroupDependencies(building: Building): void {
  for (const structure of building.structures) {
    const { group } = structure;
    const parent = building.structures.find((other) => other.level.folder === structure.level.parent);
    const field = fieldOf(structure.own, "dependencies");
    if (!group || !parent || !field) continue;
    const reach = new Map([...levelTasks(building, parent), ...childGroups(building, parent, structure)]);
    const down = groupNode(group.id);
    const open = openPart(field.value);
    const place = { file: structure.level.metadata ?? structure.level.folder, start: 0, end: 0 };
    if (open) building.problems.push(...openProblem(field, open, place, building.problems));
    for (const { name, at } of namesIn(building, field)) {
      const up = reach.get(name);
      if (up) setUpstream(building.graph, { up, down, via: "group", from: at });
      // Of a text's letters those that name nothing are no names that somebody wrote.
      else if (field.value.t !== "str") building.problems.push({ kind: "unknown-dependency", at, name, of: down });
    }
  }
}

/**
 * Puts tasks behind what their `dependencies` name: any task of the DAG by gusty's id, or a group that is a folder right
 * inside the task's own; in a prefixed or suffixed group a name also finds its affixed form (`gusty/building.py`,
 * `GustyBuilder.create_task_dependencies`). Other names are dropped.
 */
export function setTaskDependencies(building: Building): void {
  // Of two tasks with one name for gusty, in groups whose ids Airflow tells apart, the later is found.
  const everyTask = new Map([...building.tasks.values()].map(({ task }) => [task.gustyId, taskNode(task)]));
  for (const structure of building.structures) {
    const reach = new Map([...everyTask, ...childGroups(building, structure)]);
    for (const { task } of tasksOf(building, structure)) {
      if (computesDependencies(building, task)) {
        building.computed.push({ task: task.id, after: building.graph.links.length, reach: [...reach] });
      }
      setConfiguredDependencies(building, task, reach);
      const field = task.spec && fieldOf(task.spec.fields, "dependencies");
      if (field) setDependenciesOf(building, taskNode(task), namesIn(building, field), structure, reach);
    }
  }
}

/**
 * The edges of dependencies that the configuration tells how an operator finds. A name that is no task here is none, as
 * for gusty; the task's own name does not count, since Airflow would refuse the DAG.
 */
function setConfiguredDependencies(building: Building, task: Task, reach: ReadonlyMap<string, NodeRef>): void {
  const operator = task.spec && fieldOf(task.spec.fields, "operator")?.value;
  const configured = operator?.t === "str" ? building.catalogue.dependenciesOf(operator.v) : [];
  if (!task.spec || configured.length === 0) return;
  const { names, open } = configuredNames(task.spec, configured);
  if (open.length > 0) building.computed.push({ task: task.id, after: building.graph.links.length, reach: [...reach] });
  for (const { argument, at, why } of open) {
    const place = at ?? { file: task.spec.file, start: 0, end: 0 };
    building.problems.push({ kind: "not-static", at: place, expression: argument, why, affects: "edges" });
  }
  const down = taskNode(task);
  const written = task.spec && fieldOf(task.spec.fields, "dependencies")?.value;
  for (const [name, at] of names) {
    const up = reach.get(name);
    if (!up || name === task.gustyId || listed(written, name)) continue;
    setUpstream(building.graph, { up, down, via: "task", from: at });
  }
}

/** True where the task file lists the name itself: then the edge comes from there. */
const listed = (written: Value | null | undefined, name: string): boolean =>
  written?.t === "list" && written.v.some((item) => item.t === "str" && item.v === name);

/** The operator's `__init__` sets `dependencies`, as far as its source tells. */
function computesDependencies(building: Building, task: Task): boolean {
  const operator = task.spec && fieldOf(task.spec.fields, "operator")?.value;
  const lookup = operator?.t === "str" ? building.catalogue.lookup(operator.v) : null;
  return lookup?.ok === true && lookup.signature.computesDependencies;
}

const tasksOf = (building: Building, structure: Structure) =>
  [...building.tasks.values()].filter((entry) => entry.structure === structure);

function setDependenciesOf(
  building: Building,
  down: NodeRef,
  names: readonly Name[],
  structure: Structure,
  reach: ReadonlyMap<string, NodeRef>,
): void {
  const done = new Set<string>();
  const link = (name: string, at: Span): boolean => {
    const up = reach.get(name);
    if (up && !done.has(name)) setUpstream(building.graph, { up, down, via: "task", from: at });
    done.add(name);
    return up !== undefined;
  };
  const found = names.map(({ name, at }) => link(name, at));
  names.forEach(({ name, at }, index) => {
    const affixed = affixedName(structure, name);
    const byAffix = affixed !== null && link(affixed, at);
    if (!found[index] && !byAffix) building.problems.push({ kind: "unknown-dependency", at, name, of: down });
  });
}

/** The other form in which gusty looks a name up: it asks `prefix_group_id` first, even where the suffix gave the ids. */
function affixedName(structure: Structure, name: string): string | null {
  if (structure.group?.prefixGroupId) return `${structure.level.name}_${name}`;
  return structure.affix === "suffix" ? `${name}_${structure.level.name}` : null;
}

interface Name {
  readonly name: string;
  readonly at: Span;
}

/** The names of a list of dependencies. In METADATA gusty checks nothing, so a text is walked letter by letter. */
function namesIn(building: Building, field: Field): readonly Name[] {
  const { value } = field;
  const place = value.span ?? field.keySpan;
  if (!place) return [];
  const refuse = (detail: string, raises: boolean): void => {
    building.problems.push({ kind: "dependency-shape", at: place, key: field.key, detail, raises });
  };
  if (value.t === "expr" || value.t === "call" || value.t === "name") return [];
  if (value.t === "str") {
    refuse(`it is a text, and gusty takes each of its letters for a name: write \`[${value.v}]\``, false);
    return [...new Set(value.v)].map((name) => ({ name, at: place }));
  }
  if (value.t === "map") return value.v.flatMap(([key]) => nameOf(key, place));
  if (value.t === "list" || value.t === "tuple" || value.t === "set") {
    const other = value.v.find((item) => item.t !== "str" && !openPart(item));
    if (other) {
      const detail = "each of its items must be the name of a task or of a task group";
      building.problems.push({
        kind: "dependency-shape",
        at: other.span ?? place,
        key: field.key,
        detail,
        raises: other.t === "list" || other.t === "map",
      });
    }
    return value.v.flatMap((item) => nameOf(item, place));
  }
  refuse("it must be a list of names", true);
  return [];
}

const nameOf = (value: Value, place: Span): readonly Name[] =>
  value.t === "str" ? [{ name: value.v, at: value.span ?? place }] : [];
