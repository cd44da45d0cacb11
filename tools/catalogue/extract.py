"""Reads every operator of Airflow and its providers out of their wheels and writes them as one JSON file.

    python tools/catalogue/extract.py pins-3.3.txt wheels/3.3 src/catalogue/data/airflow-3.json
    python tools/catalogue/extract.py pins.txt wheels ours.json acme other.package

With packages behind the output only their operators are written, and the classes right above them: the file for
`operators.catalogues` of a project with private packages (docs/catalogue.md).

The wheels are those that the pins name (`pip download --no-deps --only-binary :all: -d wheels/3.3 -r pins-3.3.txt`).
Nothing is imported or run: the sources are read with `ast`.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

from chain import chain_of
from classes import Classes, Parameter
from modules import Class, Lazy, Modules

CORE_BASE = {2: ("airflow.models.baseoperator", "BaseOperator"), 3: ("airflow.sdk.bases.operator", "BaseOperator")}
CORE_SENSOR = {2: ("airflow.sensors.base", "BaseSensorOperator"), 3: ("airflow.sdk.bases.sensor", "BaseSensorOperator")}
CORE_DAG = {2: ("airflow.models.dag", "DAG"), 3: ("airflow.sdk.definitions.dag", "DAG")}
CORE_GROUP = {
    2: ("airflow.utils.task_group", "TaskGroup"),
    3: ("airflow.sdk.definitions.taskgroup", "TaskGroup"),
}
# Names that every operator module imports: not worth an alias each.
COMMON = {"BaseOperator", "BaseSensorOperator", "DecoratedOperator"}


def read_pins(path: Path) -> dict[str, str]:
    lines = (line.split("#")[0].strip() for line in path.read_text().splitlines())
    return dict(line.split("==") for line in lines if line)


def find_class(modules: Modules, module: str, name: str) -> Class:
    found = modules.resolve(module, name)
    if not isinstance(found, Class):
        raise SystemExit(f"{module}.{name} is no class in these wheels")
    return found


class Tables:
    """Strings, parameters and lists, each once; rows speak of them by number."""

    def __init__(self) -> None:
        self.strings: dict[str, int] = {}
        self.lists: dict[tuple[int, ...], int] = {}

    def string(self, text: str) -> int:
        return self.strings.setdefault(text, len(self.strings))

    def parameters(self, found: tuple[Parameter, ...]) -> int:
        """Twice the number of the name, plus one where it has no default; `self` left out."""
        return self.list(tuple(2 * self.string(p.name) + int(p.required) for p in found if p.name != "self"))

    def names(self, found: list[str]) -> int:
        return self.list(tuple(2 * self.string(name) for name in sorted(set(found))))

    def list(self, numbers: tuple[int, ...]) -> int:
        return self.lists.setdefault(numbers, len(self.lists))


def candidates(modules: Modules, only: list[str]) -> list[str]:
    """Modules that may hold or re-export an operator, sorted; where `only` names packages, those of these."""
    if only:
        return sorted(
            name
            for name in {*modules.sources, *modules.virtual}
            if any(name == package or name.startswith(f"{package}.") for package in only)
        )
    plain = re.compile(r"^airflow\.(providers|operators|sensors|models|sdk|contrib|decorators|utils)\b")
    return sorted(
        name
        for name in {*modules.sources, *modules.virtual}
        if plain.match(name) and not re.search(r"\.(tests|migrations|example_dags|_vendor|www|ui)\b", name)
    )


def deprecated(cls: Class) -> bool:
    return any("deprecated" in ast.unparse(decorator).split("(")[0] for decorator in cls.node.decorator_list)


def extract(pins: dict[str, str], wheels: Path, only: list[str]) -> dict:
    airflow = pins["apache-airflow"]
    major = int(airflow.split(".")[0])
    modules = Modules(wheels, airflow)
    classes = Classes(modules)
    base = find_class(modules, *CORE_BASE[major])
    sensor = find_class(modules, *CORE_SENSOR[major])

    # Package modules first: reading them makes the modules that they only pretend to have.
    for name in sorted(name for name, (_, _, package) in modules.sources.items() if package and modules.ours(name)):
        modules.table(name)

    found: dict[str, Class] = {}
    aliases: dict[str, str] = {}
    for module in candidates(modules, only):
        for name in list(modules.table(module)):
            if not re.match(r"^_?[A-Z]", name):
                continue
            cls = modules.resolve(module, name)
            if not isinstance(cls, Class) or base.path not in {one.path for one in classes.order(cls)}:
                continue
            if only and cls.module not in candidates(modules, only):
                continue
            found[cls.path] = cls
            path = f"{module}.{name}"
            binding = modules.table(module)[name]
            if path != cls.path and (isinstance(binding, Lazy) or cls.node.name not in COMMON):
                aliases[path] = cls.path

    rows: dict[str, Class] = {}
    for path in sorted(found):
        for one in (found[path], *(b for b in classes.bases(found[path])[:1] if b)):
            rows.setdefault(one.path, one)
    order = sorted(rows)
    number = {path: position for position, path in enumerate(order)}
    tables = Tables()
    by_module: dict[str, list] = {}
    for path in order:
        cls = rows[path]
        bases = classes.bases(cls)
        fields = classes.template_fields(cls)
        line = {one.path for one in classes.order(cls)}
        direct = number.get(bases[0].path, -1) if bases and bases[0] else -1
        flags = (
            int(sensor.path in line)
            + 2 * int(fields is None or None in bases[:1])
            + 4 * int(deprecated(cls))
            + 8 * int(base.path not in line)
        )
        row = [
            cls.node.name,
            number[path],
            tables.parameters(classes.init(cls)),
            tables.names(fields or []),
            direct,
            flags,
        ]
        if base.path in line and fields is not None and None not in bases[:1]:
            row += [tables.names(keys) for keys in judged(classes, cls, base, fields)]
        by_module.setdefault(cls.module, []).append(row)

    core = {
        "dag": find_class(modules, *CORE_DAG[major]),
        "taskGroup": find_class(modules, *CORE_GROUP[major]),
        "baseOperator": base,
    }
    return {
        "airflow": airflow,
        "packages": {
            k.removeprefix("apache-airflow-providers-"): v
            for k, v in sorted(pins.items())
            if not only or not k.startswith("apache-airflow")
        },
        "core": {key: tables.parameters(classes.init(cls)) for key, cls in core.items()},
        "modules": by_module,
        "aliases": _by_module(aliases, number),
        "strings": list(tables.strings),
        "lists": [list(numbers) for numbers in tables.lists],
    }


def judged(classes: Classes, cls: Class, base: Class, fields: list[str]) -> list[list[str]]:
    """
    Keys that the class would take and gusty does not pass on; keys that gusty passes on and the class refuses; keys that
    a class above it needs. Nothing where all three are empty.
    """

    def names(one: Class) -> set[str]:
        return {parameter.name for parameter in classes.init(one)}

    passed = names(base) | names(cls) | set(fields)
    for one in classes.bases(cls)[:1]:
        if one is not None:
            passed |= names(one) | set(classes.template_fields(one) or [])
    chain = chain_of(classes, cls, passed)
    found = [sorted((chain.taken or frozenset()) - passed), sorted(chain.refused), sorted(chain.needed - {"task_id"})]
    return found if any(found) else []


def _by_module(aliases: dict[str, str], number: dict[str, int]) -> dict[str, dict[str, int]]:
    grouped: dict[str, dict[str, int]] = {}
    for path in sorted(aliases):
        module, _, name = path.rpartition(".")
        grouped.setdefault(module, {})[name] = number[aliases[path]]
    return grouped


def write(data: dict) -> str:
    """Compact JSON, one line for each module, so that a new pin reads as a difference."""
    lines = []
    for key, value in data.items():
        if key in {"modules", "aliases"}:
            inner = ",\n".join(f"{json.dumps(k)}:{json.dumps(v, separators=(',', ':'))}" for k, v in value.items())
            lines.append(f'"{key}":{{\n{inner}\n}}')
        else:
            lines.append(f'"{key}":{json.dumps(value, separators=(",", ":"))}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    pins_file, wheel_folder, output = (Path(argument) for argument in sys.argv[1:4])
    text = write(extract(read_pins(pins_file), wheel_folder, sys.argv[4:]))
    output.write_text(text)
    print(f"{output}: {len(text)} bytes")
