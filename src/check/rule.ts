import type { Effect, Finding, RuleName, Severity } from "../model/finding.ts";
import type { Project } from "../model/project.ts";
import type { AirflowMajor } from "../model/version.ts";

/** A small project that a rule's page shows, by path; it is a test too. */
export interface Example {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The file that the page shows. */
  readonly shows: string;
  /** What the change differs in from the version before it, `null` for a file that was not there: for rules about changes. */
  readonly before?: Readonly<Record<string, string | null>>;
  /** The Airflow on which it holds, where not on both. */
  readonly airflow?: AirflowMajor;
}

/** What a rule may look at: the version it judges, and the other version where there is one. */
export interface RuleContext {
  readonly project: Project;
  readonly other: Project | null;
}

/** One check: what its page says, and how it finds. */
export interface Rule {
  readonly name: RuleName;
  readonly severity: Severity;
  readonly effect: Effect;
  /** One line, for lists. */
  readonly summary: string;
  /** What gusty or Airflow does, and why it matters: Markdown, for the rule's page. */
  readonly explains: string;
  /** Where that can be read: a file and function of gusty or Airflow. */
  readonly source: string;
  readonly wrong: Example;
  readonly right: Example;
  check(context: RuleContext): readonly Finding[];
}
