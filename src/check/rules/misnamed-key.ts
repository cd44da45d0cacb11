import { findingOf, problemsOf, subjectOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const misnamedKey: Rule = {
  name: "misnamed-key",
  severity: "error",
  effect: "dropped",
  summary: "`depends_on`, `external_dependency` and the like: a key that gusty drops and that plainly means another",
  explains:
    "gusty reads `dependencies`, `external_dependencies`, `root_tasks` and `leaf_tasks` in exactly these words. A key of another name goes to the operator if it takes it, and else nowhere: the task starts without waiting. Nothing is said where the operator takes the key, or is not known.",
  source: "gusty/building.py, build_task, GustyBuilder.parse_metadata",
  wrong: {
    shows: "dags/bakery/bake.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndepends_on:\n  - knead\n",
    },
  },
  right: {
    shows: "dags/bakery/bake.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "misnamed-key").flatMap(({ problem, dag }) => {
      if (!dag) return [];
      const { key, means, of, taken } = problem;
      const waits = means.endsWith("dependencies") ? " and nothing is waited for" : " and it has no effect";
      return [
        findingOf(misnamedKey, {
          at: problem.at,
          message: `gusty does not know \`${key}\`: it drops the key,${waits}.`,
          advice: taken
            ? `Move what stands here to \`${means}\`, which is there already.`
            : means === "dependencies" && of === null
              ? "A DAG has no `dependencies`: write `external_dependencies`, or put the dependencies into the task files."
              : `Write \`${means}\`.`,
          subject: { ...(of ? subjectOf(dag, of) : { dag: dag.id }), key },
          fix:
            taken || (means === "dependencies" && of === null)
              ? null
              : {
                  description: `Rename \`${key}\` to \`${means}\``,
                  safe: false,
                  edits: [{ at: problem.at, text: means }],
                },
        }),
      ];
    }),
};
