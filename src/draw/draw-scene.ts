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
  for (let budget = Math.max(MIN_NODES, options.nodes); ; budget = Math.max(MIN_NODES, Math.floor(budget * 0.75))) {
    const folded = foldScene(scene, budget);
    const mermaid = mermaidText(folded, options.direction);
    const fits = folded.edges.length <= MAX_EDGES && Buffer.byteLength(mermaid) <= MAX_BYTES;
    if (!fits && budget > MIN_NODES) continue;
    const hidden = folded.nodes.reduce((sum, node) => sum + (node.count > 1 ? node.count : 0), 0);
    return { mermaid, legend: legendOf(folded), hidden };
  }
}
