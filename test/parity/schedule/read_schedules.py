"""Reads a JSON list of cron expressions; says of each whether this Airflow takes it, and its next 30 runs."""

import contextlib
import json
import os
import sys
import tempfile
from datetime import datetime, timezone

os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="airflow-")
os.environ["AIRFLOW__LOGGING__LOGGING_LEVEL"] = "ERROR"

with contextlib.redirect_stdout(sys.stderr):
    from croniter import croniter

    try:
        from airflow.sdk import DAG
    except ImportError:
        from airflow import DAG

EPOCH = datetime(1970, 1, 1)
FIRST = datetime(2024, 1, 1) - (datetime(2024, 1, 2) - datetime(2024, 1, 1)) / 86400
LAST = datetime(2026, 1, 1)


def read(expression: str) -> dict:
    try:
        start = datetime(2024, 1, 1, tzinfo=timezone.utc)
        dag = DAG("schedule", schedule=expression, start_date=start, max_active_runs=1)
        dag.timetable.validate()
    except Exception as error:  # noqa: BLE001
        return {"ok": False, "why": f"{type(error).__name__}: {error}"}
    if expression.startswith("@"):
        return {"ok": True, "runs": []}
    runs = []
    try:
        times = croniter(expression, FIRST)
        while len(runs) < 30:
            run = times.get_next(datetime)
            if run >= LAST:
                break
            runs.append(int((run - EPOCH).total_seconds()))
    except Exception:  # noqa: BLE001
        pass
    return {"ok": True, "runs": runs}


expressions = json.load(sys.stdin)
json.dump([read(expression) for expression in expressions], sys.stdout)
