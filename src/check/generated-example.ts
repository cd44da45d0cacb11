/** The generated Python of the DAG `bakery` with its one task `knead`, as the pages of rules show it. */
export const generatedExample = (command: string): string => `# windsock: generated
# The DAG that gusty builds on Airflow 2 from dags/bakery
# Do not edit: change the files of that folder, and let Windsock write this file again.

from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG(dag_id="bakery") as dag:
    # dags/bakery/knead.yml
    knead = BashOperator(
        task_id="knead",
        bash_command="${command}",
    )
`;
