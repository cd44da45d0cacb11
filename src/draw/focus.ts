import type { Scene } from "./scene.ts";

/** Keys of what a reader looks for: all that is added, removed or changed, and the ends of new, removed and cyclic edges. */
export function focusOf(scene: Scene): Set<string> {
  const focus = new Set(
    scene.nodes.filter(({ state }) => state !== "same" && state !== "affected").map(({ key }) => key),
  );
  for (const { up, down, state } of scene.edges) {
    if (state === "same" || state === "waits") continue;
    focus.add(up);
    focus.add(down);
  }
  return focus;
}

/** Keys with an arrow from or to one of `keys`, themselves included. */
export function withNeighbours(scene: Scene, keys: ReadonlySet<string>): Set<string> {
  const near = new Set(keys);
  for (const { up, down } of scene.edges) {
    if (keys.has(up)) near.add(down);
    if (keys.has(down)) near.add(up);
  }
  return near;
}

/** Keys of everything that comes before one of `keys`, at any distance. */
export function ancestorsOf(scene: Scene, keys: ReadonlySet<string>): Set<string> {
  const ups = new Map<string, string[]>();
  for (const { up, down } of scene.edges) {
    const found = ups.get(down);
    if (found) found.push(up);
    else ups.set(down, [up]);
  }
  const reached = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const up of ups.get(key) ?? []) {
      if (reached.has(up)) continue;
      reached.add(up);
      waiting.push(up);
    }
  }
  return reached;
}
