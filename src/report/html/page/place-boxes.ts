import { graphlib, layout } from "@dagrejs/dagre";
import { ranksOf } from "../../../draw/ranks.ts";
import { type Box, ends, GAP, type Point } from "./geometry.ts";
import type { VisibleEdge } from "./visible-graph.ts";
import { wrapRows } from "./wrap-rows.ts";

/** The boxes of one level, placed from 0, 0. */
export interface Level {
  readonly width: number;
  readonly height: number;
  /** Relative to the level. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly points: ReadonlyMap<VisibleEdge, readonly Point[]>;
}

type Size = Pick<Box, "width" | "height">;
type Pairs = ReadonlyMap<string, readonly [up: string, down: string]>;
type Placed = Pick<Level, "boxes" | "points">;

/** Between layers, in pixels. */
const RANK_GAP = 52;
/** With more boxes than this the engine does without its costly search for the best order. */
const MANY = 250;
/** Above these the engine would take seconds, and its recursion all of the stack. */
const MOST = { boxes: 1500, arrows: 4000 };

/**
 * Places the boxes of one level: connected ones in layers from left to right, wrapped where that is long, the others in rows
 * below. `own` are the
 * arrows that begin and end at this level, with the key of their pair.
 */
export function placeBoxes(
  sizes: ReadonlyMap<string, Size>,
  pairs: Pairs,
  own: ReadonlyMap<VisibleEdge, string>,
): Level {
  const named = new Set([...pairs.values()].flat());
  const tied = new Map([...sizes].filter(([key]) => named.has(key)));
  const { boxes: layered, points } = wrapRows(inLayers(tied, pairs, own));
  const boxes = new Map(layered);
  let [width, height] = [0, 0];
  for (const box of boxes.values()) {
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
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

function inLayers(sizes: ReadonlyMap<string, Size>, pairs: Pairs, own: ReadonlyMap<VisibleEdge, string>): Placed {
  if (sizes.size === 0) return { boxes: new Map(), points: new Map() };
  if (sizes.size > MOST.boxes || pairs.size > MOST.arrows) return inColumns(sizes, pairs);
  try {
    return byEngine(sizes, pairs, own);
  } catch {
    // A graph that the engine fails at is still to be seen.
    return inColumns(sizes, pairs);
  }
}

function byEngine(sizes: ReadonlyMap<string, Size>, pairs: Pairs, own: ReadonlyMap<VisibleEdge, string>): Placed {
  const net = new graphlib.Graph();
  net.setGraph({ rankdir: "LR", nodesep: GAP, ranksep: RANK_GAP, edgesep: 10, ranker: "tight-tree" });
  for (const [key, size] of sizes) net.setNode(key, { ...size });
  for (const [up, down] of pairs.values()) net.setEdge(up, down, {});
  layout(net, { disableOptimalOrderHeuristic: sizes.size > MANY });
  const boxes = new Map<string, Box>();
  const points = new Map<VisibleEdge, readonly Point[]>();
  for (const key of sizes.keys()) {
    const { x, y, width, height } = net.node(key) as Box;
    boxes.set(key, { x: x - width / 2, y: y - height / 2, width, height });
  }
  for (const [edge, key] of own) {
    const [up = "", down = ""] = pairs.get(key) ?? [];
    const line = net.edge(up, down) as { points: readonly Point[] };
    points.set(edge, fromSideToSide(line.points, boxes.get(up), boxes.get(down)));
  }
  return { boxes, points };
}

/** One column a layer, each box below the one before. */
function inColumns(sizes: ReadonlyMap<string, Size>, pairs: Pairs): Placed {
  const edges = [...pairs.values()].map(([up, down]) => ({ up, down }));
  const columns: { keys: string[]; width: number }[] = [];
  for (const [key, rank] of ranksOf(sizes.keys(), edges)) {
    for (let at = columns.length; at < rank; at++) columns.push({ keys: [], width: 0 });
    const column = columns[rank - 1];
    if (!column) continue;
    column.keys.push(key);
    column.width = Math.max(column.width, sizes.get(key)?.width ?? 0);
  }
  const boxes = new Map<string, Box>();
  let x = 0;
  for (const { keys, width } of columns) {
    let y = 0;
    for (const key of keys) {
      const size = sizes.get(key);
      if (!size) continue;
      boxes.set(key, { x, y, ...size });
      y += size.height + GAP;
    }
    x += width === 0 ? 0 : width + RANK_GAP;
  }
  return { boxes, points: new Map() };
}

/** The line of the engine, but from side to side where it leads to the right. */
function fromSideToSide(points: readonly Point[], from: Box | undefined, to: Box | undefined): readonly Point[] {
  const [start, end] = ends(from, to);
  return start && end && start.x <= end.x ? [start, ...points.slice(1, -1), end] : points;
}
