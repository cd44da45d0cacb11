# windsock: generated
# The DAG that gusty builds on Airflow 2 from dags/breakfast
# Do not edit: change the files of that folder, and let Windsock write this file again.
# ABSQL is still needed: an operator takes gusty's `absql_runner`.

import os
import sys
from copy import copy
from datetime import datetime, timedelta
from pathlib import Path

import pendulum
from absql import Runner
from airflow import DAG
from airflow.operators.bash import BashOperator
from airflow.utils.trigger_rule import TriggerRule
from include.operators import BashOperator as BashOperator_

sys.path.append(
    os.path.join(os.environ.get("GUSTY_HOME") or os.environ.get("AIRFLOW_HOME", ""), "operators"),
)

from soda_operator import SodaOperator

ROOT = Path(__file__).resolve().parents[1]


def env_switch(default=None, **values):
    """The value for the environment that ENV names, or the variable that AB__ENV names."""
    unspecified = "value_unspecified"
    environment = os.environ.get(os.environ.get("AB__ENV", "ENV"), unspecified)
    return values.get(environment, unspecified if default is None else default)


def previous_date(tz="utc", days=1):
    """The date so many days ago, as text."""
    return (pendulum.now(tz) - timedelta(days=days)).to_date_string()


def days_ago(n):
    """Midnight in UTC, n days ago."""
    return pendulum.today("UTC").add(days=-n)


ABSQL_RUNNER = Runner(days_ago=days_ago, timedelta=timedelta, datetime=datetime)

with DAG(
    dag_id="breakfast",
    template_searchpath=[str(ROOT / "dags"), "/opt/templates"],
    start_date=pendulum.today("UTC").add(days=-2),
) as dag:
    # dags/breakfast/class.yml
    class_ = BashOperator(
        task_id="class",
        bash_command="scripts/clean.sh",
    )

    # dags/breakfast/dag.yml
    dag_ = BashOperator_(
        task_id="dag",
        trigger_rule=TriggerRule.ALL_DONE,
    )

    # dags/breakfast/7-up.yml
    task_7_up = SodaOperator(
        task_id="7-up",
        file_path=str(ROOT / "dags/breakfast/7-up.yml"),
        absql_runner=copy(ABSQL_RUNNER),
    )

    # dags/breakfast/timedelta.yml
    timedelta_ = BashOperator(
        task_id="timedelta",
        bash_command="true",
        env={"STAGE": env_switch("dev", prod="prod"), "DAY": previous_date()},
        execution_timeout=timedelta(hours=1),
    )

    [class_, task_7_up] >> dag_
    dag_ >> timedelta_
