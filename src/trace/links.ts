import type { Dag, LinkVia } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import type { Span } from "../model/span.ts";

/** One task of one DAG. */
export interface TaskRef {
  readonly dag: string;
  readonly task: string;
}

/** One step from a task to one that comes after it, with what sets it. */
export interface TraceLink {
  readonly up: TaskRef;
  readonly down: TaskRef;
  /** `waits`: the sensor `down` waits for the task `up`, or for all of its DAG (`whole`). */
  readonly via: LinkVia | "waits";
  readonly whole: boolean;
  readonly from: Span | null;
}

/** Which tasks come right after which, inside DAGs and from one to another through sensors. */
export interface LinkIndex {
  after(task: TaskRef): readonly TraceLink[];
  before(task: TaskRef): readonly TraceLink[];
  /** The sensors of other DAGs that wait for all of a DAG. */
  waitingForWhole(dag: string): readonly { readonly sensor: TaskRef; readonly from: Span | null }[];
}

export const keyOfTask = ({ dag, task }: TaskRef): string => JSON.stringify([dag, task]);

/** Indexes all links of a project once. */
export function indexLinks(project: Project): LinkIndex {
  const [after, before] = [new Map<string, TraceLink[]>(), new Map<string, TraceLink[]>()];
  const whole = new Map<string, { sensor: TaskRef; from: Span | null }[]>();
  const byId = new Map(project.dags.map((dag) => [dag.id, dag]));
  const add = (link: TraceLink): void => {
    push(after, keyOfTask(link.up), link);
    push(before, keyOfTask(link.down), link);
  };
  for (const dag of project.dags) {
    for (const { up, down, via, from } of dag.edges) {
      add({ up: { dag: dag.id, task: up }, down: { dag: dag.id, task: down }, via, whole: false, from });
    }
    for (const { dag: other, task, sensor, uses } of dag.externals) {
      const [down, from] = [{ dag: dag.id, task: sensor }, uses[0]?.at ?? null];
      if (task === null) push(whole, other, { sensor: down, from });
      else if (hasTask(byId.get(other), task)) {
        add({ up: { dag: other, task }, down, via: "waits", whole: false, from });
      }
    }
  }
  const wholeLinks = (up: TaskRef): TraceLink[] =>
    (whole.get(up.dag) ?? []).map(({ sensor, from }) => ({ up, down: sensor, via: "waits", whole: true, from }));
  return {
    after: (task) => [...(after.get(keyOfTask(task)) ?? []), ...wholeLinks(task)],
    before: (task) => before.get(keyOfTask(task)) ?? [],
    waitingForWhole: (dag) => whole.get(dag) ?? [],
  };
}

const hasTask = (dag: Dag | undefined, task: string): boolean => dag?.tasks.some(({ id }) => id === task) ?? false;

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
