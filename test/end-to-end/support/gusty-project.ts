import type { Files } from "../../github/fake/git-repository.ts";

const bash = (command: string, dependencies: readonly string[] = []): string =>
  [
    "operator: airflow.operators.bash.BashOperator",
    `bash_command: ${command}`,
    ...(dependencies.length > 0 ? ["dependencies:", ...dependencies.map((name) => `  - ${name}`)] : []),
    "",
  ].join("\n");

/** One YAML task file. */
export const task = bash;

/** A small gusty project: one DAG `orders` with `tasks` further tasks, beside files that are none of gusty's. */
export function gustyProject(tasks = 0): Files {
  const more = Array.from({ length: tasks }, (_, n) => [
    `dags/gusty/orders/step_${n}.yml`,
    bash(`echo ${n}`, ["extract"]),
  ]);
  return {
    "README.md": "# Data\n",
    "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n",
    "dags/orders.py": [
      "import os",
      "from gusty import create_dag",
      "",
      'orders = create_dag(os.path.join(os.path.dirname(__file__), "gusty", "orders"), latest_only=False)',
      "",
    ].join("\n"),
    "dags/gusty/orders/METADATA.yml": [
      "description: Orders of the shop",
      "schedule_interval: '@daily'",
      "default_args:",
      "  owner: ada",
      "  start_date: !datetime [2024, 1, 1]",
      "",
    ].join("\n"),
    "dags/gusty/orders/extract.yml": bash("echo extract"),
    "dags/gusty/orders/clean.yml": bash("echo clean", ["extract"]),
    "dags/gusty/orders/publish.yml": bash("echo publish", ["clean"]),
    ...Object.fromEntries(more),
  };
}
