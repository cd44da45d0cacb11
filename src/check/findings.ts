import type { Dag, NodeRef } from "../model/dag.ts";
import type { Finding } from "../model/finding.ts";
import type { Problem, ProblemKind } from "../model/problem.ts";
import type { Project } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import { dagsOfEntryPoint } from "./consequence.ts";
import type { Rule } from "./rule.ts";

type ProblemOf<K extends ProblemKind> = Extract<Problem, { kind: K }>;

/** Every problem of one kind in a project, with the DAG it belongs to (`null` for the project itself). */
export function problemsOf<K extends ProblemKind>(
  project: Project,
  kind: K,
): readonly { readonly problem: ProblemOf<K>; readonly dag: Dag | null }[] {
  const isKind = (problem: Problem): problem is ProblemOf<K> => problem.kind === kind;
  return [
    ...project.problems.filter(isKind).map((problem) => ({ problem, dag: null })),
    ...project.dags.flatMap((dag) => dag.problems.filter(isKind).map((problem) => ({ problem, dag }))),
  ];
}

/** The parts of a finding that a rule says in its own words; the rest follows from the rule. */
export type FindingParts = Pick<Finding, "at" | "message"> &
  Partial<Pick<Finding, "severity" | "effect" | "subject" | "advice" | "related" | "fix" | "stops">>;

/** A finding of `rule` with its default severity and effect. */
export function findingOf(rule: Pick<Rule, "name" | "severity" | "effect">, parts: FindingParts): Finding {
  return {
    rule: rule.name,
    effect: rule.effect,
    severity: rule.severity,
    subject: {},
    advice: null,
    related: [],
    fix: null,
    stops: [],
    ...parts,
  };
}

/** The subject and the consequence of a problem that makes gusty raise. */
export function failsWith(project: Project, dag: Dag | null, at: Span): Pick<Finding, "subject" | "stops"> {
  if (!dag) return { subject: {}, stops: [] };
  const task = dag.tasks.find(
    (candidate) => candidate.spec?.file === at.file || (candidate.broken && candidate.source?.file === at.file),
  );
  const subject = task ? { dag: dag.id, task: task.id } : { dag: dag.id };
  return { subject, stops: dagsOfEntryPoint(project, dag) };
}

/** The subject of a task or a group of a DAG. */
export const subjectOf = (dag: Dag, node: NodeRef): Finding["subject"] =>
  node.t === "task" ? { dag: dag.id, task: node.id } : { dag: dag.id, group: node.id };

/** A list of names for a sentence: `a`, `b` and `c`. */
export function inWords(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop();
  if (last === undefined) return "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

/** A detail as the end of a sentence that began before: no full stop, and no capital but of a name. */
export function clause(detail: string): string {
  const text = detail.replace(/[.\s]+$/, "");
  return /^[A-Z][a-z]/.test(text) && !/^(Airflow|Python|Jinja|Windsock)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
