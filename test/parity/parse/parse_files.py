"""Reads task files and METADATA.yml with the real gusty, and writes each as canonical JSON.

stdin: one JSON list of {"name", "text"}. stdout, last line: one JSON list of {"ok": specs} or {"error": message}.
The YAML tags call the real functions, so that they raise where those raise, and then give the call itself.
"""

import datetime
import functools
import json
import os
import sys
import tempfile

os.environ.setdefault("AIRFLOW_HOME", tempfile.mkdtemp())
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"

from absql import Runner  # noqa: E402
from absql.functions import env_switch, env_var, previous_date, previous_hour  # noqa: E402
from gusty.parsing import default_parsers, parse  # noqa: E402
from gusty.parsing.loaders import generate_loader  # noqa: E402
from gusty.utils import days_ago  # noqa: E402


class Call:
    __hash__ = object.__hash__

    def __init__(self, fn, args, kwargs):
        self.fn, self.args, self.kwargs = fn, args, kwargs


def plain(value):
    """The real function's argument: a nested call becomes its value."""
    if isinstance(value, Call):
        return FUNCTIONS["!" + value.fn.split(".")[-1]](*map(plain, value.args), **{k: plain(v) for k, v in value.kwargs.items()})
    return value


def recorded(path, function):
    def record(*args, **kwargs):
        function(*map(plain, args), **{key: plain(value) for key, value in kwargs.items()})
        return Call(path, args, kwargs)

    return record


FUNCTIONS = {
    "!timedelta": datetime.timedelta,
    "!datetime": datetime.datetime,
    "!days_ago": days_ago,
    "!env_var": env_var,
    "!env_switch": env_switch,
    "!previous_date": previous_date,
    "!previous_hour": previous_hour,
}
PATHS = {
    "!timedelta": "datetime.timedelta",
    "!datetime": "datetime.datetime",
    "!days_ago": "gusty.utils.days_ago",
    "!env_var": "absql.functions.env_var",
    "!env_switch": "absql.functions.env_switch",
    "!previous_date": "absql.functions.time.previous_date",
    "!previous_hour": "absql.functions.time.previous_hour",
}
RECORDERS = {tag: recorded(PATHS[tag], function) for tag, function in FUNCTIONS.items()}


def canonical(value):
    if value is None:
        return ["null"]
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", hex(value)]
    if isinstance(value, float):
        return ["float", "nan" if value != value else value.hex()]
    if isinstance(value, str):
        return ["str", value]
    if isinstance(value, datetime.datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, datetime.date):
        return ["date", value.isoformat()]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    if isinstance(value, list):
        return ["list", [canonical(item) for item in value]]
    if isinstance(value, tuple):
        return ["tuple", [canonical(item) for item in value]]
    if isinstance(value, set):
        return ["set", sorted((canonical(item) for item in value), key=json.dumps)]
    if isinstance(value, dict):
        return ["map", [[canonical(key), canonical(item)] for key, item in value.items()]]
    if isinstance(value, Call):
        return ["call", value.fn, [canonical(item) for item in value.args], [[key, canonical(item)] for key, item in value.kwargs.items()]]
    if isinstance(value, functools.partial):
        return ["partial", canonical(value.func), [[key, canonical(item)] for key, item in value.keywords.items()]]
    if callable(value):
        return ["run-file"] if value.__name__ == "<lambda>" else ["function", value.__name__]
    return ["other", type(value).__name__]


OWN = ("task_id", "file_path", "absql_runner")


def spec(fields):
    return [fields["task_id"], [[key, canonical(value)] for key, value in fields.items() if isinstance(key, str) and key not in OWN]]


def metadata(path, loader):
    runner = Runner(**{tag.strip("!"): function for tag, function in RECORDERS.items()})
    fields = default_parsers[".yml"](path, loader, runner, render_on_create=True)
    return [[key, canonical(value)] for key, value in fields.items() if not callable(value) or isinstance(value, Call)]


def read(folder, file):
    path = os.path.join(folder, file["name"])
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(file["text"])
    loader = generate_loader(RECORDERS)
    try:
        if file["name"] == "METADATA.yml":
            return {"ok": metadata(path, loader)}
        specs = parse(path, loader=loader)
        return {"ok": [spec(one) for one in (specs if isinstance(specs, list) else [specs])]}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


with tempfile.TemporaryDirectory() as folder:
    result = [read(folder, file) for file in json.load(sys.stdin)]
print("\n" + json.dumps(result))
