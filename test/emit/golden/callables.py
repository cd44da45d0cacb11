# windsock: generated
# The DAG that gusty builds on Airflow 3 from dags/breakfast
# Do not edit: change the files of that folder, and let Windsock write this file again.
# Parts are copied from the repository as they stand there, so linters look away.
# ruff: noqa

import importlib.util
import os
from functools import partial
from pathlib import Path

from airflow.providers.standard.operators.python import PythonOperator
from airflow.sdk import DAG
from slack import notify

ROOT = Path(__file__).resolve().parents[1]


def load_callable(path: Path, name: str):
    """A function of a Python file, from a module of its own: every call runs the file anew."""
    module_name = "".join(char for char in str(path) if char.isalnum())
    spec = importlib.util.spec_from_file_location(module_name, str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)


def run_file(path: Path):
    """A callable that runs a Python file; functions of the file do not see its top-level names."""
    file_path = str(path)

    def run():
        exec(open(file_path).read(), {"__name__": __name__}, {"file_path": file_path})

    run.__qualname__ = "parse_py.<locals>.<lambda>"  # gusty's, for Airflow compares names
    return run


# fmt: off
# from dags/dags.py
CHANNEL = os.environ.get("CHANNEL", "#data")
HERE = os.path.dirname(os.path.abspath(str(ROOT / "dags/dags.py")))


def tell(context, channel = CHANNEL):
    notify(channel, f"{context['task'].task_id} failed")


ON_FAILURE_CALLBACK = lambda context: tell(context, channel="#ops")
# fmt: on

jam_cook = load_callable(ROOT / "dags/breakfast/jam.py", "cook")

with DAG(
    dag_id="breakfast",
    schedule=None,
    on_failure_callback=ON_FAILURE_CALLBACK,
) as dag:
    # dags/breakfast/toast.py
    toast = PythonOperator(
        task_id="toast",
        python_callable=load_callable(ROOT / "dags/breakfast/toast.py", "main"),
        on_success_callback=tell,
    )

    # dags/breakfast/jam.py
    plum = PythonOperator(
        task_id="plum",
        python_callable=partial(jam_cook, fruit="plum"),
    )

    # dags/breakfast/jam.py
    cherry = PythonOperator(
        task_id="cherry",
        python_callable=partial(jam_cook, fruit="cherry"),
    )

    # dags/breakfast/clean.py
    clean = PythonOperator(
        task_id="clean",
        python_callable=run_file(ROOT / "dags/breakfast/clean.py"),
    )

    [toast, plum, cherry] >> clean
