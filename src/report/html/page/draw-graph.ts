import type { NodeState } from "../../../draw/drawing.ts";
import { s } from "./dom.ts";
import type { Box, Point } from "./geometry.ts";
import { type Placed, shownLabel } from "./layout.ts";
import type { VisibleGraph, VisibleNode } from "./visible-graph.ts";

/** What stands before a name, so that colour is never the only sign; the same as in the comment's diagrams. */
export const SIGNS: Readonly<Record<NodeState, string>> = {
  added: "+ ",
  removed: "− ",
  changed: "~ ",
  affected: "",
  same: "",
};

/** What each look means. */
export const MEANINGS: Readonly<Record<NodeState, string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  affected: "comes after a change",
  same: "unchanged",
};

/** The drawn parts of a graph. */
export interface Drawn {
  readonly viewport: SVGGElement;
  readonly nodes: ReadonlyMap<string, SVGGElement>;
  readonly edges: readonly SVGPathElement[];
  /** What collapses an open group, by its index. */
  readonly titles: ReadonlyMap<number, SVGGElement>;
}

/** Draws a placed graph: groups, then lines, then boxes. */
export function drawGraph(graph: VisibleGraph, placed: Placed): Drawn {
  const titles = new Map<number, SVGGElement>();
  const groups = graph.groups.flatMap(({ index, label }) => {
    const box = placed.groups.get(index);
    if (!box) return [];
    const title = groupTitle(label, box);
    titles.set(index, title);
    return [s("rect", { class: "frame", x: box.x, y: box.y, width: box.width, height: box.height, rx: 8 }), title];
  });
  const edges = placed.lines.map(({ edge, points }) => {
    const backward = (points.at(-1)?.x ?? 0) < (points[0]?.x ?? 0);
    return s("path", {
      class: `edge ${edge.state}${backward ? " backward" : ""}`,
      d: curve(points),
      "marker-end": `url(#arrow-${edge.state})`,
      "data-up": edge.up,
      "data-down": edge.down,
    });
  });
  const degrees = degreesOf(graph);
  const nodes = new Map<string, SVGGElement>();
  for (const node of graph.nodes) {
    const box = placed.nodes.get(node.key);
    if (box) nodes.set(node.key, nodeBox(node, box, degrees.get(node.key) ?? [0, 0]));
  }
  const viewport = s(
    "g",
    { class: "viewport" },
    ...groups,
    s("g", { "aria-hidden": "true" }, ...edges),
    ...nodes.values(),
  );
  return { viewport, nodes, edges, titles };
}

function degreesOf(graph: VisibleGraph): Map<string, [up: number, down: number]> {
  const degrees = new Map<string, [number, number]>(graph.nodes.map(({ key }) => [key, [0, 0]]));
  for (const { up, down } of graph.edges) {
    const [from, to] = [degrees.get(up), degrees.get(down)];
    if (from) from[1]++;
    if (to) to[0]++;
  }
  return degrees;
}

function groupTitle(label: string, box: Box): SVGGElement {
  const shown = `▾ ${shownLabel(label)}`;
  return s(
    "g",
    {
      class: "title",
      role: "button",
      tabindex: "-1",
      "aria-expanded": "true",
      "aria-label": `Group ${label}: collapse`,
    },
    s("rect", { x: box.x + 4, y: box.y + 4, width: Math.max(24, box.width - 8), height: 22, rx: 5 }),
    s("text", { x: box.x + 12, y: box.y + 19 }, shown),
  );
}

function nodeBox(node: VisibleNode, box: Box, [up, down]: readonly [number, number]): SVGGElement {
  const kind =
    node.shape === "group" ? "Group" : node.shape === "sensor" ? "Sensor" : node.shape === "outside" ? "DAG" : "";
  const facts = [
    // What is seen comes first and as it is seen, so that speech control finds it.
    [kind, shownLabel(node.label), shownLabel(node.note ?? "")].filter((word) => word !== "").join(" "),
    shownLabel(node.label) === node.label ? "" : node.label,
    node.state === "same" ? "" : MEANINGS[node.state],
    `${up} before, ${down} after`,
    node.opens === null ? "" : "collapsed",
  ].filter((fact) => fact !== "");
  // Places of their own, since a thousand transforms would make every movement slow.
  const [x, y] = [Math.round(box.x), Math.round(box.y)];
  const lines = [
    s(
      "text",
      { x: x + 12, y: y + (node.note === null ? 20 : 18) },
      `${node.opens === null ? "" : "▸ "}${SIGNS[node.state]}${shownLabel(node.label)}`,
    ),
    ...(node.note === null ? [] : [" ", s("text", { class: "note", x: x + 12, y: y + 34 }, shownLabel(node.note))]),
  ];
  return s(
    "g",
    {
      class: `node ${node.state} ${node.shape === "group" ? "folded" : node.shape}`,
      role: "button",
      tabindex: "-1",
      "aria-label": facts.join(", "),
      "aria-expanded": node.opens === null ? null : "false",
      "data-key": node.key,
    },
    s("title", {}, node.label),
    s("rect", { x, y, width: box.width, height: box.height, rx: node.shape === "sensor" ? box.height / 2 : 6 }),
    ...lines,
  );
}

/** A smooth line through the middles of its points. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return "";
  if (rest.length === 1) {
    const reach = Math.max(24, Math.min(160, Math.abs(last.x - first.x) / 2));
    return `M${xy(first)}C${xy({ x: first.x + reach, y: first.y })} ${xy({ x: last.x - reach, y: last.y })} ${xy(last)}`;
  }
  let path = `M${xy(first)}`;
  rest.slice(0, -1).forEach((point, at) => {
    const next = rest[at + 1] ?? last;
    const end = at === rest.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    path += `Q${xy(point)} ${xy(end)}`;
  });
  return path;
}

const xy = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;

/** The arrow heads, one for each look of a line. */
export const arrowHeads = (): SVGDefsElement =>
  s(
    "defs",
    {},
    ...["same", "added", "removed", "waits", "ring"].map((state) =>
      s(
        "marker",
        {
          id: `arrow-${state}`,
          class: `arrow ${state}`,
          viewBox: "0 0 8 8",
          refX: 7,
          refY: 4,
          markerWidth: 8,
          markerHeight: 8,
          markerUnits: "userSpaceOnUse",
          orient: "auto",
        },
        s("path", { d: "M0,0L8,4L0,8z" }),
      ),
    ),
  );
