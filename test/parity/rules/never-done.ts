import type { Json, World } from "../judge.ts";

/** The logical dates of a DAG, in milliseconds, known until an instant; `null`: it has a run at whatever date is asked for. */
export type Runs = { readonly dates: readonly number[]; readonly until: number } | null;

/** The real logical dates of the DAGs of one world, by id. */
export type RunsById = Readonly<Record<string, Runs>>;

interface PlayedTask {
  readonly upstream: readonly string[];
  /** What a sensor waits for, and how many milliseconds back. */
  readonly waits: { readonly dag: string; readonly task: string | null; readonly back: number } | null;
}

interface Played {
  readonly tasks: ReadonlyMap<string, PlayedTask>;
  readonly dates: ReadonlySet<number> | null;
  readonly from: number;
  readonly until: number;
}

/** Runs of this many dates are played where no schedule gives any. */
const ANY_DATE = Date.UTC(2024, 5, 1);
const DAY = 86_400_000;

/**
 * Plays the runs of every DAG at their real logical dates, as Airflow would: a task is done when all above it are, a
 * sensor when its target's run of the right date is. What lies before the first date that is known counts as done.
 * @returns whether a task is done in no run at all
 */
export function neverDone(world: World, runs: RunsById): (dag: string, task: string) => boolean {
  const dags = new Map(Object.entries(world.dags).map(([id, dag]) => [id, played(dag, runs[id] ?? null)]));
  const known = new Map<string, boolean>();
  /** `"open"`: depends on what is being asked for right now. */
  const done = (dag: string, task: string, date: number, asking: ReadonlySet<string>): boolean | "open" => {
    const key = `${dag} ${task} ${date}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (asking.has(key)) return "open";
    const found = dags.get(dag)?.tasks.get(task);
    if (!found) return false;
    const deeper = new Set(asking).add(key);
    const all = (answers: Iterable<boolean | "open">): boolean | "open" => {
      let result: boolean | "open" = true;
      for (const answer of answers) {
        if (answer === false) return false;
        if (answer === "open") result = "open";
      }
      return result;
    };
    const above = all(found.upstream.map((up) => done(dag, up, date, deeper)));
    const met = above === false ? false : isMet(found, date, deeper);
    const answer = all([above, met]);
    // What waits for itself is never done; only at the outermost question is that certain for all on the way.
    if (answer !== "open") known.set(key, answer);
    return answer;
  };
  const isMet = ({ waits }: PlayedTask, date: number, asking: ReadonlySet<string>): boolean | "open" => {
    if (!waits) return true;
    const target = dags.get(waits.dag);
    if (!target || (waits.task !== null && !target.tasks.has(waits.task))) return false;
    const then = date - waits.back;
    if (target.dates && then >= target.from && then <= target.until && !target.dates.has(then)) return false;
    if (target.dates ? then < target.from || then > target.until : then < ANY_DATE - 5 * DAY) return true;
    const tasks = waits.task === null ? [...target.tasks.keys()] : [waits.task];
    let result: boolean | "open" = true;
    for (const task of tasks) {
      const answer = done(waits.dag, task, then, asking);
      if (answer === false) return false;
      if (answer === "open") result = "open";
    }
    return result;
  };
  return (dag, task) => {
    const own = dags.get(dag);
    const target = own?.tasks.get(task)?.waits;
    const other = target ? dags.get(target.dag) : undefined;
    const asked = own?.dates ?? (other?.dates ? [...other.dates].map((date) => date + (target?.back ?? 0)) : null);
    // The edges of what is known are left out, so that what lies beyond them answers nothing.
    const from = Math.max(own?.dates ? own.from : 0, other?.dates ? other.from : 0) + 32 * DAY;
    const until = Math.min(own?.dates ? own.until : ANY_DATE * 2, other?.dates ? other.until : ANY_DATE * 2);
    const inside = asked ? [...asked].filter((date) => date >= from && date <= until) : [ANY_DATE];
    return (inside.length > 0 ? inside : [ANY_DATE]).every((date) => done(dag, task, date, new Set()) !== true);
  };
}

/** Every task of a world, by its DAG. */
export const tasksOf = (world: World): readonly (readonly [dag: string, task: string])[] =>
  Object.entries(world.dags).flatMap(([id, dag]) => {
    const tasks = part(dag, "tasks");
    return isMap(tasks) ? Object.keys(tasks).map((task) => [id, task] as const) : [];
  });

function played(dag: Json, runs: Runs): Played {
  const tasks = part(dag, "tasks");
  const map = new Map<string, PlayedTask>();
  for (const [id, task] of isMap(tasks) ? Object.entries(tasks) : []) {
    const given = part(task, "arguments");
    const [upstream, target, inner] = [
      part(task, "upstream"),
      part(given, "external_dag_id"),
      part(given, "external_task_id"),
    ];
    const wait =
      typeof target === "string"
        ? {
            dag: target,
            task: typeof inner === "string" ? inner : null,
            back: millisecondsOf(part(given, "execution_delta")),
          }
        : null;
    map.set(id, { upstream: Array.isArray(upstream) ? upstream.map(String) : [], waits: wait });
  }
  const dates = runs ? new Set(runs.dates) : null;
  return { tasks: map, dates, from: runs?.dates[0] ?? 0, until: runs?.until ?? 0 };
}

/** Milliseconds of a canonical `timedelta`, which is in microseconds. */
function millisecondsOf(delta: Json): number {
  const micros = part(delta, "timedelta");
  return typeof micros === "number" ? Math.round(micros / 1000) : 0;
}

const isMap = (value: Json): value is { readonly [key: string]: Json } =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const part = (value: Json, key: string): Json => (isMap(value) ? (value[key] ?? null) : null);
