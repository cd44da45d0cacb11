import type { Dag } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import { findingOf } from "../findings.ts";
import { oncePerPlace } from "../once.ts";
import type { Rule } from "../rule.ts";
import { looksSecret } from "../secrets.ts";
import { textsIn } from "../strings-of.ts";

export const literalSecret: Rule = {
  name: "literal-secret",
  severity: "warning",
  effect: "surprises",
  summary: "a password or token that is written out in a task file, METADATA.yml or an entry point",
  explains:
    "What stands in the repository can be read by everybody who can read it, in every commit from then on, and Airflow shows it in its pages. Found are values under keys such as `password` and `api_key`, passwords in addresses, and tokens that tell by their form (GitHub, GitLab, AWS, Google, Slack, OpenAI, JSON web tokens). Templates, `!env_var` and names of connections are fine. Reports never show the value.",
  source: "https://airflow.apache.org/docs/apache-airflow/stable/security/secrets/index.html",
  wrong: {
    shows: "dags/bakery/order.yml",
    files: {
      "dags/bakery/order.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: order-flour\nenv:\n  MILL_PASSWORD: hunter2-and-more\n",
    },
  },
  right: {
    shows: "dags/bakery/order.yml",
    files: {
      "dags/bakery/order.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: order-flour\nenv:\n  MILL_PASSWORD: '{{ conn.mill.password }}'\n",
    },
  },
  check: ({ project }) => oncePerPlace(project.dags.flatMap(secretsOf), ({ at }) => at),
};

function secretsOf(dag: Dag): readonly Finding[] {
  const places = [
    { fields: dag.metadata, task: null },
    ...dag.tasks
      .filter((task) => task.kind === "spec")
      .map((task) => ({ fields: [...task.arguments, ...task.dropped], task: task.id })),
  ];
  return places.flatMap(({ fields, task }) =>
    textsIn(fields).flatMap(({ key, text, at }) => {
      const what = looksSecret(key, text);
      if (what === null || at === null) return [];
      return [
        findingOf(literalSecret, {
          at,
          message: `\`${key}\` holds ${what}: whoever reads the repository has it.`,
          advice:
            "Change it, and read it from an Airflow connection or variable, or from the environment (`!env_var`).",
          subject: { dag: dag.id, ...(task === null ? {} : { task }), key },
        }),
      ];
    }),
  );
}
