import type { Path } from "./path.ts";
import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "notice";

/**
 * `fails`: gusty or Airflow raises. `dropped`: what is written has no effect. `hangs`: waits in vain.
 * `surprises`: works otherwise than it reads. `policy`: the project's own rule.
 */
export type Effect = "fails" | "dropped" | "hangs" | "surprises" | "policy";

/** Kebab case, as in `docs/rules/`. */
export type RuleName = string & { readonly __rule?: true };

/** New text for ranges of files, and new names of files. `safe`: may be applied without asking. */
export interface Fix {
  readonly description: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly at: Span; readonly text: string }[];
  /** Files that get another name; their edits are of the old one. */
  readonly renames?: readonly { readonly from: Path; readonly to: Path }[];
}

/** What a rule has to say of one place in one version. */
export interface Finding {
  readonly rule: RuleName;
  readonly effect: Effect;
  readonly severity: Severity;
  readonly at: Span;
  readonly subject: { readonly dag?: string; readonly task?: string; readonly group?: string; readonly key?: string };
  /** One line: what is wrong and what happens at run time. Plain text; names in backticks. */
  readonly message: string;
  /** What to do, in a sentence or a few lines; `null` where the message says it. Plain text; may hold YAML lines to paste, after a line that ends in a colon. */
  readonly advice: string | null;
  readonly related: readonly { readonly at: Span; readonly message: string }[];
  readonly fix: Fix | null;
  /**
   * Ids of the DAGs that Airflow would not load because of it, sorted; empty unless the effect is `fails`. What gusty
   * raises ends the import of the whole entry point, so all of its DAGs; what Airflow refuses later (a cycle) only the one.
   */
  readonly stops: readonly string[];
}

/** A finding that a person accepted for one pull request. It holds as long as the finding says the same (`digest`). */
export interface Acceptance {
  readonly fingerprint: string;
  /** Of what the finding says, by `findingDigest` in `src/check/judge.ts`. */
  readonly digest: string;
  /** The login of who accepted it. */
  readonly by: string;
  readonly reason: string;
}

/** A finding as the review sees it: judged against the base. */
export interface ReviewedFinding extends Finding {
  /** Survives moved lines: rule, subject and the how-manieth of that kind, hashed. */
  readonly fingerprint: string;
  /** `new`: not in the base. `existing`: in both. `fixed`: only in the base (spans are of the base). */
  readonly state: "new" | "existing" | "fixed";
  /** The baseline file accepts it, so that it never gates. */
  readonly baseline: boolean;
  /** Who accepted it for this pull request, so that it does not gate; `null`: nobody. */
  readonly accepted: Pick<Acceptance, "by" | "reason"> | null;
  readonly gates: boolean;
}
