import type { EndSteps, NodeRef } from "../model/dag.ts";
import type { Span } from "../model/span.ts";
import type { Field } from "../model/value.ts";
import { type Building, childGroups, levelTasks } from "./built.ts";
import { externalPairs } from "./external-dependencies.ts";
import { fieldOf, truthOf } from "./fields.ts";
import { addTask, downstreamTasks, setUpstream, upstreamTasks } from "./graph.ts";
import { latestOnlyOperator } from "./operators.ts";
import { sensorFor } from "./sensors.ts";
import type { Structure } from "./structure.ts";

/** Names listed under `root_tasks` or `leaf_tasks`; gusty asks with `in`, so a text matches each of its parts. */
interface Listed {
  has(name: string): boolean;
  at(name: string): Span | null;
}

function listed(field: Field | undefined, more: readonly Field[] = []): Listed {
  const value = field?.value;
  const extra = new Map(more.map((entry) => [entry.key, entry.keySpan]));
  if (value?.t === "str") {
    return { has: (name) => value.v.includes(name) || extra.has(name), at: () => value.span ?? null };
  }
  const keys = value?.t === "map" ? value.v.map(([key]) => key) : [];
  const items =
    keys.length > 0 ? keys : value && (value.t === "list" || value.t === "tuple" || value.t === "set") ? value.v : [];
  const spans = new Map(items.flatMap((item) => (item.t === "str" ? [[item.v, item.span ?? null] as const] : [])));
  return {
    has: (name) => spans.has(name) || extra.has(name),
    at: (name) => spans.get(name) ?? extra.get(name) ?? field?.keySpan ?? null,
  };
}

/** Why gusty cannot ask a value with `in`, or, with `leaf_tasks_from_dict`, cannot add to it. */
function refuseShape(building: Building, top: Structure, key: "root_tasks" | "leaf_tasks", adds: boolean): void {
  const field = fieldOf(top.metadata, key);
  if (!field || field.value.t === "expr") return;
  const { value } = field;
  const plain = ["int", "float", "bool", "date", "datetime"].includes(value.t);
  const asked = plain && (key === "root_tasks" || truthOf(value) === true) && levelTasks(building, top).size > 0;
  if (!(adds ? value.t !== "list" : asked)) return;
  const at = value.span ?? field.keySpan ?? building.site.declared;
  const detail = adds
    ? `\`${key}\` is no list, so that \`leaf_tasks_from_dict\` cannot be added to it`
    : `\`${key}\` is no list of tasks`;
  building.problems.push({ kind: "raises", at, detail, expected: `\`${key}: [name of a task]\`` });
}

/**
 * Puts leaf tasks behind everything of the top level that has nothing downstream, root tasks excepted
 * (`gusty/building.py`, `GustyBuilder.create_leaf_tasks`).
 */
export function setLeafTasks(
  building: Building,
  top: Structure,
  fromArguments: readonly Field[],
): Pick<EndSteps, "leaves" | "beforeLeaves"> {
  const leaves = listed(fieldOf(top.metadata, "leaf_tasks"), fromArguments);
  const roots = listed(fieldOf(top.metadata, "root_tasks"));
  const tasks = levelTasks(building, top);
  const leafTasks = [...tasks].filter(([name]) => leaves.has(name));
  refuseUnknown(building, top, "leaf_tasks");
  refuseShape(building, top, "leaf_tasks", fromArguments.length > 0);
  refuseShape(building, top, "root_tasks", false);
  for (const [name, node] of leafTasks) refuseEdges(building, name, node, "leaf_tasks", leaves.at(name));
  const isLeaf = new Set(leafTasks.map(([name]) => name));
  const before = [...new Map([...tasks, ...childGroups(building, top)])].filter(
    ([name]) => !isLeaf.has(name) && !roots.has(name),
  );
  for (const [, up] of before) {
    if (downstreamTasks(building.graph, up).size > 0) continue;
    for (const [leaf, down] of leafTasks) {
      setUpstream(building.graph, { up, down, via: "leaf", from: leaves.at(leaf) });
    }
  }
  return { leaves: leafTasks.map(([, node]) => node), beforeLeaves: before.map(([, node]) => node) };
}

/**
 * Puts root tasks, then the sensors of the DAG level, then `latest_only` before everything of the top level that has
 * nothing upstream at that moment (`gusty/building.py`, `GustyBuilder.create_root_dependencies`).
 */
