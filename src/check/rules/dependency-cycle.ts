import { findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const dependencyCycle: Rule = {
  name: "dependency-cycle",
  severity: "error",
  effect: "fails",
  summary: "tasks of one DAG that wait for each other",
  explains:
    "Airflow refuses a DAG whose tasks form a ring, also through task groups, sensors and root tasks: the DAG disappears and its file shows an import error. The other DAGs of the same entry point stay. Shown is the shortest ring, each edge with the line that makes it.",
  source: "airflow/utils/dag_cycle_tester.py, check_cycle; airflow/models/dagbag.py, DagBag._process_modules",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
      "dags/bakery/knead.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\ndependencies:\n  - bake\n",
    },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project, other }) =>
    problemsOf(project, "dependency-cycle").map(({ problem, dag }) => {
      const ids = problem.ring.map((edge) => edge.up);
      const ring = [...ids, ids[0] ?? ""].map((id) => `\`${id}\``).join(" → ");
      const before = other?.dags.find((candidate) => candidate.id === dag?.id);
      const isNew = (edge: { up: string; down: string }): boolean =>
        before !== undefined && !before.edges.some((old) => old.up === edge.up && old.down === edge.down);
      const fresh = problem.ring.filter(isNew);
      const newest = fresh.find((edge) => edge.from);
      const added =
        newest && fresh.length < problem.ring.length ? `New is \`${newest.up}\` → \`${newest.down}\`. ` : "";
      return findingOf(dependencyCycle, {
        at: newest?.from ?? problem.at,
        message: `${ring} is a cycle: Airflow refuses the DAG${dag ? ` \`${dag.id}\`` : ""}.`,
        advice: `${added}Take one of these dependencies out.`,
        related: problem.ring.flatMap((edge) =>
          edge.from ? [{ at: edge.from, message: `\`${edge.down}\` waits for \`${edge.up}\`` }] : [],
        ),
        subject: { ...(dag ? { dag: dag.id } : {}), key: [...ids].sort().join(",") },
        stops: dag ? [dag.id] : [],
      });
    }),
};
