/** What a diagram says of a node beside its name: its look and, for the first three, a sign before its name. */
export type NodeState = "added" | "removed" | "changed" | "affected" | "same";

/** What a diagram says of an arrow. `waits`: another DAG waits for this one. `ring`: part of a cycle. */
export type EdgeState = "added" | "removed" | "same" | "waits" | "ring";

/** One line of the legend: a look that this diagram uses. `sign` is what one sees, `meaning` what it says. */
export interface LegendEntry {
  readonly sign: string;
  readonly meaning: string;
}

/** A diagram as Mermaid text that GitHub draws: below 50,000 bytes and 501 edges, whatever it is made from. */
export interface Drawing {
  /** Without the code fence; ends in a newline. */
  readonly mermaid: string;
  /** Only what the diagram uses, in a fixed order. */
  readonly legend: readonly LegendEntry[];
  /** How many tasks (of a graph of DAGs: DAGs) stand folded with others in one node. */
  readonly hidden: number;
}

export interface DrawOptions {
  /** How many nodes the diagram may have; below 8 counts as 8. */
  readonly nodes: number;
  readonly direction: "LR" | "TB";
}
