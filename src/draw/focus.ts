import type { Scene } from "./scene.ts";

/** Keys of what a reader looks for: all that is added, removed or changed, the ends of new, removed and cyclic edges, and the neighbours of these. */
export function focusOf(scene: Scene): Set<string> {
  const centre = new Set(
    scene.nodes.filter(({ state }) => state !== "same" && state !== "affected").map(({ key }) => key),
  );
  for (const { up, down, state } of scene.edges) {
    if (state === "same" || state === "waits") continue;
    centre.add(up);
    centre.add(down);
  }
  const focus = new Set(centre);
  for (const { up, down } of scene.edges) {
    if (centre.has(up)) focus.add(down);
    if (centre.has(down)) focus.add(up);
  }
  return focus;
}

/** Everything that comes before one of `keys`. */
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
