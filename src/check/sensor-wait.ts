import { fieldOf } from "../build/fields.ts";
import { timedeltaMicros } from "../compare/timedelta.ts";
import type { Dag, Task } from "../model/dag.ts";
import type { Value } from "../model/value.ts";

/** What `BaseSensorOperator` waits where nothing else is said: seven days (`airflow/sensors/base.py`). */
const DEFAULT_TIMEOUT = 604_800;

/** The sensor of an external dependency; `null` where it is of a class that waits for nothing (`EmptyOperator`). */
export function waitingSensor(dag: Dag, id: string): Task | null {
  const sensor = dag.tasks.find((task) => task.id === id && task.kind === "sensor");
  return sensor?.operator && !/^(?:Empty|Dummy)Operator$/.test(sensor.operator.name) ? sensor : null;
}

/**
 * What becomes of a sensor whose target is not there, from its effective arguments: it fails at once with
 * `check_existence`, else it waits for `timeout` seconds, once, and is skipped with `soft_fail`
 * (`airflow/sensors/base.py`, `BaseSensorOperator.execute`; `airflow/sensors/external_task.py`, `_check_for_existence`).
 * A clause that goes on after the sensor's name.
 * @param exists the target is there, and only never done
 */
export function waitsInVain(sensor: Task, exists = false): string {
  const value = (key: string): Value | undefined => fieldOf(sensor.arguments, key)?.value;
  const isTrue = (key: string): boolean => {
    const found = value(key);
    return found?.t === "bool" && found.v;
  };
  const soft = isTrue("soft_fail");
  if (!exists && isTrue("check_existence")) {
    const retries = value("retries");
    const again = retries?.t === "int" && retries.v > 0n ? `, and is retried ${retries.v} times` : "";
    return soft ? "is skipped at once" : `fails at once${again}`;
  }
  const timeout = value("timeout");
  const seconds = timeout ? secondsOf(timeout) : DEFAULT_TIMEOUT;
  const long = seconds === null ? "until its timeout" : secondsInWords(seconds);
  return soft
    ? `waits ${long} and is then skipped`
    : `waits ${long} and then fails, once: sensor timeouts are not retried`;
}

function secondsOf(value: Value): number | null {
  if (value.t === "int") return Number(value.v);
  if (value.t === "float") return value.v;
  const micros = value.t === "call" ? timedeltaMicros(value) : null;
  return micros === null ? null : Number(micros / 1_000_000n);
}

const UNITS: readonly (readonly [string, number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** A span of seconds in its largest two units: `1 hour 30 minutes`. */
export function secondsInWords(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
  }
  return parts.length === 0 ? "0 seconds" : parts.join(" ");
}
