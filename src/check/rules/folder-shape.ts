import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const folderShape: Rule = {
  name: "folder-shape",
  severity: "error",
  effect: "fails",
  summary: "a tree of folders that gusty cannot walk",
  explains:
    "gusty walks all folders below the DAG's, also those below a folder that it ignores (a name that starts with `_` or `.`, or `.gustyignore` in it): such a folder has no parent, and gusty raises KeyError. A folder inside one that is named like the folder around the DAG is taken for a second DAG: `latest_only` is made twice and raises, and without it its tasks fall into the first DAG. An entry point that passes a folder that gusty ignores raises IndexError.",
  source: "gusty/building.py, create_schematic, build_structure, get_top_level_dag",
  wrong: {
    shows: "dags/bakery/_old/rye/bake.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/_old/rye/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
    },
  },
  right: {
    shows: "dags/bakery/_old/bake.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/_old/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "folder-shape").map(({ problem, dag }) => {
      const { stops } = failsWith(project, dag, problem.at);
      const consequence = dag && problem.raises ? ` ${stopsText(project, dag)}.` : "";
      return findingOf(folderShape, {
        at: problem.at,
        severity: problem.raises ? "error" : "warning",
        effect: problem.raises ? "fails" : "surprises",
        message: problem.raises
          ? `gusty cannot make a DAG of this ${dag ? "tree" : "path"}: ${problem.detail}.${consequence}`
          : `This folder is no task group: ${problem.detail}.`,
        advice: `Expected ${problem.expected}.`,
        subject: { ...(dag ? { dag: dag.id } : {}), key: problem.folder },
        stops: problem.raises ? stops : [],
      });
    }),
};
