"""The keys that gusty itself would pass to operators, as JSON on the last line: `PYTHON accepted.py HOME operator...`."""

from __future__ import annotations

import inspect
import json
import os
import sys
import tempfile

home, operators = sys.argv[1], sys.argv[2:]
os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp()
import airflow.models  # noqa: E402, F401

os.environ["AIRFLOW_HOME"] = home
sys.dont_write_bytecode = True
sys.path.extend([f"{home}/dags", f"{home}/plugins"])
from gusty.building import BASE_OPERATOR_KEYS, _get_operator_parameters  # noqa: E402
from gusty.importing import get_operator  # noqa: E402


def describe(operator: str) -> dict:
    cls = get_operator(operator, {})
    keys = {*BASE_OPERATOR_KEYS, *_get_operator_parameters(cls, {}), *_get_operator_parameters(cls.__base__, {})}
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    required = [
        p.name
        for p in inspect.signature(cls.__init__).parameters.values()
        if p.name != "self" and p.default is p.empty and p.kind not in variadic
    ]
    return {"accepts": sorted(str(key) for key in keys), "required": required}


found = {}
for operator in operators:
    try:
        found[operator] = describe(operator)
    except Exception as error:  # noqa: BLE001
        found[operator] = {"error": f"{type(error).__name__}: {error}"}
print("\n" + json.dumps(found))
