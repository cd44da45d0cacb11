import type { LegendEntry } from "./drawing.ts";
import type { Scene } from "./scene.ts";
import { NODE_STYLES } from "./styles.ts";

/** The looks that a scene uses, in a fixed order. */
export function legendOf({ nodes, edges, noun }: Scene): LegendEntry[] {
  const states = new Set(nodes.map(({ state }) => state));
  const shapes = new Set(nodes.map(({ shape }) => shape));
  const arrows = new Set(edges.map(({ state }) => state));
  const entry = (used: boolean, sign: string, meaning: string): LegendEntry[] => (used ? [{ sign, meaning }] : []);
  return [
    ...entry(states.has("added"), "+", NODE_STYLES.added.meaning),
    ...entry(states.has("removed"), "-", NODE_STYLES.removed.meaning),
    ...entry(states.has("changed"), "~", NODE_STYLES.changed.meaning),
    ...entry(states.has("affected"), "blue", NODE_STYLES.affected.meaning),
    ...entry(arrows.has("added"), "thick green arrow", "new dependency"),
    ...entry(arrows.has("removed"), "dotted red arrow", "removed dependency"),
    ...entry(arrows.has("ring"), "thick red arrow", "cycle"),
    ...entry(shapes.has("sensor"), "round", "waits for another DAG"),
    ...entry(
      shapes.has("outside"),
      "dotted",
      noun[0] === "DAG" ? "not in this project" : "another DAG that waits for this one",
    ),
    ...entry(shapes.has("fold"), "double frame", `several ${noun[1]}`),
  ];
}
