import type { Example } from "./rule.ts";

/** A DAG of two tasks, as the pages of rules show it: `knead`, and `bake` with these lines about its dependencies. */
export const dependencyExample = (dependencies: string): Example => ({
  shows: "dags/bakery/bake.yml",
  files: {
    "dags/bakery/bake.yml": `operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n${dependencies}`,
    "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
  },
});
