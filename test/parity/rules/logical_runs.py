"""The logical dates of DAGs as their own timetables give them to a scheduler whose clock runs through a year.

    PYTHON logical_runs.py < jobs.json > results.json

Jobs as in `judge.py`. The answer is a list of `{dag id: {"dates": [milliseconds], "until":
milliseconds}}`; of a DAG without a schedule by time it is `null`: nobody knows its dates. Each DAG is switched on at one
odd moment, as a person would do it, and `utcnow` of the timetables stands at the moment of the next run from then on.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[3] / "src/cli/verify/python"))

import judge  # noqa: E402

MOST_RUNS = 4000


def utc(*parts):
    import pendulum

    return pendulum.datetime(*parts)


class Clock:
    """What `utcnow` answers."""

    def __init__(self) -> None:
        self.now = None

    def __call__(self):
        return self.now


def dates_of(dag, clock: Clock):
    from airflow.timetables.base import TimeRestriction

    try:
        from airflow.serialization.encoders import coerce_to_core_timetable

        timetable = coerce_to_core_timetable(dag.timetable)
    except ImportError:
        timetable = dag.timetable
    name = type(timetable).__name__
    if not timetable.periodic or name.startswith(("Continuous", "Once", "Dataset", "Asset", "Partitioned")):
        return None
    starts = [task.start_date for task in dag.tasks if task.start_date]
    starts += [dag.start_date] if dag.start_date else []
    if not starts:
        return None
    import pendulum

    restriction = TimeRestriction(pendulum.instance(min(starts)), None, bool(dag.catchup))
    clock.now = utc(2024, 1, 10, 13, 37, 11).add(microseconds=123456)
    end = utc(2025, 2, 15)
    found, last = [], None
    while len(found) < MOST_RUNS:
        info = timetable.next_dagrun_info(last_automated_data_interval=last, restriction=restriction)
        if info is None or info.logical_date > end:
            return {"dates": found, "until": int(end.timestamp() * 1000)}
        last = info.data_interval
        found.append(int(info.logical_date.timestamp() * 1000))
        clock.now = max(clock.now, info.run_after)
    return {"dates": found, "until": found[-1]}


def run(job: dict) -> dict:
    import os

    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    home = job["home"]
    os.environ["AIRFLOW_HOME"] = home
    sys.path.extend([f"{home}/dags", f"{home}/config", f"{home}/plugins"])
    import airflow.timetables.interval as interval
    import airflow.timetables.trigger as trigger

    clock = Clock()
    interval.utcnow = trigger.utcnow = clock
    bag = judge.new_bag(f"{home}/dags")
    for file in job["files"]:
        bag.process_file(file, only_if_updated=False, safe_mode=False)
    return {dag_id: dates_of(dag, clock) for dag_id, dag in bag.dags.items()}


judge.run = run
if __name__ == "__main__":
    judge.main()
