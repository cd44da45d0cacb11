"""Loads DAG files as Airflow's DAG bag does and prints what it finds as canonical JSON.

    PYTHON judge.py < jobs.json > results.json

Each line of `jobs.json` is a list of jobs, each one world of its own process:

    {"root": "/a/project", "home": "/a/project", "files": ["/a/project/dags/entry.py"],
     "declared": null, "folders": ["/a/project/dags"], "gusty": true}

`home` is AIRFLOW_HOME for what the files load. `declared` is `{"configuration": ..., "folders": [...]}`: the path of a
`windsock.yml`, and the folders of its `dags:`, each of which gusty builds by itself; an error is told by the folder.
`folders` are those of the entry points: only these may be in one world's template search path and not in the other's,
since a generated file elsewhere has to name them. Where `gusty` is false, importing gusty fails. The answer is a list
of `{"dags": {id: canonical}, "errors": {file: "Class: message"}}`, paths below `root` written as `<project>/...`.
Needs Airflow and the standard library only, and opens no metadata database.
"""

from __future__ import annotations

import compileall
import gc
import importlib
import importlib.util
import json
import logging
import multiprocessing
import os
import re
import sys
import tempfile
import time
import warnings
from multiprocessing.connection import wait
from pathlib import Path

from windsock_judge.canonical import Canon
from windsock_judge.dag import describe_dag

WORKERS = 2
MOST_SECONDS = 300
# A pool forks from a thread, and what other threads hold then stays held in the child.
FORK = multiprocessing.get_context("fork")

# Some are of Airflow 2, some of 3.
EARLY = (
    "yaml jinja2 absql jupytext nbformat inflection pendulum airflow.models airflow.models.dag airflow.models.param "
    "airflow.models.dagbag airflow.dag_processing.dagbag airflow.sdk airflow.serialization.serialized_objects "
    "airflow.timetables.simple airflow.timetables.interval airflow.utils.task_group airflow.task.priority_strategy "
    "airflow.operators.bash airflow.operators.empty airflow.operators.latest_only airflow.operators.python "
    "airflow.sensors.external_task airflow.providers.standard.operators.bash "
    "airflow.providers.standard.operators.empty airflow.providers.standard.operators.latest_only "
    "airflow.providers.standard.operators.python "
    "airflow.providers.standard.sensors.external_task airflow.providers.common.sql.operators.sql"
).split()


def prepare() -> None:
    """Airflow's own settings, before Airflow is imported: a home of its own, and no database that could be opened."""
    home = tempfile.mkdtemp(prefix="judge-")
    os.environ.update(
        {
            "AIRFLOW_HOME": home,
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__UNIT_TEST_MODE": "False",
            "AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT": "120",
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home}/never-opened.db",
            "AIRFLOW__LOGGING__LOGGING_LEVEL": "CRITICAL",
            "TZ": "UTC",
        }
    )
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)


def sort_listings() -> None:
    """Makes every listing of a folder sorted, so that both worlds see the same order."""
    listdir, scandir = os.listdir, os.scandir

    class Sorted:
        def __init__(self, path) -> None:
            with scandir(path) as entries:
                self.entries = iter(sorted(entries, key=lambda entry: entry.name))

        def __iter__(self):
            return self

        def __next__(self):
            return next(self.entries)

        def __enter__(self):
            return self

        def __exit__(self, *_) -> None:
            self.close()

        def close(self) -> None:
            self.entries = iter(())

    os.listdir = lambda path=".": sorted(listdir(path))
    os.scandir = lambda path=".": Sorted(path)


def import_early() -> None:
    """Imports once, before forking, what most jobs need; gusty, which reads AIRFLOW_HOME then, is only compiled."""
    for name in EARLY:
        try:
            importlib.import_module(name)
        except ImportError:
            pass
    gusty = importlib.util.find_spec("gusty")
    if gusty and gusty.origin:
        compileall.compile_dir(os.path.dirname(gusty.origin), quiet=2)
    new_bag("")
    for warm in (read_a_notebook, list_plugins, describe_a_dag):
        try:
            warm()
        except Exception:  # noqa: BLE001
            pass  # Then every job does it for itself.


def read_a_notebook() -> None:
    """nbformat compiles its schemas when they are first used, which takes longer than all else in a small job."""
    import jupytext
    import nbformat

    jupytext.reads("# ---\n# a: 1\n# ---\n\n# +\nb = 2\n", fmt="py")
    for minor in range(nbformat.current_nbformat_minor + 1):
        nbformat.validate({"metadata": {}, "cells": [], "nbformat": 4, "nbformat_minor": minor})
    nbformat.validate(nbformat.v3.new_notebook())


def list_plugins() -> None:
    """Airflow 2 looks through all installed packages for plugins when it first serializes a DAG."""
    from airflow.utils.entry_points import entry_points_with_dist

    list(entry_points_with_dist("airflow.plugins"))


def describe_a_dag() -> None:
    """What serializing and rendering import when they are first used."""
    from airflow.models import DAG

    try:
        from airflow.providers.standard.operators.bash import BashOperator
    except ImportError:
        from airflow.operators.bash import BashOperator

    with DAG("warm", schedule=None) as dag:
        BashOperator(task_id="warm", bash_command="{{ ds }}")
    describe_dag(dag, Canon("/nowhere", [], []))


