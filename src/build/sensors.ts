import type { NodeRef, Task } from "../model/dag.ts";
import type { Field, Value } from "../model/value.ts";
import { type Building, groupNode, taskNode } from "./built.ts";
import { type ExternalPair, externalPairs, sensorId } from "./external-dependencies.ts";
import { fieldOf, updateFields } from "./fields.ts";
import { addTask, setUpstream } from "./graph.ts";
import { isEmptyOperator, sensorClass } from "./operators.ts";

/**
 * The sensor that waits for a pair: the first use of a name makes it, with the overrides of that place; later ones
 * share it (`gusty/building.py`, `GustyBuilder.create_task_external_dependencies`; `gusty/external_sensor.py`).
 */
export function sensorFor(building: Building, pair: ExternalPair, by: NodeRef | null): NodeRef | null {
  const name = sensorId(pair.dag, pair.task);
  const known = building.externals.get(name);
  if (known) known.uses.push({ by, at: pair.at });
  const made = building.sensors.get(name);
  if (made) return taskNode(made);
  const argument = fieldOf(building.site.arguments, "wait_for_class");
  const operator = sensorClass(argument?.value, building.airflow);
  if (!operator) return null;
  const task: Task = {
    id: name,
    gustyId: name,
    group: null,
    kind: "sensor",
    operator,
    arguments: isEmptyOperator(operator) ? [] : sensorArguments(building, pair),
    dropped: [],
    operatorKnown: true,
    spec: null,
    source: pair.at,
    broken: false,
  };
  building.sensors.set(name, task);
  addTask(building.graph, name, []);
  const uses = [{ by, at: pair.at }];
  const external = { dag: pair.dag, task: pair.task === "all" ? null : pair.task, sensor: name, uses };
  building.externals.set(name, { external, uses });
  return taskNode(task);
}

/** Defaults, then the place's overrides, then what gusty always sets (`gusty/external_sensor.py`, `create_external_sensor`). */
function sensorArguments(building: Building, pair: ExternalPair): readonly Field[] {
  const bridged = fieldOf(pair.overrides, "execution_delta") !== undefined;
  const defaults = building.waitForDefaults.filter((field) => !bridged || field.key !== "execution_date_fn");
  const task: Value = pair.task === "all" ? { t: "null" } : { t: "str", v: pair.task };
  return updateFields(updateFields(defaults, pair.overrides), [
    { key: "external_dag_id", keySpan: null, value: { t: "str", v: pair.dag } },
    { key: "external_task_id", keySpan: null, value: task },
  ]);
}

/** Puts tasks, then task groups, behind the sensors that their `external_dependencies` ask for. */
export function setExternalDependencies(building: Building): void {
  for (const structure of building.structures) {
    for (const { task, structure: own } of [...building.tasks.values()]) {
      const field = own === structure && task.spec ? fieldOf(task.spec.fields, "external_dependencies") : undefined;
      if (field) waitFor(building, field, taskNode(task));
    }
  }
  for (const { group, own } of building.structures) {
    const field = fieldOf(own, "external_dependencies");
    if (group && field) waitFor(building, field, groupNode(group.id));
  }
}

function waitFor(building: Building, field: Field, down: NodeRef): void {
  const { pairs, problems } = externalPairs(field);
  building.problems.push(...problems);
  for (const pair of pairs) {
    const up = sensorFor(building, pair, down);
    if (up) setUpstream(building.graph, { up, down, via: "external", from: pair.at });
  }
}
