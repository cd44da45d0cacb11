import type { Edge, Link, NodeRef } from "../model/dag.ts";

/** What Airflow keeps of one task while edges are set. */
export interface GraphTask {
  readonly up: Set<string>;
  readonly down: Set<string>;
}

/** What Airflow keeps of one task group: its own id sets tell gusty whether it is first or last. */
export interface GraphGroup {
  /** Tasks inside, nested ones too. */
  readonly tasks: Set<string>;
  readonly upTasks: Set<string>;
  readonly downTasks: Set<string>;
  readonly upGroups: Set<string>;
}

/** A DAG while gusty wires it. */
export interface Graph {
  readonly tasks: Map<string, GraphTask>;
  readonly groups: Map<string, GraphGroup>;
  readonly links: Link[];
  readonly edges: Edge[];
}

export const emptyGraph = (): Graph => ({ tasks: new Map(), groups: new Map(), links: [], edges: [] });

/** Adds a task to the graph and to every group in `groups` (its own group and those around it). */
export function addTask(graph: Graph, id: string, groups: readonly string[]): void {
  if (!graph.tasks.has(id)) graph.tasks.set(id, { up: new Set(), down: new Set() });
  for (const group of groups) graph.groups.get(group)?.tasks.add(id);
}

export function addGroup(graph: Graph, id: string): void {
  graph.groups.set(id, { tasks: new Set(), upTasks: new Set(), downTasks: new Set(), upGroups: new Set() });
}

/** The ids that stand upstream of a node, as `upstream_task_ids` gives them: a group's own set, not its tasks'. */
export function upstreamTasks(graph: Graph, node: NodeRef): ReadonlySet<string> {
  return (node.t === "task" ? graph.tasks.get(node.id)?.up : graph.groups.get(node.id)?.upTasks) ?? new Set();
}

/** The ids that stand downstream of a node, as `downstream_task_ids` gives them. */
export function downstreamTasks(graph: Graph, node: NodeRef): ReadonlySet<string> {
  return (node.t === "task" ? graph.tasks.get(node.id)?.down : graph.groups.get(node.id)?.downTasks) ?? new Set();
}

/**
 * `link.down.set_upstream(link.up)`, as Airflow does it (`airflow/utils/task_group.py`, `TaskGroup._set_relatives` and
 * `update_relative`; `airflow/models/taskmixin.py`, `DAGNode._set_relatives`; the same in `airflow.sdk` 3): a group
 * stands for its first tasks below, and for its last tasks above, of this moment.
 */
export function setUpstream(graph: Graph, link: Link): void {
  graph.links.push(link);
  const { up, down } = link;
  const downGroup = down.t === "group" ? graph.groups.get(down.id) : undefined;
  const upGroup = up.t === "group" ? graph.groups.get(up.id) : undefined;
  if (downGroup && upGroup) downGroup.upGroups.add(up.id);
  else if (downGroup) downGroup.upTasks.add(up.id);
  const lower = down.t === "task" ? [down.id] : firstTasks(graph, down.id);
  const upper = up.t === "task" ? [up.id] : lastTasks(graph, up.id);
  for (const low of lower) {
    upGroup?.downTasks.add(low);
    for (const high of upper) addEdge(graph, { up: high, down: low, via: link.via, from: link.from });
  }
}

function addEdge(graph: Graph, edge: Edge): void {
  const up = graph.tasks.get(edge.up);
  const down = graph.tasks.get(edge.down);
  if (!up || !down || down.up.has(edge.up)) return;
  down.up.add(edge.up);
  up.down.add(edge.down);
  graph.edges.push(edge);
}

function firstTasks(graph: Graph, group: string): readonly string[] {
  return tasksWithout(graph, group, (task) => task.up);
}

function lastTasks(graph: Graph, group: string): readonly string[] {
  return tasksWithout(graph, group, (task) => task.down);
}

function tasksWithout(graph: Graph, group: string, side: (task: GraphTask) => ReadonlySet<string>): readonly string[] {
  const inside = graph.groups.get(group)?.tasks ?? new Set<string>();
  return [...inside].filter((id) => {
    const task = graph.tasks.get(id);
    return task !== undefined && [...side(task)].every((other) => !inside.has(other));
  });
}
