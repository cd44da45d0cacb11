import type { Argument, Range } from "../../python/ast.ts";
import { namedArgument } from "./arguments.ts";
import type { Place } from "./place.ts";
import { type DraftDag, type Plain, UNKNOWN } from "./values.ts";
import { unused } from "./words.ts";

/** Makes the DAG of a call; unknown where its id is not known. */
export function makeDag(at: Range, id: Plain, { run }: Place): Plain {
  if (id.t !== "str") return UNKNOWN;
  const dag: DraftDag = {
    id: id.v,
    at: { file: run.file, start: at.start, end: at.end },
    tasks: new Set(),
    groups: new Set(),
    complete: true,
  };
  run.dags.push(dag);
  return { t: "dag", dag };
}

/** Makes a task group of the DAG around it. `prefixed`: it stands before the ids of what is in it. */
export function makeGroup(id: Plain, prefixed: boolean, { dag, prefix }: Place): Plain {
  if (id.t !== "str" || !dag) {
    if (dag) dag.complete = false;
    return UNKNOWN;
  }
  const own = unused(`${prefix}${id.v}`, dag.groups);
  dag.groups.add(own);
  return { t: "group", prefix: prefixed ? `${own}.` : "" };
}

/** Adds a task to the DAG that its arguments name, or to the one around it; `counted`: with a number where the id is taken. */
export function addTask(id: Plain, args: readonly Argument[], place: Place, counted: boolean): void {
  const { run } = place;
  const named = namedArgument(args, "dag");
  const handle = named ? run.evaluate(named.value, place) : UNKNOWN;
  const dag = handle.t === "dag" ? handle.dag : named ? null : place.dag;
  if (!dag) {
    run.open = true;
    return;
  }
  const grouped = namedArgument(args, "task_group");
  const group = grouped ? run.evaluate(grouped.value, place) : UNKNOWN;
  if (id.t !== "str" || (grouped && group.t !== "group")) {
    dag.complete = false;
    return;
  }
  const full = `${group.t === "group" ? group.prefix : place.prefix}${id.v}`;
  dag.tasks.add(counted ? unused(full, dag.tasks) : full);
}
