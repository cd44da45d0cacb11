import { fieldOf, fieldsOfMap } from "../build/fields.ts";
import { isAsFarAsKnown } from "../build/outcome.ts";
import { timedeltaMicros } from "../compare/timedelta.ts";
import type { Dag, External, Task } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import type { Value } from "../model/value.ts";
import { waitingSensor } from "./sensor-wait.ts";

/** One sensor of a ring: it waits for a run some microseconds before its own logical date. */
export interface RingSensor {
  readonly dag: Dag;
  readonly external: External;
  readonly sensor: Task;
  readonly delta: bigint;
}

/** More steps than this are not taken from one sensor: what is not found by then is not said. */
const MOST_STEPS = 5000;

/** Trigger rules with which a task may start before everything above it is done (`airflow/utils/trigger_rule.py`). */
const EAGER = new Set(["always", "dummy", "one_success", "one_failed", "one_done"]);

/**
 * Rings of task runs that wait for each other through the sensors of external dependencies: a run of one date waits,
 * over some tasks and sensors, for itself. Only where all is static: DAGs that are built, sensors of Airflow's own class
 * without a computed date or states of their own, deltas that sum up to zero. Each ring once, its shortest form.
 */
export function waitingRings(project: Project): readonly (readonly RingSensor[])[] {
  const dags = new Map<string, Dag | null>();
  for (const dag of project.dags) dags.set(dag.id, dags.has(dag.id) ? null : dag);
  const known = [...dags.values()].flatMap((dag) => (dag?.outcome === "built" && !isAsFarAsKnown(dag) ? [dag] : []));
  const waiting = inRings(known.flatMap(sensorsOf));
  const behind = behindSensors(waiting);
  const rings = new Map<string, readonly RingSensor[]>();
  for (const start of waiting) {
    const ring = ringFrom(start, behind);
    const key = ring
      ?.map(({ dag, sensor }) => `${dag.id} ${sensor.id}`)
      .sort()
      .join("\n");
    if (ring && key !== undefined && !rings.has(key)) rings.set(key, ring);
  }
  return [...rings.values()];
}

/** The sensors of a DAG that certainly wait for a run of another DAG, a fixed time before. */
function sensorsOf(dag: Dag): readonly RingSensor[] {
  return dag.externals.flatMap((external): RingSensor[] => {
    const sensor = waitingSensor(dag, external.sensor);
    const delta = sensor?.operator?.name === "ExternalTaskSensor" ? deltaOf(sensor) : null;
    return delta === null || !sensor ? [] : [{ dag, external, sensor, delta }];
  });
}

const COMPUTED = ["execution_date_fn", "allowed_states", "skipped_states", "failed_states", "external_task_ids"];

function deltaOf(sensor: Task): bigint | null {
  const value = (key: string): Value | undefined => fieldOf(sensor.arguments, key)?.value;
  if (COMPUTED.some((key) => (value(key)?.t ?? "null") !== "null")) return null;
  const delta = value("execution_delta");
  if (!delta || delta.t === "null") return 0n;
  return delta.t === "call" ? timedeltaMicros(delta) : null;
}

/** Leaves out, as long as there are any, sensors whose target DAG has none, and those of DAGs that no other waits for. */
function inRings(sensors: readonly RingSensor[]): readonly RingSensor[] {
  let left = sensors;
  for (;;) {
    const own = new Set(left.map(({ dag }) => dag.id));
    const wanted = new Set(left.map(({ external }) => external.dag));
    const kept = left.filter(({ dag, external }) => own.has(external.dag) && wanted.has(dag.id));
    if (kept.length === left.length) return left;
    left = kept;
  }
}

/** For a sensor: the sensors of its target's DAG that have to be done before its target can be. */
type Behind = (sensor: RingSensor) => readonly RingSensor[];

function behindSensors(all: readonly RingSensor[]): Behind {
  const byDag = new Map<string, RingSensor[]>();
  for (const one of all) byDag.set(one.dag.id, [...(byDag.get(one.dag.id) ?? []), one]);
  const found = new Map<string, readonly RingSensor[]>();
  return ({ external }) => {
    const key = JSON.stringify([external.dag, external.task]);
    const known = found.get(key);
    if (known) return known;
    const sensors = byDag.get(external.dag) ?? [];
    const [first] = sensors;
    const above = first && external.task !== null ? upstreamOf(first.dag, external.task) : null;
    const list = above ? sensors.filter(({ sensor }) => above.has(sensor.id)) : sensors;
    found.set(key, list);
    return list;
  };
}

/** A task and all tasks that must be done before it, by edges that it or those between certainly wait for. */
function upstreamOf(dag: Dag, task: string): ReadonlySet<string> {
  const eager = new Set(dag.tasks.filter((candidate) => isEager(candidate, dag)).map(({ id }) => id));
  const above = new Map<string, string[]>();
  for (const { up, down } of dag.edges) if (!eager.has(down)) above.set(down, [...(above.get(down) ?? []), up]);
  const seen = new Set([task]);
  for (const id of seen) for (const up of above.get(id) ?? []) seen.add(up);
  return seen;
}

/** Whether a task may start early; where its trigger rule is not known, it may. */
function isEager(task: Task, dag: Dag): boolean {
  const defaults = fieldOf(dag.settings, "default_args");
  const rule =
    fieldOf(task.arguments, "trigger_rule") ?? fieldOf((defaults && fieldsOfMap(defaults.value)) ?? [], "trigger_rule");
  return rule !== undefined && (rule.value.t !== "str" || EAGER.has(rule.value.v));
}

interface Step {
  readonly sensor: RingSensor;
  /** Microseconds after the start's logical date. */
  readonly at: bigint;
  readonly from: Step | null;
}

/** The shortest way from a sensor's run back to itself, breadth first over runs: a sensor and its date. */
function ringFrom(start: RingSensor, behind: Behind): readonly RingSensor[] | null {
  const seen = new Set<string>();
  const waiting: Step[] = [{ sensor: start, at: 0n, from: null }];
  for (const step of waiting) {
    const at = step.at - step.sensor.delta;
    for (const sensor of behind(step.sensor)) {
      if (sensor === start && at === 0n) return wayTo(step);
      const key = `${sensor.dag.id} ${sensor.sensor.id} ${at}`;
      if (seen.has(key) || waiting.length >= MOST_STEPS) continue;
      seen.add(key);
      waiting.push({ sensor, at, from: step });
    }
  }
  return null;
}

function wayTo(last: Step): readonly RingSensor[] {
  const way: RingSensor[] = [];
  for (let step: Step | null = last; step; step = step.from) way.unshift(step.sensor);
  return way;
}
