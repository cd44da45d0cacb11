import type { EdgeState, NodeState } from "./drawing.ts";

/** One box. */
export interface SceneNode {
  /** Unique in its scene; never drawn. */
  readonly key: string;
  readonly label: string;
  /** A second line, smaller in meaning: `was load_returns`. */
  readonly note: string | null;
  readonly state: NodeState;
  readonly shape: "task" | "sensor" | "outside" | "fold";
  /** Id of the group it stands in. */
  readonly group: string | null;
  /** How many tasks (or DAGs) it stands for. */
  readonly count: number;
}

export interface SceneGroup {
  readonly id: string;
  readonly label: string;
  readonly parent: string | null;
}

/** An arrow between two nodes, by key. */
export interface SceneEdge {
  readonly up: string;
  readonly down: string;
  readonly state: EdgeState;
}

/** What a diagram shows, before it becomes text: the order of everything is the order in the text. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly groups: readonly SceneGroup[];
  readonly edges: readonly SceneEdge[];
  /** What a folded node counts: `["task", "tasks"]`. */
  readonly noun: readonly [one: string, many: string];
}
