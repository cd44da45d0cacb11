import { changeScene } from "../../draw/change-scene.ts";
import { pairKey, taskNode } from "../../draw/dag-scene.ts";
import { visibleName } from "../../draw/label.ts";
import type { RingStep } from "../../draw/ring-scene.ts";
import type { DagChange } from "../../model/change.ts";
import type { Dag } from "../../model/dag.ts";
import type { PageEdge, PageGraph, PageNode, PageTask, Sides } from "./page-data.ts";

const sidesOf = (base: boolean, head: boolean): Sides => (base === head ? "both" : base ? "base" : "head");

/** The graph of one DAG in both versions. `taskOf` tells of a task by its ids in base and head. */
export function dagGraph(
  change: DagChange,
  dagIndex: ReadonlyMap<string, number>,
  taskOf: (base: string, head: string) => PageTask,
): PageGraph {
  const scene = changeScene(change);
  const groups = new Map(scene.groups.map((group, at) => [group.id, at]));
  const groupIndex = (id: string | null): number | null => (id === null ? null : (groups.get(id) ?? null));
  const origins = new Map(change.tasks.renamed.map(({ from, to }) => [to, from]));
  const baseGroups = new Map((change.base?.groups ?? []).map((group) => [group.id, group]));
  const before = new Map((change.base?.tasks ?? []).map((task) => [task.id, task]));
  const after = new Set((change.head?.tasks ?? []).map(({ id }) => id));
  const nodes = scene.nodes.map((node): PageNode => {
    const outside = node.shape === "outside";
    const origin = origins.get(node.key) ?? node.key;
    const old = before.get(origin);
    const oldNode = old && taskNode(old, baseGroups, "same", null);
    const sides = outside ? "both" : sidesOf(old !== undefined, after.has(node.key));
    const differs = oldNode && (oldNode.label !== node.label || oldNode.group !== node.group);
    return {
      label: visibleName(node.label),
      note: node.note === null ? null : visibleName(node.note),
      state: node.state,
      shape: node.shape,
      group: groupIndex(node.group),
      sides,
      before:
        sides === "both" && differs ? { label: visibleName(oldNode.label), group: groupIndex(oldNode.group) } : null,
      task: outside ? null : taskOf(origin, node.key),
      leads: outside ? leadsTo(dagIndex, node.label) : null,
    };
  });
  const index = new Map(scene.nodes.map(({ key }, at) => [key, at]));
  const versions = { base: pairsOf(change.base, renames(change)), head: pairsOf(change.head, new Map()) };
  return {
    nodes,
    groups: scene.groups.map(({ label, parent }) => ({ label: visibleName(label), parent: groupIndex(parent) })),
    edges: scene.edges.flatMap(({ up, down, state }): PageEdge[] => {
      const [from, to] = [index.get(up), index.get(down)];
      if (from === undefined || to === undefined) return [];
      const key = pairKey(up, down);
      const known = state === "waits" || state === "removed";
      const sides = known
        ? state === "removed"
          ? "base"
          : "both"
        : sidesOf(versions.base.has(key), versions.head.has(key));
      return [{ up: from, down: to, state, sides }];
    }),
  };
}

const renames = (change: DagChange): ReadonlyMap<string, string> =>
  new Map(change.tasks.renamed.map(({ from, to }) => [from, to]));

const pairsOf = (dag: Dag | null, names: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set((dag?.edges ?? []).map(({ up, down }) => pairKey(names.get(up) ?? up, names.get(down) ?? down)));

/** Where a node leads: to a DAG of the page, or to one of its tasks. */
export const leadsTo = (
  dagIndex: ReadonlyMap<string, number>,
  dag: string,
  task: string | null = null,
): PageNode["leads"] => {
  const index = dagIndex.get(dag);
  return index === undefined ? null : { dag: index, task };
};

/**
 * The graph between DAGs, in both versions: an arrow to each DAG that waits. DAGs that are waited for and lie elsewhere are
 * outside. The arrows of `rings` stand out.
 */
export function betweenGraph(changes: readonly DagChange[], rings: readonly (readonly RingStep[])[]): PageGraph {
  const nodes: PageNode[] = changes.map(
    ({ id, kind, base, head }, dag): PageNode => ({
      label: visibleName(id),
      note: kind === "renamed" && base ? visibleName(`was ${base.id}`) : null,
      state: kind === "unchanged" ? "same" : kind === "renamed" ? "changed" : kind,
      shape: "task",
      group: null,
      sides: sidesOf(base !== null, head !== null),
      before: null,
      task: null,
      leads: { dag, task: null },
    }),
  );
  const index = new Map<string, number>();
  for (const side of ["base", "head"] as const) {
    changes.forEach((change, at) => {
      const id = change[side]?.id;
      if (id !== undefined) index.set(id, at);
    });
  }
  const outside = new Set(
    changes.flatMap(({ base, head }) => [base, head].flatMap((dag) => dag?.externals.map((one) => one.dag) ?? [])),
  );
  for (const id of [...outside].filter((one) => !index.has(one)).sort()) {
    index.set(id, nodes.length);
    const label = visibleName(id);
    const rest = { note: null, group: null, before: null, task: null, leads: null };
    nodes.push({ label, state: "same", shape: "outside", sides: "both", ...rest });
  }
  const red = new Set(rings.flat().map(({ dag, awaits }) => `${index.get(awaits.dag)} ${index.get(dag)}`));
  const edges = new Map<string, PageEdge>();
  for (const [down, { base, head }] of changes.entries()) {
    const [old, now] = [base, head].map((dag) => new Set(dag?.externals.map((one) => index.get(one.dag) ?? -1)));
    for (const up of new Set([...(old ?? []), ...(now ?? [])])) {
      const sides = sidesOf(old?.has(up) ?? false, now?.has(up) ?? false);
      const both = base !== null && head !== null;
      const plain = sides === "base" ? "removed" : sides === "head" && both ? "added" : "same";
      const key = `${up} ${down}`;
      const state = sides !== "base" && red.has(key) ? "ring" : plain;
      if (up >= 0) edges.set(key, { up, down, state, sides });
    }
  }
  return { nodes, groups: [], edges: [...edges.values()] };
}
