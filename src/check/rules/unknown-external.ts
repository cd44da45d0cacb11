import { nearest as nearestName } from "../../config/nearest.ts";
import type { Dag, External } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import { hasTarget, targetsOf } from "../external-targets.ts";
import { findingOf } from "../findings.ts";
import { lostTarget } from "../lost-target.ts";
import { matchesPattern } from "../match-pattern.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { waitingSensor, waitsInVain } from "../sensor-wait.ts";
import { isOpen } from "../sites-open.ts";

export const unknownExternal: Rule = {
  name: "unknown-external",
  severity: "error",
  effect: "hangs",
  summary: "an external dependency on a DAG or task that does not exist",
  explains:
    "gusty makes an ExternalTaskSensor for each external dependency and checks nothing. A sensor whose DAG or task does not exist waits until its `timeout` and then fails, once: sensor timeouts are not retried. Where the DAG is one of this project that is an error, be it made by gusty or by a plain Python file of the DAGs folder (read for its ids, as far as they are written out). A DAG that is not found here may be written elsewhere, so that is a warning; `external-dags:` in `windsock.yml` names those.",
  source: "gusty/external_sensor.py, create_external_sensor; airflow/sensors/external_task.py, ExternalTaskSensor",
  wrong: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bakes\n",
    },
  },
  right: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake\n",
    },
  },
  check: (context) =>
    context.project.dags.flatMap((dag) => dag.externals.flatMap((external) => checkExternal(context, dag, external))),
};

function checkExternal({ project, other }: RuleContext, dag: Dag, external: External): readonly Finding[] {
  const sensor = waitingSensor(dag, external.sensor);
  if (!sensor || lostTarget(dag, external, other, project)) return [];
  const vain = waitsInVain(sensor);
  const targets = targetsOf(project, external.dag);
  const target = targets.gusty[0];
  const first = external.uses[0];
  const at = first?.at ?? dag.site.declared;
  const related = external.uses
    .slice(1)
    .flatMap((use) => (use.at ? [{ at: use.at, message: "waits for it too" }] : []));
  const subject = { dag: dag.id, task: external.sensor };
  if (hasTarget(targets, null) === false) {
    if (project.config.externalDags.some((pattern) => matchesPattern(external.dag, pattern))) return [];
    const gone = other !== null && hasTarget(targetsOf(other, external.dag), null) === true;
    const nearest = nearestName(external.dag, [
      ...project.dags.map((candidate) => candidate.id),
      ...project.discovery.plainDags.map((candidate) => candidate.id),
    ]);
    const known = gone ? "this change removes the DAG" : "no DAG of this project has that id";
    return [
      findingOf(unknownExternal, {
        at,
        severity: gone && !isOpen(project) ? "error" : "warning",
        message: `\`${external.sensor}\` waits for the DAG \`${external.dag}\`, but ${known}: if nobody else makes it, the sensor ${vain}.`,
        advice: nearest
          ? `Did you mean \`${nearest}\`?`
          : `If the DAG lives elsewhere, add it to \`external-dags:\` in \`windsock.yml\`.`,
        related,
        subject,
      }),
    ];
  }
  const taskId = external.task;
  if (taskId === null || hasTarget(targets, taskId) !== false) return [];
  const byGustyId = target?.tasks.find((task) => task.gustyId === taskId);
  const tasks = [
    ...(target?.tasks ?? []).filter((task) => task.kind === "spec").map((task) => task.id),
    ...targets.plain.flatMap((dag) => dag.tasks),
  ];
  const nearest = byGustyId?.id ?? nearestName(taskId, tasks);
  const was = other !== null && hasTarget(targetsOf(other, external.dag), taskId) === true;
  const certain = targets.gusty.every(({ outcome }) => outcome !== "undecided");
  return [
    findingOf(unknownExternal, {
      at,
      severity: certain ? "error" : "warning",
      message: `\`${external.sensor}\` waits for the task \`${taskId}\` of the DAG \`${external.dag}\`, ${was ? "which this change removes or renames" : "which has no such task"}: the sensor ${vain}.`,
      advice: nearest ? `Did you mean \`${nearest}\`?` : whichTasks(external.dag, tasks),
      related: [
        ...related,
        ...targets.plain.map(({ at: made }) => ({ at: made, message: `this makes \`${external.dag}\`` })),
      ],
      subject,
      fix:
        nearest && first?.at
          ? { description: `Replace \`${taskId}\` by \`${nearest}\``, safe: false, edits: [{ at, text: nearest }] }
          : null,
    }),
  ];
}

/** What could be waited for instead. */
function whichTasks(dag: string, tasks: readonly string[]): string {
  if (tasks.length === 0) return `\`${dag}\` has no tasks: wait for \`all\` of it, or take the dependency out.`;
  const more = tasks.length > MOST_NAMED ? ` and ${tasks.length - MOST_NAMED} more` : "";
  const named = tasks.slice(0, MOST_NAMED).map((task) => `\`${task}\``);
  return `Tasks of \`${dag}\`: ${named.join(", ")}${more}; \`all\` waits for the whole DAG.`;
}

const MOST_NAMED = 5;
