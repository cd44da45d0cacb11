import type { Edge } from "../model/dag.ts";

/**
 * The rings in which tasks wait for each other: for every knot (strongly connected component) its shortest ring, in a
 * fixed order. Airflow refuses a DAG that has any (`airflow/utils/dag_cycle_tester.py`, `check_cycle`).
 */
export function findRings(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const out = new Map<string, Edge[]>();
  for (const edge of edges) {
    const list = out.get(edge.up);
    if (list) list.push(edge);
    else out.set(edge.up, [edge]);
  }
  return knotsOf(out).flatMap((knot) => {
    const ring = shortestRing(knot, out);
    return ring ? [ring] : [];
  });
}

/** Strongly connected components with a ring in them (Tarjan, without recursion). */
function knotsOf(out: ReadonlyMap<string, readonly Edge[]>): readonly ReadonlySet<string>[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const knots: Set<string>[] = [];
  for (const root of out.keys()) {
    if (order.has(root)) continue;
    const path: { node: string; next: number }[] = [{ node: root, next: 0 }];
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const { node } = frame;
      if (frame.next === 0) {
        order.set(node, order.size);
        low.set(node, order.get(node) ?? 0);
        stack.push(node);
        onStack.add(node);
      }
      const edge = out.get(node)?.[frame.next];
      frame.next += 1;
      if (edge) {
        if (!order.has(edge.down)) path.push({ node: edge.down, next: 0 });
        else if (onStack.has(edge.down)) lower(low, node, order.get(edge.down));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(low, above.node, low.get(node));
      if (low.get(node) !== order.get(node)) continue;
      const knot = new Set(stack.splice(stack.lastIndexOf(node)));
      for (const member of knot) onStack.delete(member);
      if (knot.size > 1 || out.get(node)?.some((own) => own.down === node)) knots.push(knot);
    }
  }
  return knots;
}

function lower(low: Map<string, number>, node: string, to: number | undefined): void {
  if (to !== undefined && to < (low.get(node) ?? Number.POSITIVE_INFINITY)) low.set(node, to);
}

/** The shortest ring of a knot; of several, the one that starts at the first edge in gusty's order. At most 200 starts are tried. */
function shortestRing(knot: ReadonlySet<string>, out: ReadonlyMap<string, readonly Edge[]>): readonly Edge[] | null {
  let best: readonly Edge[] | null = null;
  for (const start of [...knot].slice(0, 200)) {
    const ring = ringFrom(start, knot, out, best?.length ?? Number.POSITIVE_INFINITY);
    if (ring) best = ring;
  }
  return best;
}

/** The shortest ring through `start` that is shorter than `limit`, by breadth-first search. */
function ringFrom(
  start: string,
  knot: ReadonlySet<string>,
  out: ReadonlyMap<string, readonly Edge[]>,
  limit: number,
): readonly Edge[] | null {
  const came = new Map<string, Edge>();
  let front = [start];
  for (let length = 1; front.length > 0 && length < limit; length += 1) {
    const next: string[] = [];
    for (const node of front) {
      for (const edge of out.get(node) ?? []) {
        if (edge.down === start) return pathTo(node, start, came).concat(edge);
        if (!knot.has(edge.down) || came.has(edge.down)) continue;
        came.set(edge.down, edge);
        next.push(edge.down);
      }
    }
    front = next;
  }
  return null;
}

function pathTo(node: string, start: string, came: ReadonlyMap<string, Edge>): Edge[] {
  const path: Edge[] = [];
  for (let at = node; at !== start; ) {
    const edge = came.get(at);
    if (!edge) return path;
    path.unshift(edge);
    at = edge.up;
  }
  return path;
}
