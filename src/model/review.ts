import type { DagChange } from "./change.ts";
import type { ReviewedFinding, Severity } from "./finding.ts";
import type { Path } from "./path.ts";
import type { Project } from "./project.ts";
import type { Span } from "./span.ts";

/** A generated line's origin: lines are 1-based, in the generated file. */
export interface SourceLine {
  readonly line: number;
  readonly endLine: number;
  readonly source: Span;
}

/** One generated Python file. */
export interface GeneratedFile {
  readonly dag: string;
  /** From the repository's root. */
  readonly path: Path;
  readonly text: string;
  readonly lines: readonly SourceLine[];
}

/** One DAG's generated Python in both versions; `null`: not there, or not decided (`why`). */
export interface GeneratedPair {
  readonly dag: string;
  readonly base: GeneratedFile | null;
  readonly head: GeneratedFile | null;
  readonly why: string | null;
}

/** All that a review knows. Every report is made from this alone. */
export interface Review {
  readonly tool: { readonly name: "windsock"; readonly version: string };
  /** `null` where one version alone is looked at (`check`): then every DAG is `unchanged` and every finding is `new`. */
  readonly base: Project | null;
  readonly head: Project;
  /** Every DAG of either version, by id. */
  readonly changes: readonly DagChange[];
  /** In report order: those that gate first, then by severity, file and place. */
  readonly findings: readonly ReviewedFinding[];
  readonly generated: readonly GeneratedPair[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly conclusion: "success" | "failure";
}
