import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, inWords, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const missingArgument: Rule = {
  name: "missing-argument",
  severity: "error",
  effect: "fails",
  summary: "a required argument of the operator that neither the task nor `default_args` gives",
  explains:
    "An argument without a default must come from the task file or from the `default_args` of its DAG or group. Otherwise Airflow raises when the operator is made, which ends the whole entry point.",
  source: "airflow/models/baseoperator.py, BaseOperatorMeta._apply_defaults",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nretries: 2\n" },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\nretries: 2\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "missing-argument").map(({ problem, dag }) => {
      const { subject, stops } = failsWith(project, dag, problem.at);
      const name = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
      return findingOf(missingArgument, {
        at: problem.at,
        message: `\`${name}\` needs ${inWords(problem.names)}, and neither this file nor \`default_args\` gives it.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: `Add ${inWords(problem.names.map((argument) => `${argument}:`))} to the file.`,
        subject: { ...subject, key: problem.names.join(",") },
        stops,
      });
    }),
};
