import { visibleName } from "../../draw/label.ts";
import { type RingStep, ringScene, WHOLE_DAG } from "../../draw/ring-scene.ts";
import { visibleLine } from "../visible.ts";
import { leadsTo } from "./graph-data.ts";
import type { PageEdge, PageGraph, PageNode } from "./page-data.ts";

/** A ring of DAGs by task: the sensors and what they wait for, in a group for each DAG. */
export function ringGraph(steps: readonly RingStep[], dagIndex: ReadonlyMap<string, number>): PageGraph {
  const { nodes, groups, edges } = ringScene(steps);
  const [groupAt, nodeAt] = [indexes(groups.map(({ id }) => id)), indexes(nodes.map(({ key }) => key))];
  return {
    nodes: nodes.map(({ label, shape, state, group }): PageNode => {
      const task = label === WHOLE_DAG ? null : visibleLine(label);
      return {
        label: visibleName(label),
        note: null,
        state,
        shape,
        group: groupAt.get(group ?? "") ?? null,
        sides: "both",
        before: null,
        task: null,
        leads: leadsTo(dagIndex, group ?? "", task),
      };
    }),
    groups: groups.map(({ label }) => ({ label: visibleName(label), parent: null })),
    edges: edges.flatMap(({ up, down, state }): PageEdge[] => {
      const [from, to] = [nodeAt.get(up), nodeAt.get(down)];
      return from === undefined || to === undefined ? [] : [{ up: from, down: to, state, sides: "both" }];
    }),
  };
}

const indexes = (keys: readonly string[]): ReadonlyMap<string, number> => new Map(keys.map((key, at) => [key, at]));
