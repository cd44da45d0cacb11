# windsock: generated
# The DAG that gusty builds on Airflow 2 from dags/breakfast
# Do not edit: change the files of that folder, and let Windsock write this file again.

import os
from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator
from airflow.operators.latest_only import LatestOnlyOperator
from airflow.providers.common.sql.operators.sql import SQLExecuteQueryOperator
from airflow.sensors.external_task import ExternalTaskSensor
from airflow.utils.task_group import TaskGroup

with DAG(
    dag_id="breakfast",
    description="Everything that has to be on the table at seven",
    schedule_interval="0 7 * * *",
    start_date=datetime(2024, 1, 1),
    catchup=False,
    default_args={
        "owner": "kitchen",
        "email": os.environ.get("KITCHEN_EMAIL"),
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
    },
    tags=["breakfast", "daily"],
    doc_md="""# Breakfast

Ask the kitchen before you change it.
""",
) as dag:
    load = TaskGroup(group_id="load", tooltip="From the shops")
    checks = TaskGroup(group_id="checks", prefix_group_id=False, parent_group=load)
    serve = TaskGroup(group_id="serve", prefix_group_id=False)

    # dags/breakfast/boil_eggs.yml
    boil_eggs = BashOperator(
        task_id="boil_eggs",
        bash_command="echo {{ ds }}",
        retries=3,
    )

    with load:
        # dags/breakfast/load/orders.sql
        load_orders = SQLExecuteQueryOperator(
            task_id="load_orders",
            conn_id="shop",
            sql="""INSERT INTO orders
SELECT *
FROM shop.orders
WHERE day = '{{ ds }}'""",
        )

    with checks:
        # dags/breakfast/load/checks/count.sql
        count = SQLExecuteQueryOperator(
            task_id="count",
            sql="SELECT 1",
        )

    with serve:
        # dags/breakfast/serve/table.yml
        table = BashOperator(
            task_id="table",
            bash_command=(
                "docker run --rm --env-file /etc/kitchen.env "
                "registry.example.com/kitchen/table:latest --date {{ ds }} --seats 4 --verbose"
            ),
            env={"PLATES": "4", "CUPS": "6"},
        )

    # waits for shop.delivery
    wait_for_shop_delivery = ExternalTaskSensor(
        task_id="wait_for_shop_delivery",
        poke_interval=10,
        timeout=3600,
        retries=60,
        external_dag_id="shop",
        external_task_id="delivery",
    )

    latest_only = LatestOnlyOperator(task_id="latest_only")

    serve.set_upstream(load)
    load_orders >> count
    boil_eggs >> table
    wait_for_shop_delivery >> load_orders
    latest_only >> [boil_eggs, wait_for_shop_delivery]
