import type { EdgeState, NodeState } from "./drawing.ts";

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
  affected: { sign: "", meaning: "comes after a change", css: "fill:#218bff1a,stroke:#218bff,stroke-width:2px" },
};

/** `css` is `null` where an arrow keeps the theme's look. */
export const EDGE_STYLES: Readonly<Record<EdgeState, { readonly arrow: string; readonly css: string | null }>> = {
  same: { arrow: "-->", css: null },
  added: { arrow: "==>", css: "stroke:#2da44e,stroke-width:3px" },
  removed: { arrow: "-.->", css: "stroke:#e5534b,stroke-width:2px" },
  waits: { arrow: "-.->", css: null },
  ring: { arrow: "==>", css: "stroke:#cf222e,stroke-width:4px" },
};

export const OUTSIDE_CSS = "fill:#88888818,stroke:#888888,stroke-dasharray:2 3";
export const FOLD_CSS = "fill:#88888818,stroke:#888888";
export const GROUP_CSS = "fill:#88888814,stroke:#88888880";
