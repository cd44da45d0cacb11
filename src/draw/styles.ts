import type { EdgeState, LegendEntry, NodeState } from "./drawing.ts";

interface NodeStyle {
  /** Before the name, so that colour is never the only sign. */
  readonly sign: string;
  readonly meaning: string;
  /** Readable in GitHub's light and dark theme: strong strokes, and fills that let the page's own colour through. */
  readonly css: string;
}

export const NODE_STYLES: Readonly<Record<Exclude<NodeState, "same">, NodeStyle>> = {
  added: { sign: "+", meaning: "added", css: "fill:#2da44e33,stroke:#2da44e,stroke-width:2px" },
  removed: {
    sign: "-",
    meaning: "removed",
    css: "fill:#cf222e22,stroke:#e5534b,stroke-width:2px,stroke-dasharray:5 4",
  },
  changed: { sign: "~", meaning: "changed", css: "fill:#d4a72c33,stroke:#bf8700,stroke-width:2px" },
  affected: { sign: "", meaning: "comes after a change", css: "stroke:#8250df,stroke-width:1.5px" },
};

export const EDGE_STYLES: Readonly<
  Record<EdgeState, { readonly arrow: string; readonly css: string | null; readonly legend: LegendEntry | null }>
> = {
  same: { arrow: "-->", css: null, legend: null },
  added: { arrow: "==>", css: "stroke:#2da44e,stroke-width:3px", legend: null },
  removed: { arrow: "-.->", css: "stroke:#e5534b,stroke-width:2px", legend: null },
  waits: { arrow: "-.->", css: null, legend: null },
  ring: {
    arrow: "==>",
    css: "stroke:#cf222e,stroke-width:4px",
    legend: { sign: "thick red arrow", meaning: "part of the cycle" },
  },
};

export const OUTSIDE_CSS = "fill:#88888818,stroke:#888888,stroke-dasharray:2 3";
export const FOLD_CSS = "fill:#88888818,stroke:#888888";
