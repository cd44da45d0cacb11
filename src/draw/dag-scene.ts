import type { Dag, Group, Task } from "../model/dag.ts";
import type { EdgeState, NodeState } from "./drawing.ts";
import type { Scene, SceneEdge, SceneGroup, SceneNode } from "./scene.ts";

export const TASKS = ["task", "tasks"] as const;

/** One task as a node. In a group whose id Airflow puts before the task's, the id is shown without it. */
export function taskNode(
  task: Task,
  groups: ReadonlyMap<string, Group>,
  state: NodeState,
  note: string | null,
): SceneNode {
  const group = task.group === null ? undefined : groups.get(task.group);
  return {
    key: task.id,
    label: group?.prefixGroupId ? withoutPrefix(task.id, group.id) : task.id,
    note,
    state,
    shape: task.kind === "sensor" ? "sensor" : "task",
    group: task.group,
    count: 1,
  };
}

/** Groups by id; a group in a group that prefixes is named by what is its own. */
export const sceneGroups = (groups: ReadonlyMap<string, Group>): SceneGroup[] =>
  [...groups.values()].map(({ id, parent }) => {
    const outer = parent === null ? undefined : groups.get(parent);
    return { id, parent, label: outer?.prefixGroupId ? withoutPrefix(id, outer.id) : id };
  });

const withoutPrefix = (id: string, prefix: string): string =>
  id.startsWith(`${prefix}.`) ? id.slice(prefix.length + 1) : id;

/** A DAG as it is, without a comparison. Edges of `ring` (ids in order, the last one leads back to the first) stand out. */
export function dagScene(dag: Dag, ring: readonly string[]): Scene {
  const groups = new Map(dag.groups.map((group) => [group.id, group]));
  const red = ringPairs(ring);
  const pairs = new Map(
    dag.edges.map(({ up, down }): [string, SceneEdge] => {
      const key = pairKey(up, down);
      const state: EdgeState = red.has(key) ? "ring" : "same";
      return [key, { up, down, state }];
    }),
  );
  return {
    nodes: distinctTasks(dag).map((task) => taskNode(task, groups, "same", null)),
    groups: sceneGroups(groups),
    edges: [...pairs.values()],
    noun: TASKS,
  };
}

/** The tasks of a DAG, each id once (a duplicate id is Airflow's error, not two boxes). */
export const distinctTasks = (dag: Dag): Task[] => {
  const ids = new Set<string>();
  return dag.tasks.filter(({ id }) => !ids.has(id) && ids.add(id));
};

export const pairKey = (up: string, down: string): string => JSON.stringify([up, down]);

/** The edges of a ring, as `pairKey`. */
export const ringPairs = (ring: readonly string[]): Set<string> =>
  new Set(ring.map((id, index) => pairKey(id, ring[(index + 1) % ring.length] ?? id)));
