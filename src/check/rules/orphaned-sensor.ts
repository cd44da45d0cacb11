import type { Dag } from "../../model/dag.ts";
import { findingOf } from "../findings.ts";
import { type LostTarget, lostTarget } from "../lost-target.ts";
import { matchesPattern } from "../match-pattern.ts";
import type { Rule } from "../rule.ts";
import { waitingSensor, waitsInVain } from "../sensor-wait.ts";
import { isOpen } from "../sites-open.ts";

export const orphanedSensor: Rule = {
  name: "orphaned-sensor",
  severity: "error",
  effect: "hangs",
  summary: "this change removes or renames a task or DAG that another DAG waits for",
  explains:
    "The sensor of an external dependency asks for a DAG and a task by their ids, and nobody checks that they exist. When the target is removed or renamed, DAGs that this change does not touch wait in vain: for `timeout` seconds (gusty's default is 3600), once, since sensor timeouts are not retried; with `check_existence` the sensor fails at once and is retried; with `soft_fail` it is skipped.",
  source:
    "airflow/sensors/external_task.py, ExternalTaskSensor.poke; airflow/sensors/base.py, BaseSensorOperator.execute",
  wrong: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/bake_bread.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nenv:\n  FLOUR: rye\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake\n",
    },
    before: {
      "dags/bakery/bake_bread.yml": null,
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: make loaves\ntrigger_rule: all_done\n",
    },
  },
  right: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/bake_bread.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nenv:\n  FLOUR: rye\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake_bread\n",
    },
    before: {
      "dags/bakery/bake_bread.yml": null,
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: make loaves\ntrigger_rule: all_done\n",
    },
  },
  check: ({ project, other }) =>
    project.dags.flatMap((dag) =>
      dag.externals.flatMap((external) => {
        const lost = lostTarget(dag, external, other, project);
        const sensor = waitingSensor(dag, external.sensor);
        if (!lost || !sensor || project.config.externalDags.some((pattern) => matchesPattern(external.dag, pattern)))
          return [];
        const open = lost.what === "dag" ? isOpen(project) : isUndecided(project.dags, external.dag);
        const [first, ...rest] = external.uses;
        const at = first?.at ?? dag.site.declared;
        const waits = [...new Set(external.uses.flatMap(({ by }) => (by ? [`\`${by.id}\``] : [])))].slice(0, 4);
        const behind =
          waits.length > 0
            ? ` ${waits.join(", ")} of \`${dag.id}\` ${waits.length > 1 ? "stand" : "stands"} behind it.`
            : "";
        return [
          findingOf(orphanedSensor, {
            at,
            severity: open ? "warning" : "error",
            message: `${whatHappened(lost, external.dag, external.task)}: \`${external.sensor}\` ${waitsInVain(sensor)}.${behind}`,
            advice: wayOut(lost, external.dag, external.task),
            related: rest.flatMap((use) => (use.at ? [{ at: use.at, message: "waits for it too" }] : [])),
            subject: { dag: dag.id, task: external.sensor },
            fix:
              lost.what === "task" && lost.renamed !== null
                ? {
                    description: `Wait for \`${lost.renamed}\``,
                    safe: false,
                    edits: external.uses.flatMap((use) => (use.at ? [{ at: use.at, text: lost.renamed ?? "" }] : [])),
                  }
                : null,
          }),
        ];
      }),
    ),
};

const isUndecided = (dags: readonly Dag[], id: string): boolean =>
  dags.some((dag) => dag.id === id && dag.outcome === "undecided");

function whatHappened({ what, renamed }: LostTarget, dag: string, task: string | null): string {
  const target = what === "dag" ? `the DAG \`${dag}\`` : `\`${task}\` of \`${dag}\``;
  return renamed === null ? `This change removes ${target}` : `This change renames ${target} to \`${renamed}\``;
}

function wayOut({ what, renamed }: LostTarget, dag: string, task: string | null): string {
  if (renamed === null)
    return what === "dag"
      ? "Take the dependency out, or name what replaces the DAG."
      : "Take the dependency out, or name what replaces the task.";
  const line = what === "dag" ? `${renamed}: ${task ?? "all"}` : `${dag}: ${renamed}`;
  return `Wait for it by its new name:\nexternal_dependencies:\n  - ${line}`;
}
