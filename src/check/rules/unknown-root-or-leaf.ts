import { nearest as nearestName } from "../../config/nearest.ts";
import type { Dag } from "../../model/dag.ts";
import { findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const unknownRootOrLeaf: Rule = {
  name: "unknown-root-or-leaf",
  severity: "error",
  effect: "dropped",
  summary: "a name under `root_tasks` or `leaf_tasks` that is no task of the DAG's own folder",
  explains:
    "gusty takes the tasks of the DAG's own folder whose ids stand in the list, and says nothing of other names: the task is put neither first nor last. Tasks of a task group cannot be root or leaf tasks.",
  source: "gusty/building.py, GustyBuilder.create_root_dependencies, create_leaf_tasks",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "leaf_tasks:\n  - notify_owners\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/notify_owner.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo done\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "leaf_tasks:\n  - notify_owner\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/notify_owner.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo done\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "unknown-root-or-leaf").flatMap(({ problem, dag }) => {
      if (!dag) return [];
      const { name, key } = problem;
      const tops = dag.tasks.filter((task) => task.kind === "spec" && task.group === null).map((task) => task.gustyId);
      const instead = nearestName(name, tops);
      return [
        findingOf(unknownRootOrLeaf, {
          at: problem.at,
          message: `\`${name}\` under \`${key}\` ${whatItIs(dag, name)}: gusty drops it, and nothing is put ${key === "root_tasks" ? "behind it" : "before it"}.`,
          advice: instead ? `Did you mean \`${instead}\`?` : "Take it out, or name a task of the DAG's own folder.",
          subject: { dag: dag.id, task: name, key },
          fix: instead
            ? {
                description: `Replace \`${name}\` by \`${instead}\``,
                safe: false,
                edits: [{ at: problem.at, text: instead }],
              }
            : null,
        }),
      ];
    }),
};

function whatItIs(dag: Dag, name: string): string {
  const inside = dag.tasks.find((task) => task.group !== null && (task.gustyId === name || task.id === name));
  if (inside) return `is a task of the group \`${inside.group}\`, and only tasks of the DAG's own folder count`;
  if (dag.groups.some((group) => group.name === name)) return "is a task group, and only tasks count";
  return "is no task of the DAG's own folder";
}
