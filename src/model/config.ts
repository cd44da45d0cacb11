import type { RuleName, Severity } from "./finding.ts";
import type { Path } from "./path.ts";
import type { Span } from "./span.ts";
import type { Field } from "./value.ts";

/** A folder pattern that `windsock.yml` declares as DAGs, without an entry point. */
export interface DeclaredDags {
  /** A path pattern: `*` within one part, `**` over parts. Each folder that matches is a DAG. */
  readonly path: string;
  readonly at: Span;
  readonly arguments: readonly Field[];
}

/** What `windsock.yml` says; every part has its default where the file is missing or silent. */
export interface Config {
  readonly file: Path | null;
  /** AIRFLOW_HOME as a folder of the repository; `null`: found by discovery. */
  readonly root: Path | null;
  readonly airflow: string | null;
  readonly gusty: string | null;
  readonly exclude: readonly string[];
  readonly dags: readonly DeclaredDags[];
  /** Patterns of DAG ids that live elsewhere. */
  readonly externalDags: readonly string[];
  readonly generated: { readonly directory: Path };
  readonly reportOnly: boolean;
  readonly rules: ReadonlyMap<RuleName, Severity | "off">;
  readonly gate: "new" | "touched" | "all";
  readonly comment: {
    readonly when: "changes" | "always" | "findings" | "never" | null;
    readonly nodes: number;
    readonly direction: "LR" | "TB";
  };
}
