import type { Dag } from "../../model/dag.ts";
import type { Span } from "../../model/span.ts";
import { findingOf, inWords, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const sensorOverrideLost: Rule = {
  name: "sensor-override-lost",
  severity: "warning",
  effect: "dropped",
  summary: "settings of an external dependency that another place has declared before",
  explains:
    "The tasks of one DAG that wait for the same external task share one sensor. The first declaration makes it, with its settings; settings of later ones are not used. gusty goes through the DAG's own folder first, then through its sub folders, tasks before groups, and the METADATA.yml of the DAG last.",
  source: "gusty/building.py, GustyBuilder.create_task_external_dependencies",
  wrong: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
      "dags/shop/pack.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo pack\nexternal_dependencies:\n  - bakery: bake\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    timeout: 600\n",
    },
  },
  right: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
      "dags/shop/pack.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo pack\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    timeout: 600\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    timeout: 600\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "sensor-override-lost").map(({ problem, dag }) => {
      const first = problem.first ? ` in \`${problem.first.file}\`` : "";
      // One entry with several tasks makes several sensors, and may have come too late for some of them only.
      const others = dag ? sensorsWith(dag, problem.at) : [];
      const partly = others.length > 0 ? ` for \`${problem.sensor}\`, as it is for ${inWords(others)}` : "";
      return findingOf(sensorOverrideLost, {
        at: problem.at,
        effect: others.length > 0 ? "surprises" : "dropped",
        message: `\`${problem.keyName}\` is not used${partly}: \`${problem.sensor}\` is made by an earlier declaration${first}, with the settings written there.`,
        advice: `Write \`${problem.keyName}\` there, or in \`wait_for_defaults\`.`,
        related: problem.first ? [{ at: problem.first, message: `this makes \`${problem.sensor}\`` }] : [],
        subject: { ...(dag ? { dag: dag.id } : {}), task: problem.sensor, key: problem.keyName },
      });
    }),
};

/** The sensors whose setting is the one that stands at this place. */
const sensorsWith = (dag: Dag, { file, start }: Span): readonly string[] =>
  dag.tasks
    .filter(({ kind, arguments: given }) => {
      return kind === "sensor" && given.some(({ keySpan }) => keySpan?.file === file && keySpan.start === start);
    })
    .map(({ id }) => id);
