import { select } from "d3-selection";
import { type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { PageGraph } from "../page-data.ts";
import { byId, s } from "./dom.ts";
import { arrowHeads, type Drawn, drawGraph } from "./draw-graph.ts";
import { type Placed, placeGraph } from "./layout.ts";
import { isChange, type View, type VisibleGraph, visibleGraph } from "./visible-graph.ts";

/** What happens in the graph. */
export interface GraphEvents {
  /** A node was chosen, by its index. */
  choose(node: number): void;
  /** A group is to be opened or closed. */
  toggle(group: number): void;
}

/** The graph on the stage. */
export interface GraphView {
  /** Draws a graph; `keep` leaves the picture where it is. */
  show(graph: PageGraph, view: View, label: string, keep: boolean): VisibleGraph;
  /** Marks a node as chosen, and brings it into sight. With `focus` the keyboard goes there. */
  mark(node: number | null, focus: boolean): void;
  fit(): void;
  zoomBy(factor: number): void;
  /** Shows all of the graph at whatever size paper gives it, until it is called with `false`. */
  print(on: boolean): void;
}

/** Below this scale names cannot be read, and are not drawn. */
const FAR = 0.4;
/** The smallest and the largest scale that one can zoom to. */
const SCALES = [0.02, 2.5] as const;
/** A small graph is drawn no larger than this. */
const LARGEST = 1.1;
/** The least height of the stage, in pixels. */
const LEAST_HEIGHT = 260;

/** Makes the stage: an SVG with pan, zoom and keyboard. */
export function createGraphView(events: GraphEvents): GraphView {
  const place = byId("graph", HTMLElement);
  const svg = s("svg", { role: "group", class: "graph" });
  place.append(svg);
  let drawn: Drawn | null = null;
  let placed: Placed | null = null;
  let visible: VisibleGraph | null = null;
  let active: string | null = null;

  /** Leaves out the names of boxes that are out of sight: the browser measures every name anew at each step of a zoom. */
  const hideNames = ({ x, y, k }: { x: number; y: number; k: number }): void => {
    if (k < FAR) return;
    const { clientWidth, clientHeight } = place;
    for (const [key, element] of drawn?.nodes ?? []) {
      const box = placed?.nodes.get(key);
      if (!box) continue;
      const [left, top] = [box.x * k + x, box.y * k + y];
      const seen = left < clientWidth && top < clientHeight && left + box.width * k > 0 && top + box.height * k > 0;
      element.classList.toggle("off", !seen);
    }
  };

  const behavior: ZoomBehavior<SVGSVGElement, unknown> = zoom<SVGSVGElement, unknown>()
    .scaleExtent([...SCALES])
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || svg.contains(document.activeElement);
      return !(event instanceof MouseEvent && event.button !== 0);
    })
    .on("zoom", (event: { transform: { x: number; y: number; k: number } }) => {
      const { x, y, k } = event.transform;
      drawn?.viewport.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
      svg.classList.toggle("far", k < FAR);
      hideNames(event.transform);
    });
  const selection = select<SVGSVGElement, unknown>(svg).call(behavior).on("dblclick.zoom", null);

  const center = (key: string, scale: number): void => {
    const box = placed?.nodes.get(key);
    if (!box) return;
    const { width, height } = svg.getBoundingClientRect();
    const x = width / 2 - (box.x + box.width / 2) * scale;
    const y = height / 2 - (box.y + box.height / 2) * scale;
    behavior.transform(selection, zoomIdentity.translate(x, y).scale(scale));
  };

  const fit = (): void => {
    if (!placed) return;
    const { width, height } = svg.getBoundingClientRect();
    const scale = Math.max(SCALES[0], Math.min(LARGEST, width / placed.width, height / placed.height));
    const move = { x: (width - placed.width * scale) / 2, y: (height - placed.height * scale) / 2 };
    behavior.transform(selection, zoomIdentity.translate(move.x, move.y).scale(scale));
  };

  /** The picture at first: all of it, or where it would be too small to read, the first change in it. */
  const begin = (): void => {
    if (!placed) return;
    const { width, height } = svg.getBoundingClientRect();
    const first = visible?.nodes.find(({ state }) => isChange(state)) ?? visible?.nodes[0];
    if (Math.min(width / placed.width, height / placed.height) >= FAR || !first) fit();
    else center(first.key, 0.9);
  };

  /** Makes the stage no higher than a small graph needs. */
  const size = (): void => {
    if (!placed) return;
    const scale = Math.min(LARGEST, place.clientWidth / placed.width);
    const wanted = scale < FAR ? Number.POSITIVE_INFINITY : placed.height * scale + 40;
    place.style.height = `${Math.max(LEAST_HEIGHT, Math.min(wanted, window.innerHeight * 0.66))}px`;
  };

  /** Makes one node the only stop of the tab key. */
  const rove = (key: string): SVGGElement | null => {
    if (active !== null) drawn?.nodes.get(active)?.setAttribute("tabindex", "-1");
    active = key;
    const element = drawn?.nodes.get(key) ?? null;
    element?.setAttribute("tabindex", "0");
    return element;
  };

  const bringIntoSight = (key: string): void => {
    const box = placed?.nodes.get(key);
    if (!box) return;
    const at = zoomTransform(svg);
    const { width, height } = svg.getBoundingClientRect();
    const [left, top] = [at.applyX(box.x), at.applyY(box.y)];
    const inside = left >= 0 && top >= 0 && left + box.width * at.k <= width && top + box.height * at.k <= height;
    if (inside && at.k >= FAR) return;
    center(key, Math.max(at.k, 0.8));
  };

  const act = (key: string): void => {
    const node = visible?.nodes.find((one) => one.key === key);
    const [member] = node?.members ?? [];
    if (!node || member === undefined) return;
    if (node.opens !== null) events.toggle(node.opens);
    else events.choose(member);
  };

  const keyOf = (target: EventTarget | null): string | null =>
    target instanceof Element ? (target.closest("[data-key]")?.getAttribute("data-key") ?? null) : null;

  const focus = (key: string): void => {
    bringIntoSight(key);
    rove(key)?.focus({ preventScroll: true });
  };

  svg.addEventListener("click", (event) => {
    const key = keyOf(event.target);
    if (key === null) return;
    rove(key);
    act(key);
  });
  svg.addEventListener("keydown", (event) => {
    const key = keyOf(event.target);
    if (key === null || !visible || !placed || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(visible, placed, key, event.key);
    if (next !== null) focus(next);
    else if (event.key === "Enter" || event.key === " ") act(key);
    else if (event.key === "+" || event.key === "=") behavior.scaleBy(selection, 1.3);
    else if (event.key === "-") behavior.scaleBy(selection, 1 / 1.3);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });

  return {
    fit,
    zoomBy: (factor) => behavior.scaleBy(selection, factor),
    print(on) {
      if (!placed || !drawn) return;
      if (on) {
        svg.setAttribute("viewBox", `0 0 ${placed.width} ${placed.height}`);
        drawn.viewport.removeAttribute("transform");
      } else {
        svg.removeAttribute("viewBox");
        behavior.transform(selection, zoomTransform(svg));
      }
    },
    show(graph, view, label, keep) {
      visible = visibleGraph(graph, view);
      placed = placeGraph(visible);
      drawn = drawGraph(visible, placed);
      for (const [index, title] of drawn.titles) {
        title.setAttribute("tabindex", "0");
        title.addEventListener("click", () => events.toggle(index));
        title.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          events.toggle(index);
        });
      }
      svg.replaceChildren(arrowHeads(), drawn.viewport);
      svg.setAttribute("aria-label", label);
      const first = visible.nodes[0];
      active = null;
      if (first) rove(first.key);
      if (!keep) size();
      if (keep) behavior.transform(selection, zoomTransform(svg));
      else begin();
      return visible;
    },
    mark(node, withFocus) {
      const chosen = node === null ? null : (visible?.nodes.find(({ members }) => members.includes(node))?.key ?? null);
      for (const [key, element] of drawn?.nodes ?? []) {
        element.classList.toggle("chosen", key === chosen);
        if (key === chosen) element.setAttribute("aria-current", "true");
        else element.removeAttribute("aria-current");
      }
      for (const edge of drawn?.edges ?? []) {
        const near = chosen !== null && (edge.dataset.up === chosen || edge.dataset.down === chosen);
        edge.classList.toggle("near", near);
      }
      if (chosen === null) return;
      if (withFocus) focus(chosen);
      else {
        rove(chosen);
        bringIntoSight(chosen);
      }
    },
  };
}

/** The box that an arrow key leads to: along the dependencies, or to the next one above or below. */
function neighbour(graph: VisibleGraph, placed: Placed, key: string, pressed: string): string | null {
  const here = placed.nodes.get(key);
  if (!here) return null;
  const nearest = (keys: readonly string[]): string | null => {
    const distance = (other: string): number => {
      const box = placed.nodes.get(other);
      return box ? Math.hypot((box.x - here.x) / 4, box.y - here.y) : Number.POSITIVE_INFINITY;
    };
    return keys.reduce<string | null>(
      (best, one) => (best === null || distance(one) < distance(best) ? one : best),
      null,
    );
  };
  if (pressed === "ArrowRight") return nearest(graph.edges.flatMap(({ up, down }) => (up === key ? [down] : [])));
  if (pressed === "ArrowLeft") return nearest(graph.edges.flatMap(({ up, down }) => (down === key ? [up] : [])));
  if (pressed !== "ArrowDown" && pressed !== "ArrowUp") return null;
  const above = pressed === "ArrowUp";
  const beside = [...placed.nodes].filter(([other, box]) => other !== key && (above ? box.y < here.y : box.y > here.y));
  return nearest(beside.map(([other]) => other));
}
