"""Compares a catalogue with the real classes of the environment it runs in: signature, base, template fields.

    ENVIRONMENT/bin/python tools/catalogue/verify.py src/catalogue/data/airflow-3.json

Classes whose module cannot be imported there are counted, not compared. Exit code 1 if anything differs.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import sys
import tempfile
import warnings

os.environ.setdefault("AIRFLOW_HOME", tempfile.mkdtemp())
warnings.simplefilter("ignore")


def load(module: str, name: str):
    try:
        return getattr(importlib.import_module(module), name)
    except Exception:
        return None


def parameters(cls) -> list[list]:
    signature = inspect.signature(cls.__init__).parameters.values()
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return [[p.name, p.default is p.empty and p.kind not in variadic] for p in signature if p.name != "self"]


def main(path: str) -> int:
    data = json.load(open(path))
    rows = {row[1]: (module, *row) for module, found in data["modules"].items() for row in found}

    def names(number: int) -> list[list]:
        return [[data["strings"][n >> 1], bool(n & 1)] for n in data["lists"][number]]

    compared = missing = 0
    wrong = []
    for module, name, _, init, fields, base, flags, *_ in rows.values():
        cls = load(module, name)
        if cls is None:
            missing += 1
            continue
        compared += 1
        if names(init) != parameters(cls):
            wrong.append((module, name, "__init__", names(init), parameters(cls)))
        if flags & 8:
            continue
        real = cls.__base__
        if base >= 0 and f"{rows[base][0]}.{rows[base][1]}" != f"{real.__module__}.{real.__name__}":
            wrong.append((module, name, "__base__", rows[base][:2], real))
        if base < 0 and not flags & 2 and real is not object:
            wrong.append((module, name, "__base__", None, real))
        if not flags & 2:
            found = sorted({str(field) for field in getattr(cls, "template_fields", ())})
            if [field for field, _ in names(fields)] != found:
                wrong.append((module, name, "template_fields", names(fields), found))
    aliases = 0
    for module, found in data["aliases"].items():
        for name, number in found.items():
            cls = load(module, name)
            if cls is not None:
                aliases += 1
                if (cls.__module__, cls.__name__) != rows[number][:2]:
                    wrong.append((module, name, "alias", rows[number][:2], (cls.__module__, cls.__name__)))
    known = {f"{module}.{name}" for module, name, *_ in rows.values()}
    places = ("airflow.sdk", "airflow.models.baseoperator")
    base_operator = next(cls for cls in (load(module, "BaseOperator") for module in places) if cls)
    stack, lacking = [base_operator], []
    while stack:
        cls = stack.pop()
        stack.extend(cls.__subclasses__())
        path_of = f"{cls.__module__}.{cls.__qualname__}"
        if path_of not in known and cls.__module__.startswith("airflow.") and "<locals>" not in path_of:
            lacking.append(path_of)
    for key, places in {
        "dag": ("airflow.sdk.DAG", "airflow.models.dag.DAG"),
        "taskGroup": ("airflow.sdk.TaskGroup", "airflow.utils.task_group.TaskGroup"),
        "baseOperator": ("airflow.sdk.BaseOperator", "airflow.models.baseoperator.BaseOperator"),
    }.items():
        cls = next(cls for cls in (load(*place.rsplit(".", 1)) for place in places) if cls)
        if names(data["core"][key]) != parameters(cls):
            wrong.append(("core", key, "__init__", names(data["core"][key]), parameters(cls)))
    for line in wrong:
        print("differs:", *line)
    for path_of in sorted(set(lacking)):
        print("not in the catalogue:", path_of)
    print(
        f"{compared} classes compared, {missing} not importable here, {aliases} aliases, "
        f"{len(wrong)} differences, {len(set(lacking))} lacking"
    )
    return 1 if wrong or lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
