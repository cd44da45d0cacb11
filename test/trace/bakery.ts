import { readProject } from "../../src/build/read-project.ts";
import type { Project } from "../../src/model/project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const bash = (...lines: readonly string[]): string =>
  ["operator: airflow.operators.bash.BashOperator", "bash_command: echo", ...lines, ""].join("\n");

/** Two DAGs in which values and edges come from every place that gusty knows. */
export const BAKERY: Readonly<Record<string, string>> = {
  "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n",
  "dags/dags.py": `import os
from datetime import datetime, timedelta

from gusty import create_dags

create_dags(
    os.path.dirname(__file__),
    globals(),
    schedule="@daily",
    catchup=False,
    latest_only=True,
    default_args={"owner": "ada", "retries": 1, "start_date": datetime(2024, 1, 1), "sla_seconds": 5},
    task_group_defaults={"prefix_group_id": True, "tooltip": "a group"},
    wait_for_defaults={"timeout": 60},
)
`,
  "dags/bakery/METADATA.yml": "schedule: '@hourly'\ndefault_args:\n  retries: 2\n  password: hunter2\n",
  "dags/bakery/knead.yml": bash("retries: 4", "colour: brown"),
  "dags/bakery/oven/METADATA.yml": "default_args:\n  retries: 3\ndependencies:\n  - knead\n",
  "dags/bakery/oven/bake.yml": bash("dependencies: [heat]"),
  "dags/bakery/oven/heat.yml": bash(),
  "dags/bakery/sell.yml": bash("dependencies: [oven]"),
  "dags/shop/open.yml": bash("external_dependencies:", "  - bakery: sell"),
  "dags/shop/count.yml": bash("dependencies: [open]", "external_dependencies:", "  - bakery: all"),
  "dags/office/plan.yml": bash("external_dependencies:", "  - shop: open"),
};

/** Compiles the bakery, or a variant of it. */
export const bakery = (files: Readonly<Record<string, string>> = {}): Promise<Project> =>
  readProject(memorySnapshot({ ...BAKERY, ...files }));
