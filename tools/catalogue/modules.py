"""The modules inside a folder of wheels: their names, and what each name stands for. Nothing is imported."""

from __future__ import annotations

import ast
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Union

MAX_DEPTH = 60


@dataclass(frozen=True)
class Imported:
    """`from module import name`, or `import module` where `name` is None."""

    module: str
    name: str | None


@dataclass(frozen=True)
class Lazy:
    """A name that the module gives through `__getattr__`: the first target that exists."""

    targets: tuple[tuple[str, str], ...]


Binding = Union[Imported, Lazy, ast.ClassDef, ast.FunctionDef, ast.expr]


@dataclass(frozen=True)
class Class:
    """A class of a module, as written."""

    module: str
    node: ast.ClassDef

    @property
    def path(self) -> str:
        return f"{self.module}.{self.node.name}"


@dataclass(frozen=True)
class Expression:
    """A value of a module that is no class."""

    module: str
    node: ast.expr | ast.FunctionDef


@dataclass(frozen=True)
class ModuleName:
    name: str


@dataclass(frozen=True)
class External:
    """Something outside the wheels: known by its path only."""

    path: str


Resolved = Union[Class, Expression, ModuleName, External, None]


def gate(name: str, airflow: tuple[int, int]) -> bool | None:
    """What a constant such as `AIRFLOW_V_3_0_PLUS` is for this Airflow."""
    match = re.fullmatch(r"_?AIRFLOW_V_(\d+)_(\d+)(?:_\d+)?_PLUS", name)
    return airflow >= (int(match[1]), int(match[2])) if match else None


def truth_of(test: ast.expr, airflow: tuple[int, int]) -> bool | None:
    """Whether a condition at module or class level holds for this Airflow; None where it is not known."""
    if isinstance(test, ast.Constant):
        return bool(test.value)
    if isinstance(test, (ast.Name, ast.Attribute)):
        name = test.id if isinstance(test, ast.Name) else test.attr
        return False if name == "TYPE_CHECKING" else gate(name, airflow)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = truth_of(test.operand, airflow)
        return None if inner is None else not inner
    if isinstance(test, ast.BoolOp):
        parts = [truth_of(value, airflow) for value in test.values]
        decides = isinstance(test.op, ast.Or)
        if decides in parts:
            return decides
        return None if None in parts else not decides
    return None


