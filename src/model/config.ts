import type { CatalogueData } from "./catalogue.ts";
import type { RuleName, Severity } from "./finding.ts";
import type { Path } from "./path.ts";
import type { Policy } from "./policy.ts";
import type { Span } from "./span.ts";
import type { Field, Value } from "./value.ts";

/** A folder pattern that `windsock.yml` declares as DAGs, without an entry point. */
export interface DeclaredDags {
  /** A path pattern: `*` within one part, `**` over parts. Each folder that matches is a DAG. */
  readonly path: string;
  readonly at: Span;
  readonly arguments: readonly Field[];
}

/** An operator that makes dependencies of the names that a pattern finds in one of its arguments. */
export interface OperatorDependencies {
  /** The class as task files write it. */
  readonly class: string;
  readonly argument: string;
  /** A regular expression of RE2; its first group is the name, or all of it where it has none. */
  readonly pattern: string;
}

/** A finding that the baseline accepts; it is told again by one of the two (see `tellApart` in `src/check/judge.ts`). */
export interface AcceptedFinding {
  readonly fingerprint: string;
  readonly likeness: string;
  readonly rule: RuleName;
}

/** Severities for files that match a pattern; `*` stands for every rule. */
export interface PathRules {
  readonly match: string;
  readonly rules: ReadonlyMap<RuleName | "*", Severity | "off">;
}

/** What the configuration says of one Airflow that runs DAGs of the repository. */
export interface DeploymentConfig {
  /** AIRFLOW_HOME as a folder of the repository; `null`: found by discovery. */
  readonly root: Path | null;
  readonly airflow: string | null;
  /** A release, or `none` where only the generated Python is loaded. */
  readonly gusty: string | null;
  /** The one file that tells the versions, or `null`: all that may. */
  readonly versionsFrom: Path | null;
}

/** What `windsock.yml` says; every part has its default where the file is missing or silent. */
export interface Config extends DeploymentConfig {
  readonly file: Path | null;
  /** All deployments, where several are listed: each has a root of its own. Empty for one, which the keys above describe. */
  readonly deployments: readonly DeploymentConfig[];
  /** In the configuration of one of several deployments: the roots of the others, whose files are none of its own. */
  readonly elsewhere: readonly Path[];
  readonly exclude: readonly string[];
  readonly dags: readonly DeclaredDags[];
  /** `roots`: folders from which operators are imported, in Python's order; `null`: found by discovery. */
  readonly operators: {
    readonly roots: readonly Path[] | null;
    readonly dependencies: readonly OperatorDependencies[];
    /** Operators of private packages: the files that `catalogues` names, as they were read. */
    readonly catalogues: readonly { readonly file: Path; readonly data: CatalogueData }[];
  };
  /** What only Python knows, by the expression as the report prints it. */
  readonly values: ReadonlyMap<string, Value>;
  /** Patterns of DAG ids that live elsewhere. */
  readonly externalDags: readonly string[];
  /** `commit`: whether the generated files are kept in the repository: not looked at, held to what the sources give, or written by the Action. */
  readonly generated: { readonly directory: Path; readonly commit: "off" | "check" | "write" };
  readonly reportOnly: boolean;
  readonly rules: ReadonlyMap<RuleName, Severity | "off">;
  /** For single paths; the last one that matches a file and names the rule wins. */
  readonly paths: readonly PathRules[];
  /** Patterns of keys that are read elsewhere, so that nothing is said of them. */
  readonly allowKeys: readonly string[];
  /** The Airflow to get ready for, or `null`. */
  readonly upgrade: 3 | null;
  /** `catchup-backfill` is said from this many runs on. */
  readonly backfillAbove: number;
  /** The file of accepted findings, or `null`. */
  readonly baseline: Path | null;
  /** What that file accepts. */
  readonly accepted: readonly AcceptedFinding[];
  /** An inline ignore that a change adds may lift an error of effect `fails` too. */
  readonly ignoreFails: boolean;
  readonly policies: readonly Policy[];
  readonly gate: "new" | "touched" | "all";
  readonly comment: {
    readonly when: "changes" | "always" | "findings" | "never" | null;
    readonly nodes: number;
    readonly direction: "LR" | "TB";
  };
}
