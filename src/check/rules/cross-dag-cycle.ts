import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";
import { waitsInVain } from "../sensor-wait.ts";
import { type RingSensor, waitingRings } from "../waiting-ring.ts";

export const crossDagCycle: Rule = {
  name: "cross-dag-cycle",
  severity: "error",
  effect: "hangs",
  summary: "tasks of several DAGs that wait for each other through external dependencies",
  explains:
    "Airflow checks for cycles inside a DAG only. When a task waits for a task of another DAG, and that, through its own DAG and its sensors, for the first one in the run of the same date, none of them ever starts: the sensors wait until their `timeout` and fail. DAGs that wait for different tasks of each other, or for yesterday's run (`execution_delta`), are legal. Said only where every DAG, every delta and every trigger rule on the way is known.",
  source: "airflow/sensors/external_task.py, ExternalTaskSensor.poke; gusty/external_sensor.py, create_external_sensor",
  wrong: {
    shows: "dags/mill/grind.yml",
    files: {
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nexternal_dependencies:\n  - mill: grind\n",
      "dags/mill/grind.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\nexternal_dependencies:\n  - bakery: bake\n",
    },
  },
  right: {
    shows: "dags/mill/grind.yml",
    files: {
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nexternal_dependencies:\n  - mill: grind\n",
      "dags/mill/grind.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    execution_delta: !timedelta 'days: 1'\n",
    },
  },
  check: ({ project, other }) =>
    waitingRings(project).flatMap((ring) => {
      const before = (one: RingSensor): boolean =>
        other?.dags.some(
          (dag) => dag.id === one.dag.id && dag.externals.some(({ sensor }) => sensor === one.sensor.id),
        ) ?? true;
      const newest = ring.find((one) => !before(one) && one.external.uses[0]?.at) ?? ring[0];
      if (!newest) return [];
      const way = ring.map(({ dag, external }) => `\`${dag.id}\` waits for ${target(external)}`).join(", ");
      return [
        findingOf(crossDagCycle, {
          at: newest.external.uses[0]?.at ?? newest.dag.site.declared,
          message: `No run of these can ever finish, since each waits for the other: ${way}. \`${newest.sensor.id}\` ${waitsInVain(newest.sensor, true)}.`,
          advice:
            "Take one of these dependencies out, wait for an earlier task, or for an earlier run with `execution_delta`.",
          related: ring.flatMap(({ dag, external }) => {
            const at = external.uses[0]?.at;
            return at ? [{ at, message: `\`${dag.id}\` waits for ${target(external)}` }] : [];
          }),
          subject: {
            dag: newest.dag.id,
            task: newest.sensor.id,
            key: ring
              .map(({ dag, sensor }) => `${dag.id}.${sensor.id}`)
              .sort()
              .join(","),
          },
        }),
      ];
    }),
};

const target = ({ dag, task }: { readonly dag: string; readonly task: string | null }): string =>
  task === null ? `the DAG \`${dag}\`` : `\`${task}\` of \`${dag}\``;
