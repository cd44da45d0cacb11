import { columnsOf } from "../../terminal-style.ts";
import { type Box, ends, type Point } from "./geometry.ts";
import { type Level, placeBoxes } from "./place-boxes.ts";
import type { VisibleEdge, VisibleGraph, VisibleNode } from "./visible-graph.ts";

/** Where everything stands: nodes by key, groups by index, and for each edge the points of its line. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<number, Box>;
  readonly lines: readonly { readonly edge: VisibleEdge; readonly points: readonly Point[] }[];
}

/** The width of one column of text, in pixels. */
const CHARACTER = 7.3;
const LONGEST = 34;
/** How far an arrow that leads back goes on before it turns. */
const BEND = 12;
const [PADDING, TITLE] = [14, 26] as const;

/** A label as it is drawn: a long one loses its middle. */
export function shownLabel(label: string): string {
  const characters = [...label];
  if (columnsOf(label) <= LONGEST) return label;
  const keep = LONGEST > characters.length ? Math.floor(characters.length / 2) : LONGEST;
  return `${characters.slice(0, keep - 13).join("")}…${characters.slice(-12).join("")}`;
}

function sizeOf({ label, note, shape }: VisibleNode): { width: number; height: number } {
  const columns = Math.max(
    columnsOf(shownLabel(label)) + (shape === "group" ? 4 : 2),
    columnsOf(shownLabel(note ?? "")),
  );
  return {
    width: Math.max(64, Math.round(columns * CHARACTER) + 24),
    height: note === null ? 32 : shape === "group" ? 46 : 44,
  };
}

/**
 * Places a graph from left to right: each group by itself, then as one box in the group around it, so that a thousand
 * tasks take no longer than their groups. The same graph is always placed alike.
 */
export function placeGraph(graph: VisibleGraph): Placed {
  const nodes = new Map<string, Box>();
  const groups = new Map<number, Box>();
  const points = new Map<VisibleEdge, readonly Point[]>();
  const levels = new Map<number | null, Level>();
  const order = [...graph.groups].reverse();
  const pathOf = pathFinder(graph);
  for (const group of [...order.map(({ index }) => index), null]) {
    levels.set(group, placeLevel(graph, group, levels, pathOf));
  }
  const settle = (group: number | null, at: Point): void => {
    const level = levels.get(group);
    for (const [key, box] of level?.boxes ?? []) {
      const moved = { ...box, x: box.x + at.x, y: box.y + at.y };
      const inner = key.startsWith("open") ? Number(key.slice(4)) : null;
      if (inner === null) nodes.set(key, moved);
      else {
        groups.set(inner, moved);
        settle(inner, { x: moved.x + PADDING, y: moved.y + TITLE + PADDING / 2 });
      }
    }
    for (const [edge, line] of level?.points ?? []) {
      points.set(
        edge,
        line.map(({ x, y }) => ({ x: x + at.x, y: y + at.y })),
      );
    }
  };
  settle(null, { x: PADDING, y: PADDING });
  const top = levels.get(null);
  return {
    width: (top?.width ?? 0) + 2 * PADDING,
    height: (top?.height ?? 0) + 2 * PADDING,
    nodes,
    groups,
    lines: graph.edges.map((edge) => ({ edge, points: points.get(edge) ?? straight(edge, nodes) })),
  };
}

/** For a node's key, what stands for it at each level from the top: the open groups around it, then itself. */
function pathFinder(graph: VisibleGraph): (key: string) => ReadonlyMap<number | null, string> {
  const parents = new Map(graph.groups.map(({ index, parent }) => [index, parent]));
  const paths = new Map<string, ReadonlyMap<number | null, string>>();
  for (const node of graph.nodes) {
    const path = new Map<number | null, string>([[node.group, node.key]]);
    for (let at = node.group; at !== null && path.size <= parents.size + 1; at = parents.get(at) ?? null) {
      path.set(parents.get(at) ?? null, `open${at}`);
    }
    paths.set(node.key, path);
  }
  return (key) => paths.get(key) ?? new Map();
}

function placeLevel(
  graph: VisibleGraph,
  group: number | null,
  inner: ReadonlyMap<number | null, Level>,
  pathOf: (key: string) => ReadonlyMap<number | null, string>,
): Level {
  const sizes = new Map<string, { width: number; height: number }>();
  for (const node of graph.nodes) if (node.group === group) sizes.set(node.key, sizeOf(node));
  for (const { index, label, parent } of graph.groups) {
    const level = inner.get(index);
    if (parent !== group || !level) continue;
    const title = columnsOf(shownLabel(label)) * CHARACTER + 40;
    sizes.set(`open${index}`, {
      width: Math.max(level.width, title) + 2 * PADDING,
      height: level.height + TITLE + 1.5 * PADDING,
    });
  }
  const pairs = new Map<string, readonly [string, string]>();
  const own = new Map<VisibleEdge, string>();
  for (const edge of graph.edges) {
    const [up, down] = [pathOf(edge.up).get(group), pathOf(edge.down).get(group)];
    if (up === undefined || down === undefined || up === down) continue;
    const key = `${up} ${down}`;
    pairs.set(key, [up, down]);
    if (up === edge.up && down === edge.down) own.set(edge, key);
  }
  return placeBoxes(sizes, pairs, own);
}

/** The line of an arrow that no level has a line for; one that leads back to the left passes between the rows. */
function straight({ up, down }: VisibleEdge, nodes: ReadonlyMap<string, Box>): Point[] {
  const [from, to] = [nodes.get(up), nodes.get(down)];
  const [start, end] = ends(from, to);
  if (!from || !to || !start || !end) return [];
  const below = to.y > from.y + from.height;
  if (start.x <= end.x || !(below || to.y + to.height < from.y)) return [start, end];
  const between = below ? (from.y + from.height + to.y) / 2 : (to.y + to.height + from.y) / 2;
  const [right, left] = [start.x + BEND, end.x - BEND];
  return [
    start,
    { x: right, y: start.y },
    { x: right, y: between },
    { x: left, y: between },
    { x: left, y: end.y },
    end,
  ];
}
