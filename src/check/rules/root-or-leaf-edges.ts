import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, inWords, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const rootOrLeafEdges: Rule = {
  name: "root-or-leaf-edges",
  severity: "error",
  effect: "fails",
  summary: "a root or leaf task that has edges of its own",
  explains:
    "gusty puts root tasks before, and leaf tasks behind, everything of the top level that has no edge on that side, and asserts that they have none themselves: no `dependencies`, no `external_dependencies`, and no task or group that names them. Else it raises, which ends the whole entry point.",
  source: "gusty/building.py, GustyBuilder.create_root_dependencies, create_leaf_tasks",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "root_tasks:\n  - knead\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "root_tasks:\n  - knead\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "root-or-leaf-edges").map(({ problem, dag }) => {
      const kind = problem.key === "root_tasks" ? "root" : "leaf";
      const edges = dag?.edges.filter((edge) => edge.up === problem.name || edge.down === problem.name) ?? [];
      const others = problem.others.slice(0, 8);
      return findingOf(rootOrLeafEdges, {
        at: problem.at,
        message: `\`${problem.name}\` is a ${kind} task, and has edges of its own with ${inWords(others)}: gusty raises.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice:
          kind === "root"
            ? `Take \`${problem.name}\` out of \`root_tasks\`, or these dependencies: everything at the top waits for a root task anyway.`
            : `Take \`${problem.name}\` out of \`leaf_tasks\`, or these dependencies: a leaf task waits for everything at the top anyway.`,
        related: edges.flatMap((edge) =>
          edge.from && (edge.via === "task" || edge.via === "group" || edge.via === "external")
            ? [{ at: edge.from, message: `\`${edge.down}\` waits for \`${edge.up}\`` }]
            : [],
        ),
        subject: { ...(dag ? { dag: dag.id } : {}), task: problem.name, key: problem.key },
        stops: failsWith(project, dag, problem.at).stops,
      });
    }),
};
