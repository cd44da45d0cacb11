import { nearest as nearestName } from "../../config/nearest.ts";
import type { Dag, External } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
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
    "gusty makes an ExternalTaskSensor for each external dependency and checks nothing. A sensor whose DAG or task does not exist waits until its `timeout` and then fails, once: sensor timeouts are not retried. Where the DAG is one of this project that is an error. A DAG that is not found here may be written elsewhere, so that is a warning; `external-dags:` in `windsock.yml` names those.",
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
  const targets = project.dags.filter((candidate) => candidate.id === external.dag);
  const target = targets[0];
  const first = external.uses[0];
  const at = first?.at ?? dag.site.declared;
  const related = external.uses
    .slice(1)
    .flatMap((use) => (use.at ? [{ at: use.at, message: "waits for it too" }] : []));
  const subject = { dag: dag.id, task: external.sensor };
  if (!target) {
    if (project.config.externalDags.some((pattern) => matchesPattern(external.dag, pattern))) return [];
    const gone = other?.dags.some((candidate) => candidate.id === external.dag) ?? false;
    const nearest = nearestName(
      external.dag,
      project.dags.map((candidate) => candidate.id),
    );
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
  if (taskId === null || targets.some((candidate) => candidate.tasks.some((task) => task.id === taskId))) return [];
  const byGustyId = target.tasks.find((task) => task.gustyId === taskId);
  const nearest =
    byGustyId?.id ??
    nearestName(
      taskId,
      target.tasks.filter((task) => task.kind === "spec").map((task) => task.id),
    );
  const was =
    other?.dags.find((candidate) => candidate.id === external.dag)?.tasks.some((task) => task.id === taskId) ?? false;
  const certain = target.outcome !== "undecided";
  return [
    findingOf(unknownExternal, {
      at,
      severity: certain ? "error" : "warning",
      message: `\`${external.sensor}\` waits for the task \`${taskId}\` of the DAG \`${external.dag}\`, ${was ? "which this change removes or renames" : "which has no such task"}: the sensor ${vain}.`,
      advice: nearest ? `Did you mean \`${nearest}\`?` : null,
      related,
      subject,
      fix:
        nearest && first?.at
          ? { description: `Replace \`${taskId}\` by \`${nearest}\``, safe: false, edits: [{ at, text: nearest }] }
          : null,
    }),
  ];
}