export function setRootDependencies(
  building: Building,
  top: Structure,
  external: Field | null,
  latestOnly: boolean,
): Omit<EndSteps, "after" | "leaves" | "beforeLeaves"> {
  const { graph } = building;
  const tasks = levelTasks(building, top);
  const groups = [...childGroups(building, top)].filter(([, node]) => graph.groups.get(node.id)?.upGroups.size === 0);
  const sensors = [...building.sensors].map(([name, task]): [string, NodeRef] => [name, { t: "task", id: task.id }]);
  const nodes = new Map<string, NodeRef>([...tasks, ...groups, ...sensors]);
  const roots = setRootTasks(building, top, tasks, nodes);
  const heads = [...nodes.values()];

  const waits = external ? externalPairs(external, building.gusty) : { pairs: [], problems: [] };
  building.problems.push(...waits.problems);
  const rootSensors = new Map<string, { node: NodeRef; at: Span | null }>();
  for (const pair of waits.pairs) {
    const node = sensorFor(building, pair, null);
    if (node) rootSensors.set(node.id, { node, at: pair.at });
  }
  for (const [name, down] of nodes) {
    if (upstreamTasks(graph, down).size > 0) continue;
    for (const [sensor, { node, at }] of rootSensors) {
      if (name !== sensor) setUpstream(graph, { up: node, down, via: "external", from: at });
    }
  }
  for (const [sensor, { node }] of rootSensors) nodes.set(sensor, node);

  const up: NodeRef = { t: "task", id: "latest_only" };
  const sensorNodes = [...rootSensors.values()].map(({ node }) => node);
  const steps = { roots, heads, sensors: sensorNodes, latestOnly: latestOnly ? up : null };
  if (!latestOnly) return steps;
  addTask(graph, up.id, []);
  for (const down of nodes.values()) {
    if (upstreamTasks(graph, down).size === 0) setUpstream(graph, { up, down, via: "latest_only", from: null });
  }
  return steps;
}

function setRootTasks(
  building: Building,
  top: Structure,
  tasks: ReadonlyMap<string, NodeRef>,
  nodes: ReadonlyMap<string, NodeRef>,
): readonly NodeRef[] {
  const roots = listed(fieldOf(top.metadata, "root_tasks"));
  const rootTasks = [...tasks].filter(([name]) => roots.has(name));
  refuseUnknown(building, top, "root_tasks");
  for (const [name, node] of rootTasks) refuseEdges(building, name, node, "root_tasks", roots.at(name));
  const isRoot = new Set(rootTasks.map(([name]) => name));
  for (const [name, down] of nodes) {
    if (isRoot.has(name)) continue;
    if ([...upstreamTasks(building.graph, down)].some((id) => !id.startsWith("wait_for_"))) continue;
    for (const [root, up] of rootTasks) {
      setUpstream(building.graph, { up, down, via: "root", from: roots.at(root) });
    }
  }
  return rootTasks.map(([, node]) => node);
}

/** gusty asserts that root and leaf tasks have no edges of their own. */
function refuseEdges(
  building: Building,
  name: string,
  node: NodeRef,
  key: "root_tasks" | "leaf_tasks",
  at: Span | null,
): void {
  const others = [...upstreamTasks(building.graph, node), ...downstreamTasks(building.graph, node)];
  if (others.length === 0 || !at) return;
  building.problems.push({ kind: "root-or-leaf-edges", at, key, name, others });
}

/** Names of a list that are no task of the top level: gusty looks for each task in the list, so that these are never asked for. */
function refuseUnknown(building: Building, top: Structure, key: "root_tasks" | "leaf_tasks"): void {
  const value = fieldOf(top.metadata, key)?.value;
  const tasks = levelTasks(building, top);
  const items = value && (value.t === "list" || value.t === "tuple" || value.t === "set") ? value.v : [];
  for (const item of items) {
    if (item.t !== "str" || tasks.has(item.v)) continue;
    const at = item.span ?? value?.span ?? building.site.declared;
    building.problems.push({ kind: "unknown-root-or-leaf", at, key, name: item.v });
  }
}

/** The `latest_only` task itself. */
export const latestOnlyTask = (building: Building) => ({
  id: "latest_only",
  gustyId: "latest_only",
  group: null,
  kind: "latest_only" as const,
  operator: latestOnlyOperator(building.airflow),
  arguments: [],
  dropped: [],
  operatorKnown: true,
  spec: null,
  source: null,
  broken: false,
});
