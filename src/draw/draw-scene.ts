import type { Drawing, DrawOptions } from "./drawing.ts";
import { foldScene } from "./fold.ts";
import { legendOf } from "./legend.ts";
import { mermaidText } from "./mermaid-text.ts";
import type { Scene } from "./scene.ts";

/** Mermaid's `maxTextSize` and `maxEdges` as GitHub leaves them; beyond, it shows an error instead of the diagram. */
const MAX_BYTES = 50_000;
const MAX_EDGES = 500;
/** With so few nodes every diagram is within the limits. */
const MIN_NODES = 8;

/** A scene as text, folded until it is within `options.nodes` and within what Mermaid draws. */
export function drawScene(scene: Scene, options: DrawOptions): Drawing {
  for (let budget = Math.min(options.nodes, scene.nodes.length); ; ) {
    budget = Math.max(MIN_NODES, Math.floor(budget));
    const folded = foldScene(scene, budget);
    const mermaid = mermaidText(folded, options.direction);
    const room = Math.min(MAX_EDGES / folded.edges.length, MAX_BYTES / new TextEncoder().encode(mermaid).length);
    if (room < 1 && budget > MIN_NODES) {
      budget *= Math.min(0.75, Math.sqrt(room));
      continue;
    }
    const hidden = folded.nodes.reduce((sum, node) => sum + (node.count > 1 ? node.count : 0), 0);
    return { mermaid, legend: legendOf(folded), hidden };
  }
}
