import { fieldOf } from "../../build/fields.ts";
import type { Value } from "../../model/value.ts";
import { findingOf, subjectOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

/** What both examples have beside the task file that they show. */
const OTHERS = {
  "requirements.txt": "apache-airflow==2.11.2\ngusty==0.7.1\n",
  "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
  "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
};

export const lostExternalDependency: Rule = {
  name: "lost-external-dependency",
  severity: "error",
  effect: "dropped",
  summary: "two list entries for one external DAG, of which gusty before 0.8 keeps only the last",
  explains:
    "Before 0.8 gusty made one dictionary of the list under `external_dependencies`, so that of several entries for one DAG only the last was waited for. Said only where the project pins such a gusty.",
  source: "gusty/building.py, parse_external_dependencies (0.8.0: a list of pairs instead of a dictionary)",
  wrong: {
    shows: "dags/shop/sell.yml",
    files: {
      ...OTHERS,
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: knead\n  - bakery: bake\n",
    },
  },
  right: {
    shows: "dags/shop/sell.yml",
    files: {
      ...OTHERS,
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: all\n",
    },
  },
  check: ({ project }) => {
    const { version } = project.versions.gusty;
    if (version === null || !/^0\.[0-7](?:\.|$)/.test(version)) return [];
    return project.dags.flatMap((dag) =>
      dag.tasks.flatMap((task) =>
        repeatedIn(task.spec ? fieldOf(task.spec.fields, "external_dependencies")?.value : undefined).map((lost) =>
          findingOf(lostExternalDependency, {
            at: lost.at,
            message: `gusty ${version} does not wait for this: of several entries for the DAG \`${lost.dag}\` it keeps only the last.`,
            advice: `Use gusty 0.8 or later, or wait for the whole DAG: \`${lost.dag}: all\`.`,
            subject: { ...subjectOf(dag, { t: "task", id: task.id }), key: `${lost.dag}: ${lost.task}` },
          }),
        ),
      ),
    );
  },
};

/** Entries of a list whose DAG a later entry names again. */
function repeatedIn(value: Value | undefined) {
  const pairs = (value?.t === "list" ? value.v : []).flatMap((item) =>
    item.t === "map"
      ? item.v.flatMap(([dag, task]) =>
          dag.t === "str" && task.t === "str" && task.span ? [{ dag: dag.v, task: task.v, at: task.span }] : [],
        )
      : [],
  );
  return pairs.filter((pair, index) =>
    pairs.slice(index + 1).some((later) => later.dag === pair.dag && later.task !== pair.task),
  );
}
