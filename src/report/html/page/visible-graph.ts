import type { EdgeState, NodeState } from "../../../draw/drawing.ts";
import type { PageEdge, PageGraph, PageNode, Sides } from "../page-data.ts";

export type Mode = "before" | "both" | "after";

/** What the reader has chosen to see of a graph. */
export interface View {
  readonly mode: Mode;
  readonly changedOnly: boolean;
  /** Indexes of groups that are shown as one box. */
  readonly collapsed: ReadonlySet<number>;
}

/** A box: a node of the graph, or a collapsed group that stands for `members`. */
export interface VisibleNode {
  readonly key: string;
  readonly label: string;
  readonly note: string | null;
  readonly state: NodeState;
  readonly shape: PageNode["shape"] | "group";
  /** The open group it stands in. */
  readonly group: number | null;
  /** Indexes of nodes. */
  readonly members: readonly number[];
  /** The group that it stands for; `null` for a node. */
  readonly opens: number | null;
}

export interface VisibleEdge {
  readonly up: string;
  readonly down: string;
  readonly state: EdgeState;
}

export interface VisibleGraph {
  readonly nodes: readonly VisibleNode[];
  /** Open groups that hold something, outer ones first. */
  readonly groups: readonly { readonly index: number; readonly label: string; readonly parent: number | null }[];
  readonly edges: readonly VisibleEdge[];
}

/** True for what a mode shows. */
export const isIn = (sides: Sides, mode: Mode): boolean =>
  mode === "both" || sides === "both" || sides === (mode === "before" ? "base" : "head");

/** True for what a change does itself, not for what comes after it. */
export const isChange = (state: NodeState): boolean => state !== "same" && state !== "affected";
const WEIGHT: readonly EdgeState[] = ["same", "waits", "removed", "added", "ring"];

/** The part of a graph that a view shows, with collapsed groups as one box and their arrows joined. */
export function visibleGraph(graph: PageGraph, view: View): VisibleGraph {
  const edges = graph.edges.filter(({ sides }) => isIn(sides, view.mode));
  const kept = keptNodes(graph, edges, view);
  const groupOf = (node: PageNode): number | null =>
    view.mode === "before" && node.before ? node.before.group : node.group;
  const boxes = new Map<string, number[]>();
  const boxOf = new Map<number, string>();
  graph.nodes.forEach((node, at) => {
    if (!kept.has(at)) return;
    const folded = outermost(graph, groupOf(node), view.collapsed);
    const key = folded === null ? `n${at}` : `g${folded}`;
    boxOf.set(at, key);
    const members = boxes.get(key);
    if (members) members.push(at);
    else boxes.set(key, [at]);
  });
  const nodes = [...boxes].map(([key, members]) => boxNode(graph, view, key, members, groupOf));
  return { nodes, groups: openGroups(graph, nodes), edges: joinedEdges(edges, boxOf) };
}

/** Indexes of the nodes to show: those of the version; with `changedOnly`, those that change and the ends of changed arrows. */
function keptNodes(graph: PageGraph, edges: readonly PageEdge[], view: View): Set<number> {
  const inMode = new Set([...graph.nodes.keys()].filter((at) => isIn(graph.nodes[at]?.sides ?? "both", view.mode)));
  if (!view.changedOnly) return inMode;
  const changed = new Set<number>();
  for (const at of inMode) if (isChange(graph.nodes[at]?.state ?? "same")) changed.add(at);
  for (const { up, down, state } of edges) {
    if (state === "same" || state === "waits") continue;
    if (inMode.has(up)) changed.add(up);
    if (inMode.has(down)) changed.add(down);
  }
  return changed;
}

/** The outermost collapsed group around a node, or `null`. */
function outermost(graph: PageGraph, group: number | null, collapsed: ReadonlySet<number>): number | null {
  let found: number | null = null;
  for (const at of ancestors(graph, group)) if (collapsed.has(at)) found = at;
  return found;
}

/** A group and the groups around it, inner ones first. */
export function ancestors(graph: PageGraph, group: number | null): number[] {
  const found: number[] = [];
  for (let at = group; at !== null && !found.includes(at); at = graph.groups[at]?.parent ?? null) found.push(at);
  return found;
}

function boxNode(
  graph: PageGraph,
  view: View,
  key: string,
  members: readonly number[],
  groupOf: (node: PageNode) => number | null,
): VisibleNode {
  const nodes = members.flatMap((at) => graph.nodes[at] ?? []);
  const [first] = nodes;
  if (key.startsWith("g")) {
    const index = Number(key.slice(1));
    const group = graph.groups[index];
    const states = nodes.map(({ state }) => state);
    const alike = states.every((state) => state === states[0]) ? states[0] : undefined;
    const mixed = states.some(isChange) ? "changed" : states.includes("affected") ? "affected" : "same";
    return {
      key,
      label: group?.label ?? "",
      note: members.length === 1 ? "1 task" : `${members.length} tasks`,
      state: alike ?? mixed,
      shape: "group",
      group: group?.parent ?? null,
      members,
      opens: index,
    };
  }
  const before = view.mode === "before" ? (first?.before ?? null) : null;
  return {
    key,
    label: before?.label ?? first?.label ?? "",
    note: view.mode === "both" ? (first?.note ?? null) : null,
    // What comes after a change is affected once the change is there.
    state: view.mode === "before" && first?.state === "affected" ? "same" : (first?.state ?? "same"),
    shape: first?.shape ?? "task",
    group: first ? groupOf(first) : null,
    members,
    opens: null,
  };
}

function openGroups(graph: PageGraph, nodes: readonly VisibleNode[]): VisibleGraph["groups"] {
  const open = new Set(nodes.flatMap(({ group }) => ancestors(graph, group).reverse()));
  return [...open].map((index) => ({
    index,
    label: graph.groups[index]?.label ?? "",
    parent: graph.groups[index]?.parent ?? null,
  }));
}

/** One arrow between two boxes, with the weightiest look of those that it stands for. */
function joinedEdges(edges: readonly PageEdge[], boxOf: ReadonlyMap<number, string>): VisibleEdge[] {
  const joined = new Map<string, VisibleEdge>();
  for (const edge of edges) {
    const [up, down] = [boxOf.get(edge.up), boxOf.get(edge.down)];
    if (up === undefined || down === undefined || up === down) continue;
    const key = `${up} ${down}`;
    const known = joined.get(key);
    if (!known || WEIGHT.indexOf(known.state) < WEIGHT.indexOf(edge.state)) {
      joined.set(key, { up, down, state: edge.state });
    }
  }
  return [...joined.values()];
}

/** With more boxes than this, groups in which nothing changes begin collapsed. */
const MANY = 120;

/** The groups that begin collapsed: none in a small graph; in a large one those without a change, or all where none has one. */
export function firstCollapsed(graph: PageGraph): ReadonlySet<number> {
  if (graph.nodes.length <= MANY) return new Set();
  const open = new Set<number>();
  for (const node of graph.nodes) {
    if (isChange(node.state)) for (const at of ancestors(graph, node.group)) open.add(at);
  }
  return new Set([...graph.groups.keys()].filter((at) => !open.has(at)));
}
