"""Reads YAML documents with PyYAML's SafeLoader, and writes each as canonical JSON.

stdin: one JSON list of texts. stdout: one JSON list of {"ok": value} or {"error": message}.
"""

import datetime
import json
import sys

import yaml

sys.setrecursionlimit(1000)


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
    return ["other", type(value).__name__]


def read(text):
    try:
        value = yaml.load(text, yaml.SafeLoader)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    try:
        return {"ok": canonical(value)}
    except RecursionError:
        return {"error": "recursive"}


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