class Modules:
    """All modules of a folder of wheels, read when asked for."""

    def __init__(self, wheels: Path, airflow: str) -> None:
        major, minor = airflow.split(".")[:2]
        self.airflow = (int(major), int(minor))
        self.sources: dict[str, tuple[Path, str, bool]] = {}
        self.tables: dict[str, dict[str, Binding]] = {}
        self.stars: dict[str, list[str]] = {}
        self.virtual: dict[str, dict[str, Lazy]] = {}
        self.names: dict[str, dict[str, Binding]] = {}
        self.packages: set[str] = set()
        self.opened: dict[Path, zipfile.ZipFile] = {}
        for wheel in sorted(wheels.glob("*.whl")):
            archive = zipfile.ZipFile(wheel)
            self.opened[wheel] = archive
            for name in archive.namelist():
                if name.endswith(".py") and not name.split("/")[0].endswith((".dist-info", ".data")):
                    self._add(wheel, name)

    def _add(self, wheel: Path, name: str) -> None:
        parts = name[:-3].split("/")
        package = parts[-1] == "__init__"
        module = ".".join(parts[:-1] if package else parts)
        self.sources.setdefault(module, (wheel, name, package))
        for end in range(1, len(parts)):
            self.packages.add(".".join(parts[:end]))

    def exists(self, module: str) -> bool:
        return module in self.sources or module in self.packages or module in self.virtual

    def ours(self, module: str) -> bool:
        return module.split(".")[0] in {"airflow", "airflow_shared"}

    def table(self, module: str) -> dict[str, Binding]:
        """Top-level names of a module in the order in which they are bound; the last one wins."""
        if module not in self.tables:
            names: dict[str, Binding] = {}
            self.tables[module] = names
            if module in self.sources:
                wheel, path, package = self.sources[module]
                try:
                    tree = ast.parse(self.opened[wheel].read(path))
                except (SyntaxError, ValueError):
                    tree = ast.Module([], [])
                _Body(self, module, package, names).run(tree.body)
            names.update({k: v for k, v in self.virtual.get(module, {}).items() if k not in names})
        return self.tables[module]

    def resolve(self, module: str, name: str, depth: int = 0) -> Resolved:
        """What `from module import name` gives."""
        if depth > MAX_DEPTH:
            return None
        if not self.exists(module):
            parent, _, last = module.rpartition(".")
            if parent and self.exists(parent):
                self.table(parent)
            if not self.exists(module):
                return None if self.ours(module) else External(f"{module}.{name}")
        table = self.table(module)
        if name in table:
            return self.follow(module, table[name], depth + 1)
        if "*" in table and isinstance(table["*"], Lazy) and not name.startswith("__"):
            return self.resolve(table["*"].targets[0][0], name, depth + 1)
        for star in self.stars.get(module, []):
            found = self.resolve(star, name, depth + 1)
            if found is not None:
                return found
        if self.exists(f"{module}.{name}"):
            return ModuleName(f"{module}.{name}")
        return None

    def follow(self, module: str, binding: Binding, depth: int) -> Resolved:
        if isinstance(binding, ast.ClassDef):
            return Class(module, binding)
        if isinstance(binding, Imported):
            if binding.name is None:
                return ModuleName(binding.module)
            return self.resolve(binding.module, binding.name, depth)
        if isinstance(binding, Lazy):
            for target, name in binding.targets:
                found = self.resolve(target, name, depth)
                if found is not None and not isinstance(found, External):
                    return found
            return None
        if isinstance(binding, (ast.Name, ast.Attribute)):
            return self.expression(module, binding, depth) or Expression(module, binding)
        return Expression(module, binding)

    def expression(self, module: str, node: ast.expr, depth: int = 0) -> Resolved:
        """What a name or a dotted name written in a module stands for."""
        if depth > MAX_DEPTH:
            return None
        if isinstance(node, ast.Subscript):
            return self.expression(module, node.value, depth + 1)
        if isinstance(node, ast.Name):
            found = self.resolve(module, node.id, depth + 1)
            return None if isinstance(found, Expression) and found.node is node else found
        if isinstance(node, ast.Attribute):
            owner = self.expression(module, node.value, depth + 1)
            if isinstance(owner, ModuleName):
                return self.resolve(owner.name, node.attr, depth + 1)
            if isinstance(owner, External):
                return External(f"{owner.path}.{node.attr}")
        return None