def new_bag(folder: str):
    try:
        from airflow.dag_processing.dagbag import DagBag
    except ImportError:
        from airflow.models.dagbag import DagBag
    return DagBag(dag_folder=folder, collect_dags=False)


class NoGusty:
    """Refuses to import gusty: generated files run without it."""

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "gusty":
            raise ModuleNotFoundError("generated files import no gusty")
        return None


# A folder that windsock.yml declares is what this entry point would make of it.
DECLARED = """
import glob
import importlib
import os
import sys

import yaml
from airflow import DAG  # noqa: F401
from gusty import create_dag
from gusty.parsing.loaders import generate_loader

MAPS = ("user_defined_macros", "user_defined_filters", "dag_constructors", "parse_hooks")
# A pattern of windsock.yml names hidden folders too.
HIDDEN = {"include_hidden": True} if sys.version_info >= (3, 11) else {}
FUNCTIONS = ("on_success_callback", "on_failure_callback", "sla_miss_callback")


def function_of(value):
    # `module:function`
    if not isinstance(value, str) or ":" not in value:
        return value
    module, name = value.split(":", 1)
    return getattr(importlib.import_module(module), name)


with open(CONFIGURATION) as file:
    config = yaml.load(file, Loader=generate_loader())
for entry in config["dags"]:
    given = dict(entry.get("arguments") or {})
    for name in given:
        if name in FUNCTIONS:
            given[name] = function_of(given[name])
        elif name in MAPS and isinstance(given[name], dict):
            given[name] = {key: function_of(value) for key, value in given[name].items()}
    if FOLDER in glob.glob(os.path.join(ROOT, entry["path"]), recursive=True, **HIDDEN):
        globals()[os.path.basename(FOLDER)] = create_dag(FOLDER, **given)
        break
"""


def last_line(text: str) -> str:
    """`Class: message` at the end of a traceback, without the module of the class."""
    lines = text.strip().split("\n")
    start = max((i for i, line in enumerate(lines) if re.match(r"^[A-Za-z_][\w.]*(:|$)", line)), default=len(lines) - 1)
    found = "\n".join(lines[start:])
    return re.sub(r"^(?:\w+\.)+(?=\w+(:|$))", "", found)


def run(job: dict) -> dict:
    """One job, in a process of its own."""
    sys.dont_write_bytecode = True
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    home = job["home"]
    os.environ["AIRFLOW_HOME"] = home
    sys.path.extend([f"{home}/dags", f"{home}/config", f"{home}/plugins"])
    if not job["gusty"]:
        sys.meta_path.insert(0, NoGusty())
    files = list(job["files"])
    named = {}
    declared = job["declared"] or {"configuration": "", "folders": []}
    for number, folder in enumerate(declared["folders"]):
        entry = Path(job["root"], f"declared_by_windsock_{number}.py")
        given = {"ROOT": job["root"], "CONFIGURATION": declared["configuration"], "FOLDER": folder}
        entry.write_text("".join(f"{name} = {value!r}\n" for name, value in given.items()) + DECLARED)
        named[str(entry)] = folder
        files.append(str(entry))

    bag = new_bag(f"{home}/dags")
    for file in files:
        bag.process_file(file, only_if_updated=False, safe_mode=False)
    canon = Canon(job["root"], files, job["folders"])
    dags, errors = {}, {}
    for dag_id, dag in sorted(bag.dags.items()):
        try:
            dags[dag_id] = describe_dag(dag, canon)
        except Exception as error:  # noqa: BLE001
            errors[dag_id] = f"{type(error).__name__}: {error}"
    errors.update({named.get(file, file): last_line(error) for file, error in bag.import_errors.items()})
    return {"dags": dags, "errors": {canon.text(file): canon.text(error) for file, error in sorted(errors.items())}}


def answer_job(connection, job: dict) -> None:
    connection.send(run(job))


def run_all(jobs: list[dict]) -> list[dict]:
    """Every job in a process of its own, some at a time. A job whose process dies or takes too long is an error of its own."""
    results: list[dict] = [
        {"dags": {}, "errors": {"judge": "the process of this job ended without an answer"}} for _ in jobs
    ]
    waiting = list(enumerate(jobs))[::-1]
    running: dict = {}
    while waiting or running:
        while waiting and len(running) < WORKERS:
            index, job = waiting.pop()
            own, other = multiprocessing.Pipe(duplex=False)
            process = FORK.Process(target=answer_job, args=(other, job))
            process.start()
            other.close()
            running[own] = (index, process, time.monotonic())
        for connection in wait(list(running), timeout=1):
            index, process, _ = running.pop(connection)
            try:
                results[index] = connection.recv()
            except EOFError:
                pass
            connection.close()
            process.join()
        for connection, (index, process, started) in list(running.items()):
            if time.monotonic() - started > MOST_SECONDS:
                process.kill()
                results[index]["errors"] = {"judge": f"this job took more than {MOST_SECONDS} seconds"}
                del running[connection]
                process.join()
    return results


def main() -> None:
    """Answers every line of jobs with a line of results, until there are no more."""
    prepare()
    sort_listings()
    import_early()
    # What is there before the forks is never looked through again, and so not copied.
    gc.freeze()
    for line in sys.stdin:
        print(json.dumps(run_all(json.loads(line)), sort_keys=True), flush=True)


if __name__ == "__main__":
    main()
