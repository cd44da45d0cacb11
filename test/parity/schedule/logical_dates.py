"""Reads a JSON list of `[cron, zone]`; writes for each the logical dates that Airflow's own timetable gives around 2024."""

import contextlib
import json
import os
import sys
import tempfile

os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="airflow-")
os.environ["AIRFLOW__LOGGING__LOGGING_LEVEL"] = "ERROR"

with contextlib.redirect_stdout(sys.stderr):
    import pendulum
    from airflow.timetables.base import TimeRestriction

    try:
        from airflow.sdk import DAG as _  # noqa: F401
        from airflow.timetables.trigger import CronTriggerTimetable as Timetable
    except ImportError:
        from airflow.timetables.interval import CronDataIntervalTimetable as Timetable

FIRST = pendulum.datetime(2023, 11, 1)
LAST = pendulum.datetime(2025, 1, 15)


def dates(cron: str, zone: str) -> list[int]:
    timetable = Timetable(cron, timezone=pendulum.timezone(zone))
    restriction = TimeRestriction(FIRST, LAST, True)
    found, last = [], None
    while len(found) < 2000:
        info = timetable.next_dagrun_info(last_automated_data_interval=last, restriction=restriction)
        if info is None:
            break
        last = info.data_interval
        found.append(int(info.logical_date.timestamp()))
    return found


json.dump([dates(*schedule) for schedule in json.load(sys.stdin)], sys.stdout)
