import type { DagChange } from "../model/change.ts";
import type { Dag, Group, Task } from "../model/dag.ts";
import { distinctTasks, pairKey, ringPairs, sceneGroups, TASKS, taskNode } from "./dag-scene.ts";
import type { EdgeState, NodeState } from "./drawing.ts";
import { outsideDags } from "./outside.ts";
import { shortestRing } from "./ring.ts";
import type { Scene, SceneEdge } from "./scene.ts";

/** Both versions of a DAG in one picture: head as it is, and what base had beside it; then who waits for it. */
export function changeScene(change: DagChange): Scene {
  const groups = new Map<string, Group>([
    ...(change.base?.groups ?? []).map((group): [string, Group] => [group.id, group]),
    ...(change.head?.groups ?? []).map((group): [string, Group] => [group.id, group]),
  ]);
  const state = nodeStates(change);
  const origins = new Map(change.tasks.renamed.map(({ from, to }) => [to, from]));
  const nodes = tasksOf(change).map((task) => {
    const origin = origins.get(task.id);
    return taskNode(task, groups, state(task.id), origin === undefined ? null : `was ${origin}`);
  });
  const own: Scene = { nodes, groups: sceneGroups(groups), edges: edgesOf(change, state), noun: TASKS };
  return outsideDags(own, change);
}

/** Head's tasks in their order, then those that only base has. A renamed task is there once. */
function tasksOf(change: DagChange): Task[] {
  const removed = new Set(change.tasks.removed);
  const [base, head] = [change.base, change.head].map((dag) => (dag ? distinctTasks(dag) : []));
  return [...(head ?? []), ...(base ?? []).filter(({ id }) => removed.has(id))];
}

/** A task whose dependencies change comes after a change, like those that are affected. */
function nodeStates({ tasks, affected, edges, operators }: DagChange): (id: string) => NodeState {
  const rewired = [...edges.added, ...edges.removed].map(([, down]) => down);
  const states = new Map<string, NodeState>([
    ...[...affected, ...rewired].map((id) => [id, "affected"] as const),
    ...operators.flatMap((operator) => operator.tasks.map((id) => [id, "changed"] as const)),
    ...tasks.moved.map(({ id }) => [id, "changed"] as const),
    ...tasks.changed.map(({ id }) => [id, "changed"] as const),
    ...tasks.renamed.map(({ to }) => [to, "changed"] as const),
    ...tasks.added.map((id) => [id, "added"] as const),
    ...tasks.removed.map((id) => [id, "removed"] as const),
  ]);
  return (id) => states.get(id) ?? "same";
}

/** Only edges between tasks that both versions have stand out as new or removed: at a new or removed task it is plain. */
function edgesOf(change: DagChange, state: (id: string) => NodeState): SceneEdge[] {
  const added = new Set(change.edges.added.map(([up, down]) => pairKey(up, down)));
  const ring = change.head ? ringPairs(shortestRing(pairsOf(change.head))) : new Set<string>();
  const edges = new Map<string, SceneEdge>();
  for (const [up, down] of change.head ? pairsOf(change.head) : []) {
    const key = pairKey(up, down);
    const plain: EdgeState = added.has(key) && state(up) !== "added" && state(down) !== "added" ? "added" : "same";
    edges.set(key, { up, down, state: ring.has(key) ? "ring" : plain });
  }
  for (const [up, down] of change.edges.removed) edges.set(pairKey(up, down), { up, down, state: "removed" });
  return [...edges.values()];
}

const pairsOf = (dag: Dag): (readonly [string, string])[] => dag.edges.map(({ up, down }) => [up, down]);
