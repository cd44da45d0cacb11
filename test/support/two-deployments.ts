/** Files by path. */
export type Files = Readonly<Record<string, string>>;

const ENTRY = `import os

from gusty import create_dags

create_dags(os.path.join(os.environ["AIRFLOW_HOME"], "dags"), globals(), latest_only=False)
`;
const BASH = "operator: airflow.operators.bash.BashOperator\n";

/** Two Airflows in one repository, with a DAG `sales` in each; in `prd` another one waits for it. */
export const TWO_DEPLOYMENTS: Files = {
  "dev/requirements.txt": "apache-airflow==3.3.2\ngusty==0.23.1\n",
  "dev/dags/make_dags.py": ENTRY,
  "dev/dags/sales/METADATA.yml": "schedule: '@daily'\nstart_date: !days_ago 1\n",
  "dev/dags/sales/load.yml": `${BASH}bash_command: echo load\n`,
  "prd/Dockerfile": "FROM apache/airflow:2.11.2\nRUN pip install gusty==0.23.1\n",
  "prd/dags/make_dags.py": ENTRY,
  "prd/dags/sales/METADATA.yml": "schedule_interval: '@daily'\nstart_date: !days_ago 1\n",
  "prd/dags/sales/load.yml": `${BASH}bash_command: echo load\n`,
  "prd/dags/finance/METADATA.yml": "schedule_interval: '@daily'\nstart_date: !days_ago 1\n",
  "prd/dags/finance/book.yml": `${BASH}bash_command: echo book\nexternal_dependencies:\n  - sales: load\n`,
};

/** What lists them. */
export const LISTED = "deployments: [{ root: dev }, { root: prd }]\n";
