"""Python values as JSON that is equal where the values do the same."""

from __future__ import annotations

import builtins
import datetime
import enum
import functools
import math
import re
import types
from pathlib import Path
from typing import Any

MAX_DEPTH = 12


def names_of(code: types.CodeType) -> set[str]:
    """Names that a function looks up outside itself, those of functions inside it too."""
    inner = (names_of(one) for one in code.co_consts if isinstance(one, types.CodeType))
    return set(code.co_names).union(*inner)


class Canon:
    """Turns values of one world into JSON, in which paths below `root` and addresses are the same in every world."""

    def __init__(self, root: str, files: list[str], folders: list[str]) -> None:
        self.root = root
        # gusty names a module by the letters and digits of its file's path.
        self.letters = "".join(char for char in root if char.isalnum())
        self.folders = set(folders)
        self.files = set(files)
        self.describing: set[int] = set()

    def text(self, text: str) -> str:
        text = text.replace(self.root, "<project>").replace(self.letters, "<project>")
        return re.sub(r"\b0x[0-9a-f]{6,}\b", "0x", text)

    def value(self, value: Any, depth: int = 0) -> Any:
        again = lambda inner: self.value(inner, depth + 1)  # noqa: E731
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, enum.Enum):
            return {"enum": f"{type(value).__name__}.{value.name}"}
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, int):
            return value
        if isinstance(value, float):
            return value if math.isfinite(value) else {"float": repr(value)}
        if isinstance(value, bytes):
            return {"bytes": value.hex()}
        if isinstance(value, datetime.datetime):
            return {"datetime": value.isoformat()}
        if isinstance(value, datetime.date):
            return {"date": value.isoformat()}
        if isinstance(value, datetime.timedelta):
            return {"timedelta": value / datetime.timedelta(microseconds=1)}
        if isinstance(value, datetime.tzinfo):
            return {"timezone": str(value)}
        if isinstance(value, Path):
            return {"path": self.text(str(value))}
        if isinstance(value, (set, frozenset)):
            return {"set": sorted((again(one) for one in value), key=repr)}
        if depth > MAX_DEPTH:
            return {"too deep": type(value).__name__}
        if type(value) is list:
            return [again(one) for one in value]
        if isinstance(value, tuple):
            return {"tuple": [again(one) for one in value]}
        if isinstance(value, dict):
            if all(isinstance(key, str) for key in value):
                return {self.text(key): again(one) for key, one in value.items()}
            return {"mapping": [[again(key), again(one)] for key, one in value.items()]}
        if isinstance(value, functools.partial):
            return {"partial": again(value.func), "args": again(value.args), "kwargs": again(value.keywords)}
        if isinstance(value, types.FunctionType):
            return self.function(value, depth)
        if isinstance(value, types.MethodType):
            return {"method": value.__name__, "of": again(value.__self__)}
        if isinstance(value, (type, types.BuiltinFunctionType)):
            return {"name": f"{self.module(value)}.{value.__qualname__}"}
        if isinstance(value, types.ModuleType):
            return {"module": value.__name__}
        return self.thing(value, depth)

    def module(self, value: Any) -> str:
        """A module's name; one made from a file is named by the file, as Airflow and gusty give it a made-up name."""
        name = getattr(value, "__module__", None) or ""
        return "<module of the DAG file>" if name.startswith("unusual_prefix_") else self.text(name)

    def thing(self, value: Any, depth: int) -> Any:
        """An object: its class and what it holds."""
        if hasattr(value, "dag_id") and hasattr(value, "task_dict"):
            return {"dag": value.dag_id}
        if hasattr(value, "task_id") and hasattr(value, "template_fields"):
            return {"task": value.task_id}
        if hasattr(value, "group_id") and hasattr(value, "children"):
            return {"group": value.group_id}
        kind = f"{self.module(type(value))}.{type(value).__qualname__}"
        if kind == "absql.Runner":
            return {"object": kind, "context": self.value(value.extra_context, depth + 1)}
        state = dict(getattr(value, "__dict__", {}))
        for owner in type(value).__mro__:
            slots = owner.__dict__.get("__slots__", ())
            for slot in (slots,) if isinstance(slots, str) else slots:
                name = f"_{owner.__name__.lstrip('_')}{slot}" if slot.startswith("__") else slot
                if slot not in {"__dict__", "__weakref__"} and hasattr(value, name):
                    state[name] = getattr(value, name)
        if not state:
            return {"object": kind, "as": self.text(repr(value))}
        state = {key: one for key, one in state.items() if key not in {"logger", "log", "_log", "_cached_logger"}}
        return {"object": kind, "state": {key: self.value(one, depth + 1) for key, one in sorted(state.items())}}

    def function(self, function: types.FunctionType, depth: int) -> Any:
        """What a function does: counts days, runs a file, is a function of a task's file, or has this code."""
        code = function.__code__
        if function.__name__ == "days_ago":
            return {"function": "days_ago", "gives": [self.value(function(days)) for days in (0, 1, -2)]}
        if "exec" in code.co_names and code.co_argcount == 0:
            return self.executed(function)
        file = code.co_filename
        if function.__module__ == "".join(char for char in file if char.isalnum()):
            return {"function": function.__qualname__, "file": self.text(file), "line": code.co_firstlineno}
        if not file.startswith(self.root):
            return {"name": f"{self.module(function)}.{function.__qualname__}"}
        if id(function) in self.describing:
            return {"function": function.__name__}
        self.describing.add(id(function))
        try:
            return self.written(function, depth)
        finally:
            self.describing.discard(id(function))

    def written(self, function: types.FunctionType, depth: int) -> Any:
        """A function of a DAG file or of a module of the project: its code, and the values that it uses."""
        code = function.__code__
        wanted = names_of(code) - {"__file__"}
        used = {name: one for name, one in function.__globals__.items() if name in wanted}
        return {
            "function": function.__name__,
            "uses": {name: self.value(one, depth + 1) for name, one in sorted(used.items())},
            "code": self.code(code),
            "defaults": self.value(function.__defaults__, depth + 1),
            "keyword defaults": self.value(function.__kwdefaults__, depth + 1),
            "closure": [self.value(cell.cell_contents, depth + 1) for cell in function.__closure__ or ()],
        }

    def code(self, code: types.CodeType) -> Any:
        constants = [self.code(one) if isinstance(one, types.CodeType) else self.value(one) for one in code.co_consts]
        return {"does": code.co_code.hex(), "names": list(code.co_names), "constants": constants}

    def executed(self, function: types.FunctionType) -> Any:
        """Calls a function with `exec` replaced by a note of what it would run."""
        seen: dict[str, Any] = {}
        opened: list[str] = []
        real_exec, real_open = builtins.exec, builtins.open

        def note(source, variables=None, own=None, /, **_):
            seen["runs"] = self.text(source if isinstance(source, str) else source.co_filename)
            seen["split scopes"] = variables is None or (own is not None and own is not variables)

        def listen(file, *rest, **more):
            opened.append(self.text(str(file)))
            return real_open(file, *rest, **more)

        builtins.exec, builtins.open = note, listen
        try:
            function()
        except Exception as error:  # noqa: BLE001
            seen["raises"] = self.text(f"{type(error).__name__}: {error}")
        finally:
            builtins.exec, builtins.open = real_exec, real_open
        return {**seen, "files": opened}
