"""Times in which Airflow parses DAG files, and PyYAML reads task files, as JSON.

    PYTHON bench_parse.py < job.json

`job.json`: `{"root": …, "gusty": [files], "generated": [files], "tasks": [files]}`. Every time is the median of several
runs, each in a process of its own that has imported Airflow; `first` imports what the file needs, `warm` has it.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
import warnings

RUNS = 5


def parse(root: str, files: list[str], warm: bool) -> float:
    os.environ["AIRFLOW_HOME"] = root
    if warm:
        bag_of(files)
    start = time.perf_counter()
    bag = bag_of(files)
    seconds = time.perf_counter() - start
    if bag.import_errors or not bag.dags:
        raise RuntimeError(f"no DAGs: {bag.import_errors}")
    return seconds


def bag_of(files: list[str]):
    bag = new_bag()
    for file in files:
        bag.process_file(file, only_if_updated=False, safe_mode=False)
    return bag


def new_bag():
    try:
        from airflow.dag_processing.dagbag import DagBag
    except ImportError:
        from airflow.models.dagbag import DagBag
    return DagBag(dag_folder=os.devnull, collect_dags=False)


def read_yaml(files: list[str]) -> float:
    import yaml

    start = time.perf_counter()
    for file in files:
        with open(file, encoding="utf-8") as opened:
            text = opened.read()
        if file.endswith(".sql"):
            text = text.split("---\n")[1]
        elif file.endswith(".py"):
            text = "\n".join(line[2:] for line in text.split("# ---\n")[1].splitlines())
        yaml.safe_load(text)
    return time.perf_counter() - start


def measure(function, *arguments) -> float:
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        return statistics.median(pool.apply(function, arguments) for _ in range(RUNS))


def main() -> None:
    job = json.load(sys.stdin)
    os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="bench-")
    os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    new_bag()
    import airflow.models.dag  # noqa: F401

    times = {
        f"{world} {kind}": measure(parse, job["root"], job[world], kind == "warm")
        for world in ("gusty", "generated")
        for kind in ("first", "warm")
    }
    print(json.dumps({**times, "yaml": measure(read_yaml, job["tasks"])}))


if __name__ == "__main__":
    main()
