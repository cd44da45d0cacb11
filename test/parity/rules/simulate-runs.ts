import type { Json, World } from "../judge.ts";

/** The days that are played: sensors that look back find their target's run of an earlier day. */
const DAYS = 6;

interface SimulatedTask {
  readonly id: string;
  readonly upstream: readonly string[];
  /** What a sensor waits for, and how many days back. */
  readonly waits: { readonly dag: string; readonly task: string | null; readonly back: number } | null;
}

/**
 * Plays a run of every DAG for each of some days, as Airflow would: a task is done when all above it are, a sensor when
 * its target is. Runs from before the first day count as done.
 * @returns the tasks that are never done on the last day, as `dag.task`
 */
export function neverDone(world: World): readonly string[] {
  const dags = new Map(Object.entries(world.dags).map(([id, dag]) => [id, tasksOf(dag)]));
  const done = new Set<string>();
  const isDone = (dag: string, task: string, day: number): boolean => done.has(`${dag} ${task} ${day}`);
  const allDone = (dag: string, day: number): boolean =>
    (dags.get(dag) ?? []).every((task) => isDone(dag, task.id, day)) && dags.has(dag);
  const isMet = ({ waits }: SimulatedTask, day: number): boolean => {
    if (!waits) return true;
    const then = day - waits.back;
    if (waits.task === null) return dags.has(waits.dag) && (then < 0 || allDone(waits.dag, then));
    const exists = dags.get(waits.dag)?.some(({ id }) => id === waits.task) ?? false;
    return exists && (then < 0 || isDone(waits.dag, waits.task, then));
  };
  for (let before = -1; before !== done.size; ) {
    before = done.size;
    for (const [dag, tasks] of dags) {
      for (const task of tasks) {
        for (let day = 0; day < DAYS; day += 1) {
          if (task.upstream.every((up) => isDone(dag, up, day)) && isMet(task, day))
            done.add(`${dag} ${task.id} ${day}`);
        }
      }
    }
  }
  return [...dags].flatMap(([dag, tasks]) =>
    tasks.filter(({ id }) => !isDone(dag, id, DAYS - 1)).map(({ id }) => `${dag}.${id}`),
  );
}

function tasksOf(dag: Json): readonly SimulatedTask[] {
  const tasks = part(dag, "tasks");
  if (!isMap(tasks)) return [];
  return Object.entries(tasks).map(([id, task]) => {
    const given = part(task, "arguments");
    const upstream = part(task, "upstream");
    const target = part(given, "external_dag_id");
    const inner = part(given, "external_task_id");
    return {
      id,
      upstream: Array.isArray(upstream) ? upstream.map(String) : [],
      waits:
        typeof target === "string"
          ? {
              dag: target,
              task: typeof inner === "string" ? inner : null,
              back: daysOf(part(given, "execution_delta")),
            }
          : null,
    };
  });
}

/** Whole days of a canonical `timedelta`, which is in microseconds. */
function daysOf(delta: Json): number {
  const micros = part(delta, "timedelta");
  return typeof micros === "number" ? Math.round(micros / 86_400_000_000) : 0;
}

const isMap = (value: Json): value is { readonly [key: string]: Json } =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const part = (value: Json, key: string): Json => (isMap(value) ? (value[key] ?? null) : null);
