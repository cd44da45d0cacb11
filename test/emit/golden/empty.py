# windsock: generated
# The DAG that gusty builds on Airflow 2 from dags/empty
# Do not edit: change the files of that folder, and let Windsock write this file again.

from airflow import DAG

with DAG(dag_id="empty") as dag:
    pass
