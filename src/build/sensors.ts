import { isGustyBefore } from "../config/gusty-release.ts";
import type { External, NodeRef, OperatorRef, Task } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";
import type { Field, Value } from "../model/value.ts";
import { type Building, groupNode, taskNode } from "./built.ts";
import { type ExternalPair, externalPairs, sensorId } from "./external-dependencies.ts";
import { fieldOf, keyThatIsNoText, updateFields } from "./fields.ts";
import { addTask, setUpstream } from "./graph.ts";
import { isEmptyOperator, isNoClass, sensorClass } from "./operators.ts";

/**
 * The sensor that waits for a pair: the first use of a name makes it, with the overrides of that place; later ones
 * share it (`gusty/building.py`, `GustyBuilder.create_task_external_dependencies`; `gusty/external_sensor.py`).
 */
export function sensorFor(building: Building, pair: ExternalPair, by: NodeRef | null): NodeRef | null {
  const name = sensorId(pair.dag, pair.task, building.gusty);
  const known = building.externals.get(name);
  if (known) {
    known.uses.push({ by, at: pair.at });
    building.problems.push(...sharedSensor(building, known.external, pair));
  }
  const made = building.sensors.get(name);
  if (made) return taskNode(made);
  const argument = fieldOf(building.site.arguments, "wait_for_class");
  const operator = sensorClass(argument?.value, building.airflow);
  if (argument && isNoClass(argument.value)) {
    const at = argument.value.span ?? argument.keySpan ?? building.site.declared;
    const detail = "`wait_for_class` is no class, and gusty makes the sensors of this DAG of it";
    building.problems.push({ kind: "raises", at, detail, expected: "a class of sensors, or no `wait_for_class`" });
  }
  if (!operator) return null;
  const values = isEmptyOperator(operator) ? [] : sensorArguments(building, pair);
  refuseArguments(building, operator, values, pair);
  if (!isEmptyOperator(operator)) refuseOddKeys(building, pair);
  const task: Task = {
    id: name,
    gustyId: name,
    group: null,
    kind: "sensor",
    operator,
    arguments: values,
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

/** What a later pair loses because a sensor of that name is there already: its own target, or its own settings. */
function sharedSensor(building: Building, made: External, pair: ExternalPair): readonly Problem[] {
  const sensor = made.sensor;
  const at = pair.at ?? building.site.declared;
  const first = made.uses[0]?.at ?? null;
  const task = pair.task === "all" ? null : pair.task;
  if (made.dag !== pair.dag || made.task !== task) {
    const wanted = { dag: pair.dag, task };
    return [{ kind: "sensor-collision", at, sensor, wanted, made: { dag: made.dag, task: made.task }, first }];
  }
  const operator = building.sensors.get(sensor)?.operator;
  if (!operator || isEmptyOperator(operator)) return [];
  const used = building.sensors.get(sensor)?.arguments ?? [];
  return pair.overrides.flatMap((field): Problem[] => {
    const actual = fieldOf(used, field.key);
    if (actual && sameValue(actual.value, field.value)) return [];
    const place = field.keySpan ?? field.value.span ?? at;
    return [{ kind: "sensor-override-lost", at: place, sensor, keyName: field.key, first }];
  });
}

/** Whether two values are the same as written: places aside. */
const sameValue = (a: Value, b: Value): boolean => written(a) === written(b);

const written = (value: Value): string =>
  JSON.stringify(value, (key, part: unknown) =>
    key === "span" ? undefined : typeof part === "bigint" ? `${part}n` : part,
  );

/** Defaults, then the place's overrides, then what gusty always sets (`gusty/external_sensor.py`, `create_external_sensor`). */
function sensorArguments(building: Building, pair: ExternalPair): readonly Field[] {
  const bridged = fieldOf(pair.overrides, "execution_delta") !== undefined;
  const defaults = building.waitForDefaults.filter((field) => !bridged || field.key !== "execution_date_fn");
  const task: Value = pair.task === "all" ? { t: "null" } : pair.values.task;
  return updateFields(updateFields(defaults, pair.overrides), [
    { key: "external_dag_id", keySpan: null, value: pair.values.dag },
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
  const { pairs, problems } = externalPairs(field, building.gusty);
  building.problems.push(...problems);
  for (const pair of pairs) {
    const up = sensorFor(building, pair, down);
    if (up) setUpstream(building.graph, { up, down, via: "external", from: pair.at });
  }
}

/** Settings of sensors are the names of arguments, from METADATA too: Python takes only texts for that. */
function refuseOddKeys(building: Building, pair: ExternalPair): void {
  const own = isGustyBefore(building.gusty, "0.9.1") ? [] : (building.structures[0]?.own ?? []);
  const defaults = fieldOf(own, "wait_for_defaults");
  for (const key of [pair.oddKey, defaults ? keyThatIsNoText(defaults.value) : null]) {
    if (!key) continue;
    const at = key.span ?? pair.at ?? building.site.declared;
    const detail = "a setting of sensors has a name that is no text, and gusty passes it to the sensor";
    building.problems.push({ kind: "raises", at, detail, expected: "the name of an argument of the sensor" });
  }
}

/** Sensors get all that is written, so that one argument too many makes Airflow raise. */
function refuseArguments(
  building: Building,
  operator: OperatorRef,
  values: readonly Field[],
  pair: ExternalPair,
): void {
  // Before 0.16 gusty's own keys of an operator are fewer than those that its class takes.
  if (operator.name !== "ExternalTaskSensor" || isGustyBefore(building.gusty, "0.16")) return;
  const lookup = building.catalogue.lookup(`${operator.module}.${operator.name}`);
  if (!lookup.ok) return;
  for (const field of values.filter(({ key }) => !lookup.signature.accepts.has(key))) {
    const at = field.keySpan ?? field.value.span ?? pair.at ?? building.site.declared;
    const detail = `\`${field.key}\` is no argument of \`${operator.name}\`, which gets all that is written here`;
    building.problems.push({ kind: "raises", at, detail, expected: "arguments of `ExternalTaskSensor` only" });
  }
}
