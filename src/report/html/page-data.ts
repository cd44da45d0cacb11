import type { EdgeState, NodeState } from "../../draw/drawing.ts";
import type { SceneNode } from "../../draw/scene.ts";
import type { DagChangeKind } from "../../model/change.ts";
import type { Rich } from "../rich.ts";

/** In which versions something is. */
export type Sides = "both" | "base" | "head";

/** What the page's script reads: JSON, with secrets hidden and unseen characters shown. Indexes point into its lists. */
export interface PageData {
  /** False where one version alone is looked at. */
  readonly compared: boolean;
  readonly dags: readonly PageDag[];
  /** The graph between DAGs. */
  readonly between: PageGraph;
  /** Rings of DAGs that wait for each other, by task. */
  readonly rings: readonly PageRing[];
  readonly files: readonly PageFile[];
  /** Texts of files, each once. */
  readonly texts: readonly string[];
}

export interface PageDag {
  readonly id: string;
  readonly kind: DagChangeKind;
  readonly words: readonly Rich[];
  readonly graph: PageGraph;
  readonly code: PageCode | null;
  /** Why there is no code, or none of one version. */
  readonly why: string | null;
}

export interface PageRing {
  /** The DAGs, as in the list of graphs. */
  readonly title: string;
  /** What the finding says. */
  readonly words: Rich;
  readonly graph: PageGraph;
}

export interface PageGraph {
  readonly nodes: readonly PageNode[];
  readonly groups: readonly { readonly label: string; readonly parent: number | null }[];
  readonly edges: readonly PageEdge[];
}

export interface PageNode {
  readonly label: string;
  /** A second line: `was load_returns`. */
  readonly note: string | null;
  readonly state: NodeState;
  readonly shape: SceneNode["shape"];
  readonly group: number | null;
  readonly sides: Sides;
  /** What differs in base, for the picture before the change. */
  readonly before: { readonly label: string; readonly group: number | null } | null;
  /** The task it is; `null` for what leads elsewhere. */
  readonly task: PageTask | null;
  /** Where it leads: the DAG that it stands for, or the task of another graph that it is; `null` for a task of this one. */
  readonly leads: { readonly dag: number; readonly task: string | null } | null;
}

export interface PageTask {
  readonly id: string;
  readonly operator: string | null;
  readonly words: readonly Rich[];
  /** Findings about it, as `[severity, message]`. */
  readonly findings: readonly (readonly [severity: string, message: Rich])[];
  readonly base: PagePlace | null;
  readonly head: PagePlace | null;
}

/** Where something is written in one version, and which lines of the generated Python it makes. */
export interface PagePlace {
  readonly file: number;
  readonly line: number;
  readonly python: readonly [line: number, endLine: number] | null;
}

export interface PageEdge {
  readonly up: number;
  readonly down: number;
  readonly state: EdgeState;
  readonly sides: Sides;
}

/** The generated Python of a DAG: its file, and which of its lines come from which lines of which source. */
export interface PageCode {
  readonly python: number;
  readonly base: readonly PageLine[];
  readonly head: readonly PageLine[];
  /** The file to show beside it where no task is chosen: METADATA, else the entry point. */
  readonly source: number | null;
}

/** Lines of the generated Python (1-based, `endLine` inclusive), and the lines of the source that they come from. */
export type PageLine = readonly [line: number, endLine: number, file: number, from: number, to: number];

export interface PageFile {
  readonly path: string;
  /** Indexes into `texts`. */
  readonly base: number | null;
  readonly head: number | null;
  /** Lines of base that are gone, and lines of head that are new. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
}
