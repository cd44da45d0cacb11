import type { Box, Point } from "./geometry.ts";
import type { VisibleEdge } from "./visible-graph.ts";

interface Placed {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly points: ReadonlyMap<VisibleEdge, readonly Point[]>;
}

/** Boxes whose middles lie above each other. */
interface Column {
  readonly keys: string[];
  left: number;
  right: number;
}

/** The room that a reader has, in pixels. */
const ROOM = { width: 1230, height: 590 };
/** Between two rows: arrows from one to the next pass here. */
const ROW_GAP = 64;
/** At this scale and above names can be read, and nothing is wrapped. */
const READABLE = 0.5;
/** Rows are worth it where everything becomes so many times larger. */
const WORTH = 1.5;

/**
 * Breaks a long line of layers into rows, as words of a text, where that lets the reader see all of it larger. Layers stay
 * whole and in their order. Arrows inside a row keep their points, those to another row lose them.
 */
export function wrapRows(placed: Placed): Placed {
  const columns = columnsOf(placed.boxes);
  const [width, height] = extent(placed.boxes);
  const scaleOf = (rows: number): number =>
    Math.min(ROOM.width / (width / rows), ROOM.height / (rows * (height + ROW_GAP) - ROW_GAP));
  let rows = 1;
  while (rows < columns.length && scaleOf(rows + 1) > scaleOf(rows)) rows += 1;
  if (scaleOf(1) >= READABLE || scaleOf(rows) < WORTH * scaleOf(1)) return placed;
  const rowOf = new Map<string, number>();
  const boxes = new Map<string, Box>();
  const shifts: Point[] = [];
  let top = 0;
  for (const row of inRows(columns, width / rows)) {
    const own = row.flatMap(({ keys }) => keys.flatMap((key) => pair(key, placed.boxes.get(key))));
    const above = Math.min(...own.map(([, box]) => box.y));
    const shift = { x: -Math.min(...row.map(({ left }) => left)), y: top - above };
    for (const [key, box] of own) {
      rowOf.set(key, shifts.length);
      boxes.set(key, { ...box, x: box.x + shift.x, y: box.y + shift.y });
    }
    shifts.push(shift);
    top += Math.max(...own.map(([, box]) => box.y + box.height)) - above + ROW_GAP;
  }
  const points = new Map<VisibleEdge, readonly Point[]>();
  for (const [edge, line] of placed.points) {
    const row = rowOf.get(edge.up);
    const shift = row === undefined || row !== rowOf.get(edge.down) ? undefined : shifts[row];
    if (shift)
      points.set(
        edge,
        line.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })),
      );
  }
  return { boxes, points };
}

const pair = (key: string, box: Box | undefined): (readonly [string, Box])[] => (box ? [[key, box]] : []);

function extent(boxes: ReadonlyMap<string, Box>): readonly [width: number, height: number] {
  let [width, height] = [1, 1];
  for (const box of boxes.values()) {
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
  }
  return [width, height];
}

/** The layers from left to right. Boxes that overlap from side to side are of one. */
function columnsOf(boxes: ReadonlyMap<string, Box>): Column[] {
  const columns: Column[] = [];
  for (const [key, box] of [...boxes].sort(([, a], [, b]) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && box.x < last.right) {
      last.keys.push(key);
      last.right = Math.max(last.right, box.x + box.width);
    } else columns.push({ keys: [key], left: box.x, right: box.x + box.width });
  }
  return columns;
}

/** Columns in rows of about `width`. */
function inRows(columns: readonly Column[], width: number): Column[][] {
  const rows: Column[][] = [];
  for (const column of columns) {
    const row = rows.at(-1);
    const start = row?.[0]?.left ?? 0;
    if (row && column.right - start <= width * 1.1) row.push(column);
    else rows.push([column]);
  }
  return rows;
}
