"""Renders texts of METADATA.yml with ABSQL's own `render_text`: JSON in, JSON out."""

import json
import sys

from absql.render import render_text

CONTEXT = {
    "a": "x y",
    "n": 7,
    "none_": None,
    "yes": True,
    "half": 0.5,
    "items": [3, "b", None],
    "conf": {"k": "v", "deep": {"z": 1}, "list": ["p", "q"]},
    "empty": [],
}


def render(text):
    try:
        return {"text": render_text(text, **CONTEXT)}
    except Exception as error:
        return {"raises": f"{type(error).__name__}: {error}"}


print(json.dumps([render(text) for text in json.load(sys.stdin)]))
