import type { Dag, NodeRef } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import type { Span } from "../../model/span.ts";
import { dependencyExample } from "../dependency-example.ts";
import { externalFix } from "../external-fix.ts";
import { findingOf, problemsOf, subjectOf } from "../findings.ts";
import type { Rule } from "../rule.ts";
import { whyUnknown } from "../why-unknown.ts";

export const unknownDependency: Rule = {
  name: "unknown-dependency",
  severity: "error",
  effect: "dropped",
  summary: "a name under `dependencies` that is no task and no task group in reach",
  explains:
    "gusty keeps only the names it knows and drops the rest without a word: the task starts before what it waits for. A task may name every task of its DAG by gusty's id, and task groups that are folders right inside its own; a group may name tasks and groups of its parent folder. Tasks of other DAGs belong under `external_dependencies`.",
  source: "gusty/building.py, GustyBuilder.create_task_dependencies, create_level_dependencies",
  wrong: dependencyExample("dependencies:\n  - kneed\n"),
  right: dependencyExample("dependencies:\n  - knead\n"),
  check: ({ project, other }) =>
    problemsOf(project, "unknown-dependency").flatMap(({ problem, dag }) => {
      if (!dag) return [];
      const { because, advice, instead, external } = whyUnknown(problem.name, problem.of, dag, project, other);
      const reason = because ? ` (${because})` : "";
      return [
        findingOf(unknownDependency, {
          at: problem.at,
          message: `\`${problem.name}\` is no task or task group in reach${reason}: gusty drops it, and ${startsEarly(problem.of)}.`,
          advice,
          subject: { ...subjectOf(dag, problem.of), key: problem.name },
          fix: external
            ? externalFix(project.texts.get(problem.at.file) ?? "", problem.at, external.dag, external.task)
            : fixOf(problem.at, problem.name, instead, dag, problem.of),
        }),
      ];
    }),
};

const startsEarly = (of: NodeRef): string =>
  of.t === "task"
    ? `\`${of.id}\` starts without waiting for it`
    : `the task group \`${of.id}\` starts without waiting for it`;

function fixOf(at: Span, name: string, instead: string | null, dag: Dag, of: NodeRef): Finding["fix"] {
  if (instead === null) return null;
  const waitsAlready = dag.edges.some((edge) => edge.up === of.id && edge.down === instead);
  return {
    description: `Replace \`${name}\` by \`${instead}\``,
    safe: !waitsAlready && /^[A-Za-z_][A-Za-z0-9_]*$/.test(instead),
    edits: [{ at, text: instead }],
  };
}
