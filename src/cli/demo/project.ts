import { ordersDaily } from "./orders-daily.ts";
import { finance, sales } from "./sales-and-finance.ts";

/** The sample project as it is on `main`, by path. */
export const project: Readonly<Record<string, string>> = {
  "README.md": `# Data of the shop

Three DAGs, written as files for [gusty](https://github.com/pipeline-tools/gusty). This repository was made by
\`windsock demo\`.
`,
  "requirements.txt": `apache-airflow==2.11.2
apache-airflow-providers-common-sql
gusty==0.23.1
`,
  "dags/dags.py": `"""Every folder beside this file is a DAG."""

import os

from gusty import create_dag

DAGS = os.path.dirname(os.path.abspath(__file__))

for name in sorted(os.listdir(DAGS)):
    folder = os.path.join(DAGS, name)
    if os.path.isdir(folder) and not name.startswith("__"):
        globals()[name] = create_dag(
            folder,
            latest_only=False,
            wait_for_defaults={"poke_interval": 60, "timeout": 7200, "mode": "reschedule"},
        )
`,
  ...ordersDaily,
  ...sales,
  ...finance,
};
