"""One DAG as canonical JSON: all that Airflow's serialization holds, and what it leaves out but a run can see."""

from __future__ import annotations

import datetime
import inspect
import json
from typing import Any

from jinja2 import TemplateNotFound
from windsock_judge.canonical import Canon

# Where a DAG was loaded from: the one thing in which two worlds must differ.
LOCATION = {
    "fileloc",
    "_processor_dags_folder",
    "relative_fileloc",
    "_relative_fileloc",
    "full_filepath",
    "bundle_name",
    "bundle_version",
    "template_searchpath",
    "_template_searchpath",
}
# Lists that Airflow makes from sets or in the order of tasks.
UNORDERED = {
    "tags",
    "downstream_task_ids",
    "upstream_task_ids",
    "upstream_group_ids",
    "downstream_group_ids",
    "dag_dependencies",
    "_task_group",
}


def describe_dag(dag: Any, canon: Canon) -> dict:
    tasks = {task.task_id: describe_task(task, canon) for task in dag.tasks}
    return {
        "arguments": dag_arguments(dag, canon),
        "template search path": search_path(dag, canon),
        "serialized": serialized(dag, canon),
        "tasks": tasks,
        "edges": sorted([task.task_id, down] for task in dag.tasks for down in task.downstream_task_ids),
        "groups": describe_groups(dag, canon),
        # Last, since rendering changes the tasks.
        "rendered": {task.task_id: rendered(task, dag, canon) for task in dag.tasks},
    }


def dag_arguments(dag: Any, canon: Canon) -> dict:
    names = inspect.signature(type(dag).__init__).parameters
    found = {}
    for name in names:
        if name in LOCATION or name in {"self", "task_group", "dag_id"}:
            continue
        value = getattr(dag, name, None)
        if name in {"user_defined_macros", "user_defined_filters"} and not value:
            value = None
        found[name] = canon.value(sorted(value) if name == "tags" else value)
    found["timetable"] = canon.value(getattr(dag, "timetable", None))
    return found


def search_path(dag: Any, canon: Canon) -> list[str]:
    """`template_searchpath` without the folder of an entry point, which a generated file elsewhere may add."""
    paths = dag.template_searchpath or []
    found = [str(path) for path in ([paths] if isinstance(paths, str) else paths)]
    return [canon.text(path) for path in found if path not in canon.folders]


def serialized(dag: Any, canon: Canon) -> Any:
    """Where this raises, Airflow has no DAG but an import error (`_serialize_dags` of its DAG processor)."""
    try:
        from airflow.serialization.serialized_objects import DagSerialization as Serialized
    except ImportError:
        from airflow.serialization.serialized_objects import SerializedDAG as Serialized
    return ordered(canon.value(json.loads(json.dumps(Serialized.to_dict(dag)))))


def ordered(value: Any, key: str | None = None) -> Any:
    """Sorts what has no order of its own, names tasks by their ids, and leaves locations out."""
    if isinstance(value, list):
        inner = [ordered(one) for one in value]
        if key == "tasks" and all(isinstance(one, dict) for one in inner):
            return {str((one.get("__var") or one).get("task_id")): one for one in inner}
        return sorted(inner, key=repr) if key in UNORDERED else inner
    if not isinstance(value, dict):
        return value
    if value.get("__type") in {"set", "frozenset"} and isinstance(value.get("__var"), list):
        return {**value, "__var": sorted((ordered(one) for one in value["__var"]), key=repr)}
    return {name: ordered(one, name) for name, one in value.items() if name not in LOCATION}


def describe_task(task: Any, canon: Canon) -> dict:
    given = dict(getattr(task, "_BaseOperator__init_kwargs", {}))
    kind = type(task)
    return {
        "class": f"{canon.module(kind)}.{kind.__qualname__}",
        "arguments": {name: canon.value(value) for name, value in given.items() if name not in {"dag", "task_group"}},
        "templates": {name: canon.value(getattr(task, name, None)) for name in task.template_fields},
        "template fields": sorted(task.template_fields),
        "group": getattr(task.task_group, "group_id", None),
        "upstream": sorted(task.upstream_task_ids),
        "downstream": sorted(task.downstream_task_ids),
    }


def describe_groups(dag: Any, canon: Canon) -> dict:
    found = {}
    groups = [dag.task_group]
    while groups:
        group = groups.pop()
        children = list(group.children.values())
        inner = [child for child in children if hasattr(child, "children")]
        groups.extend(inner)
        found[group.group_id or ""] = {
            "tasks": sorted(child.task_id for child in children if not hasattr(child, "children")),
            "groups": sorted(child.group_id for child in inner),
            "upstream groups": sorted(str(one) for one in group.upstream_group_ids),
            "downstream groups": sorted(str(one) for one in group.downstream_group_ids),
            "upstream tasks": sorted(group.upstream_task_ids),
            "downstream tasks": sorted(group.downstream_task_ids),
            "prefix": group.prefix_group_id,
            **{
                name: canon.value(getattr(group, name, None))
                for name in ("tooltip", "ui_color", "ui_fgcolor", "default_args", "doc_md", "group_display_name")
            },
        }
    return found


def rendered(task: Any, dag: Any, canon: Canon) -> Any:
    """The template fields as a run of a fixed date would see them."""
    moment = datetime.datetime(2024, 2, 29, 4, 30, tzinfo=datetime.timezone.utc)
    context = {
        "dag": dag,
        "task": task,
        "ds": "2024-02-29",
        "ds_nodash": "20240229",
        "ts": moment.isoformat(),
        "ts_nodash": "20240229T043000",
        "logical_date": moment,
        "execution_date": moment,
        "data_interval_start": moment,
        "data_interval_end": moment + datetime.timedelta(days=1),
        "params": {name: param for name, param in task.params.items()},
        "run_id": "scheduled__2024-02-29T04:30:00+00:00",
    }
    try:
        task.render_template_fields(context)
        # A field can hold what is undefined, which fails only when it is looked at.
        return {name: canon.value(getattr(task, name, None)) for name in task.template_fields}
    except TemplateNotFound as error:
        return f"TemplateNotFound: {canon.text(error.name or '')}"
    except Exception as error:  # noqa: BLE001
        return canon.text(f"{type(error).__name__}: {error}")
