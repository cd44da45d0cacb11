"""Runs DAGs with `dag.test()` and prints what came of it as JSON.

    PYTHON run_dags.py < job.json > results.json

`job.json` is one world: `{"home": …, "roots": [{"root": …, "files": […]}], "database": "/an/initialised/airflow.db"}`.
`home` is a folder for Airflow itself, made here, with a copy of the database. The answer holds for each root the errors
and the DAGs: the state of every task, what it returned, and the texts that tasks wrote into `root`.
"""

from __future__ import annotations

import datetime
import json
import logging
import os
import shutil
import sys
import warnings
from pathlib import Path


def main() -> None:
    job = json.load(sys.stdin)
    answer = os.fdopen(os.dup(1), "w")
    # What tasks print is no answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    home = job["home"]
    Path(home).mkdir(parents=True, exist_ok=True)
    shutil.copy(job["database"], f"{home}/airflow.db")
    os.environ.update(
        {
            "AIRFLOW_HOME": home,
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home}/airflow.db",
            "AIRFLOW__LOGGING__LOGGING_LEVEL": "ERROR",
            # Airflow 3 loads a DAG once more from its bundle before it runs it.
            "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST": json.dumps([bundle(**one) for one in job["roots"]]),
            "TZ": "UTC",
        }
    )
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    answer.write(json.dumps([run_root(**one) for one in job["roots"]], sort_keys=True, default=repr))
    answer.close()


def bundle(root: str, files: list[str]) -> dict:
    kind = "airflow.dag_processing.bundles.local.LocalDagBundle"
    return {"name": Path(root).name, "classpath": kind, "kwargs": {"path": str(Path(files[0]).parent)}}


def run_root(root: str, files: list[str]) -> dict:
    try:
        from airflow.dag_processing.dagbag import DagBag
    except ImportError:
        from airflow.models.dagbag import DagBag
    os.environ["AIRFLOW_HOME"] = root
    os.environ["AIRFLOW_CONN_PANTRY"] = json.dumps({"conn_type": "sqlite", "host": f"{root}/pantry.db"})
    bag = DagBag(dag_folder=f"{root}/dags", collect_dags=False)
    for file in files:
        bag.process_file(file, only_if_updated=False, safe_mode=False)
    dags = {dag_id: run_dag(dag) for dag_id, dag in sorted(bag.dags.items())}
    written = {str(path.relative_to(root)): path.read_text() for path in sorted(Path(root).glob("*.txt"))}
    return {"errors": bag.import_errors, "dags": dags, "written": written}


def run_dag(dag) -> dict:
    moment = datetime.datetime(2024, 2, 29, 4, 30, tzinfo=datetime.timezone.utc)
    named = "logical_date" if "logical_date" in dag.test.__code__.co_varnames else "execution_date"
    done = dag.test(**{named: moment})
    tasks = sorted(done.get_task_instances(), key=lambda one: one.task_id)
    return {
        "state": str(done.state),
        "tasks": {one.task_id: {"state": str(one.state), "returned": returned(one)} for one in tasks},
    }


def returned(instance):
    try:
        from airflow.models.xcom import XComModel
    except ImportError:
        return instance.xcom_pull(task_ids=instance.task_id)
    from airflow.utils.session import create_session

    with create_session() as session:
        where = {"run_id": instance.run_id, "dag_ids": instance.dag_id, "task_ids": instance.task_id}
        rows = session.scalars(XComModel.get_many(key="return_value", **where)).all()
        return [XComModel.deserialize_value(row) for row in rows]


if __name__ == "__main__":
    main()