class _Body:
    """Runs the statements of one module body as far as names and imports go."""

    def __init__(self, modules: Modules, module: str, package: bool, names: dict[str, Binding]) -> None:
        self.modules = modules
        self.module = module
        self.package = module if package else module.rpartition(".")[0]
        self.names = names

    def run(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self.statement(statement)

    def statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                self.names[alias.asname or alias.name.split(".")[0]] = Imported(
                    alias.name if alias.asname else alias.name.split(".")[0], None
                )
        elif isinstance(node, ast.ImportFrom):
            source = self.source(node)
            for alias in node.names:
                if alias.name == "*":
                    self.modules.stars.setdefault(self.module, []).insert(0, source)
                else:
                    self.names[alias.asname or alias.name] = Imported(source, alias.name)
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            self.names[node.name] = node
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            self.assign(node)
        elif isinstance(node, ast.If):
            truth = truth_of(node.test, self.modules.airflow)
            if truth is not False:
                self.run(node.body)
            if truth is not True:
                self.run(node.orelse)
        elif isinstance(node, ast.Try):
            self.attempt(node)
        elif isinstance(node, ast.With):
            self.run(node.body)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            self.call(node.value)

    def source(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.package.split(".")
        base = parts[: len(parts) - node.level + 1]
        return ".".join([*base, node.module] if node.module else base)

    def assign(self, node: ast.Assign | ast.AnnAssign) -> None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if node.value is None:
            return
        for target in targets:
            if not isinstance(target, ast.Name):
                continue
            self.names[target.id] = node.value
            if target.id == "__lazy_imports" and isinstance(node.value, ast.Dict):
                self.lazy_imports(node.value)
            if target.id == "__getattr__" and isinstance(node.value, ast.Call):
                self.module_getattr(node.value)

    def lazy_imports(self, table: ast.Dict) -> None:
        for key, value in zip(table.keys, table.values):
            if not isinstance(key, ast.Constant):
                continue
            if isinstance(value, ast.Constant):
                module, name = value.value, key.value
            elif isinstance(value, ast.Tuple) and len(value.elts) >= 2 and isinstance(value.elts[0], ast.Constant):
                module, name = value.elts[0].value, key.value
            else:
                continue
            if module.startswith("."):
                module = self.package + module
            self.names.setdefault(key.value, Lazy(((module, name),)))

    def module_getattr(self, call: ast.Call) -> None:
        given = {keyword.arg: self.table_of(keyword.value) for keyword in call.keywords}
        for name, value in (given.get("import_map") or {}).items():
            paths = value if isinstance(value, tuple) else (value,)
            self.names.setdefault(name, Lazy(tuple((path, name) for path in paths)))
        for name, (new, old, old_name) in (given.get("rename_map") or {}).items():
            self.names.setdefault(name, Lazy(((new, name), (old, old_name))))

    def table_of(self, node: ast.expr) -> dict | None:
        if isinstance(node, ast.Name):
            bound = self.names.get(node.id)
            node = bound if isinstance(bound, ast.Dict) else node
        if not isinstance(node, ast.Dict):
            return None
        found: dict = {}
        for key, value in zip(node.keys, node.values):
            if key is None:
                found.update(self.table_of(value) or {})
                continue
            try:
                found[ast.literal_eval(key)] = ast.literal_eval(value)
            except ValueError:
                continue
        return found

    def call(self, call: ast.Call) -> None:
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name != "add_deprecated_classes" or not call.args:
            return
        table = call.args[0]
        if isinstance(table, ast.Name):
            table = self.names.get(table.id)
        if not isinstance(table, ast.Dict):
            return
        for key, value in zip(table.keys, table.values):
            own = isinstance(key, ast.Name) and key.id == "__name__"
            if not own and not isinstance(key, ast.Constant):
                continue
            imports = self.table_of(value) or {}
            lazy = {
                alias: Lazy((tuple(path.rsplit(".", 1)) if alias != "*" else (path, "*"),))
                for alias, path in imports.items()
            }
            if own or key.value == self.module:
                for alias, target in lazy.items():
                    self.names.setdefault(alias, target)
            else:
                self.modules.virtual[f"{self.module}.{key.value}"] = lazy

    def attempt(self, node: ast.Try) -> None:
        if self.importable(node.body):
            self.run(node.body)
            self.run(node.orelse)
        else:
            for handler in node.handlers:
                self.run(handler.body)
                break
        self.run(node.finalbody)

    def importable(self, body: list[ast.stmt]) -> bool:
        """False where an import of the body asks for a module or a name of Airflow that is not there."""
        for statement in body:
            if isinstance(statement, ast.ImportFrom):
                source = self.source(statement)
                if self.modules.ours(source) and source != self.module:
                    for alias in statement.names:
                        if alias.name != "*" and self.modules.resolve(source, alias.name) is None:
                            return False
            elif isinstance(statement, ast.Import):
                for alias in statement.names:
                    if self.modules.ours(alias.name) and not self.modules.exists(alias.name):
                        return False
            elif isinstance(statement, ast.If) and truth_of(statement.test, self.modules.airflow) is not False:
                if not self.importable(statement.body):
                    return False
        return True
