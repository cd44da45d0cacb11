import { graphlib, layout } from "@dagrejs/dagre";
import { columnsOf } from "../../terminal-style.ts";
import type { VisibleEdge, VisibleGraph, VisibleNode } from "./visible-graph.ts";

/** A rectangle by its left upper corner, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands: nodes by key, groups by index, and for each edge the points of its line. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<number, Box>;
  readonly lines: readonly { readonly edge: VisibleEdge; readonly points: readonly Point[] }[];
}

export const CHARACTER = 7.3;
const LONGEST = 34;
const [PADDING, TITLE, GAP, RANK_GAP] = [14, 26, 16, 52] as const;
/** With more boxes in one group than this, the engine does without its costly search for the best order. */
const MANY = 250;

/** A label as it is drawn: a long one loses its middle. */
export function shownLabel(label: string): string {
  const characters = [...label];
  if (columnsOf(label) <= LONGEST) return label;
  const keep = LONGEST > characters.length ? Math.floor(characters.length / 2) : LONGEST;
  return `${characters.slice(0, keep - 13).join("")}…${characters.slice(-12).join("")}`;
}

function sizeOf({ label, note, shape }: VisibleNode): { width: number; height: number } {
  const columns = Math.max(columnsOf(shownLabel(label)) + 2, columnsOf(shownLabel(note ?? "")));
  return {
    width: Math.max(64, Math.round(columns * CHARACTER) + 24),
    height: note === null ? 32 : shape === "group" ? 46 : 44,
  };
}

interface Level {
  readonly width: number;
  readonly height: number;
  /** Relative to the level. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly points: ReadonlyMap<VisibleEdge, readonly Point[]>;
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
  return engine(sizes, pairs, own);
}

/** Lays out connected boxes by layers, and those without any arrow in rows below. */
function engine(
  sizes: ReadonlyMap<string, { width: number; height: number }>,
  pairs: ReadonlyMap<string, readonly [string, string]>,
  own: ReadonlyMap<VisibleEdge, string>,
): Level {
  const tied = new Set([...pairs.values()].flat());
  const boxes = new Map<string, Box>();
  const points = new Map<VisibleEdge, readonly Point[]>();
  let [width, height] = [0, 0];
  if (tied.size > 0) {
    const net = new graphlib.Graph();
    net.setGraph({ rankdir: "LR", nodesep: GAP, ranksep: RANK_GAP, edgesep: 10, ranker: "tight-tree" });
    for (const [key, size] of sizes) if (tied.has(key)) net.setNode(key, { ...size });
    for (const [up, down] of pairs.values()) net.setEdge(up, down, {});
    layout(net, { disableOptimalOrderHeuristic: tied.size > MANY });
    for (const key of tied) {
      const { x, y, width: w, height: h } = net.node(key) as Box;
      boxes.set(key, { x: x - w / 2, y: y - h / 2, width: w, height: h });
    }
    for (const [edge, key] of own) {
      const [up = "", down = ""] = pairs.get(key) ?? [];
      const line = net.edge(up, down) as { points: readonly Point[] };
      points.set(edge, fromSideToSide(line.points, boxes.get(up), boxes.get(down)));
    }
    for (const box of boxes.values()) {
      width = Math.max(width, box.x + box.width);
      height = Math.max(height, box.y + box.height);
    }
  }
  const free = [...sizes].filter(([key]) => !tied.has(key));
  const area = free.reduce((sum, [, size]) => sum + (size.width + GAP) * (size.height + GAP), 0);
  const room = Math.max(width, 1.6 * Math.sqrt(area));
  let [x, y, row] = [0, height === 0 ? 0 : height + GAP, 0];
  for (const [key, size] of free) {
    if (x > 0 && x + size.width > room) [x, y, row] = [0, y + row + GAP, 0];
    boxes.set(key, { x, y, ...size });
    x += size.width + GAP;
    row = Math.max(row, size.height);
    width = Math.max(width, x - GAP);
    height = Math.max(height, y + row);
  }
  return { width, height, boxes, points };
}

/** The line of the engine, but from the middle of a box's right side to the middle of the other's left side where it leads to the right. */
function fromSideToSide(points: readonly Point[], from: Box | undefined, to: Box | undefined): readonly Point[] {
  const [start, end] = ends(from, to);
  return start && end && start.x <= end.x ? [start, ...points.slice(1, -1), end] : points;
}

/** The line of an arrow between two groups. */
const straight = ({ up, down }: VisibleEdge, nodes: ReadonlyMap<string, Box>): Point[] =>
  ends(nodes.get(up), nodes.get(down));

function ends(from: Box | undefined, to: Box | undefined): Point[] {
  if (!from || !to) return [];
  return [
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
  ];
}
