"""The keys that gusty itself would pass to operators, those that they cannot do without, and those that they refuse.

    PYTHON accepted.py HOME operator...

JSON on the last line: what is required and what is refused is found by building the operators.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import warnings

home, operators = sys.argv[1], sys.argv[2:]
os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp()
import airflow.models  # noqa: E402, F401

os.environ["AIRFLOW_HOME"] = home
sys.dont_write_bytecode = True
sys.path.extend([f"{home}/dags", f"{home}/plugins"])
from gusty.building import BASE_OPERATOR_KEYS, _get_operator_parameters  # noqa: E402
from gusty.importing import get_operator  # noqa: E402


REFUSALS = re.compile(r"got an unexpected keyword|got multiple values|Invalid arguments were passed")


def complaint(cls: type, given: dict) -> str:
    """What building the operator says, or nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            cls(task_id="t", **given)
        except Exception as error:  # noqa: BLE001
            return str(error)
    return ""


def describe(operator: str) -> dict:
    cls = get_operator(operator, {})
    keys = {*BASE_OPERATOR_KEYS, *_get_operator_parameters(cls, {}), *_get_operator_parameters(cls.__base__, {})}
    required: dict = {}
    while True:
        missing = re.search(r"missing keyword arguments? (.*)", complaint(cls, required))
        names = [name for name in re.findall(r"'(\w+)'", missing[1] if missing else "") if name not in required]
        if not names:
            break
        required.update(dict.fromkeys(names, "x"))
    others = keys - (set(BASE_OPERATOR_KEYS) - {"kwargs"}) - set(required)
    refused = [key for key in others if REFUSALS.search(complaint(cls, {**required, key: "x"}))]
    return {
        "accepts": sorted(str(key) for key in keys),
        "required": sorted(required),
        "refused": sorted(refused),
        "builds": not REFUSALS.search(complaint(cls, required)),
    }


found = {}
for operator in operators:
    try:
        found[operator] = describe(operator)
    except Exception as error:  # noqa: BLE001
        found[operator] = {"error": f"{type(error).__name__}: {error}"}
print("\n" + json.dumps(found))
