"""What Python would make of a class, read from its source: order of bases, `__init__`, template fields."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from modules import MAX_DEPTH, Class, Expression, Modules, truth_of


@dataclass(frozen=True)
class Parameter:
    name: str
    required: bool


OBJECT_INIT = (Parameter("self", True), Parameter("args", False), Parameter("kwargs", False))


class Classes:
    """Classes of `modules`, each looked at once."""

    def __init__(self, modules: Modules) -> None:
        self.modules = modules
        self.orders: dict[str, list[Class] | None] = {}
        self.fields: dict[str, list[str] | None] = {}

    def bases(self, cls: Class) -> list[Class | None]:
        """Direct bases; None for one outside the wheels. `Generic[T]` is none if a subscripted base follows."""
        nodes = [node for node in cls.node.bases if not isinstance(node, ast.Starred)]
        kept: list[Class | None] = []
        for position, node in enumerate(nodes):
            if isinstance(node, ast.Subscript) and _name(node.value) == "Generic":
                if any(isinstance(later, ast.Subscript) for later in nodes[position + 1 :]):
                    continue
            found = self.modules.expression(cls.module, node)
            kept.append(found if isinstance(found, Class) else None)
        return kept

    def order(self, cls: Class, depth: int = 0) -> list[Class]:
        """The classes of the wheels in Python's method resolution order (C3), bases outside left out."""
        known = self.orders.get(cls.path)
        if known is not None:
            return known
        if depth > MAX_DEPTH:
            return [cls]
        self.orders[cls.path] = [cls]
        bases = [base for base in self.bases(cls) if base is not None]
        merged = _merge([*(list(self.order(base, depth + 1)) for base in bases), list(bases)])
        self.orders[cls.path] = [cls, *merged]
        return self.orders[cls.path]

    def init(self, cls: Class) -> tuple[Parameter, ...]:
        """Parameters of the `__init__` that the class has, `self` first."""
        for owner in self.order(cls):
            node = self.own_init(owner)
            if node is not None:
                return parameters(node.args)
            if _is_attrs(owner.node):
                return (Parameter("self", True), *self._attrs(owner))
        return OBJECT_INIT

    def own_init(self, cls: Class) -> ast.FunctionDef | None:
        """The `__init__` that the class itself defines."""
        for node in _statements(cls.node.body, self.modules):
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                return node
        return None

    def _attrs(self, cls: Class) -> list[Parameter]:
        found: dict[str, Parameter] = {}
        for owner in reversed(self.order(cls)):
            for node in owner.node.body if _is_attrs(owner.node) else ():
                if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
                    continue
                if "ClassVar" in ast.unparse(node.annotation):
                    continue
                required = node.value is None
                if isinstance(node.value, ast.Call) and _name(node.value.func) in {"field", "ib"}:
                    given = {keyword.arg: keyword.value for keyword in node.value.keywords}
                    init = given.get("init")
                    if isinstance(init, ast.Constant) and init.value is False:
                        continue
                    required = "default" not in given and "factory" not in given
                name = node.target.id.lstrip("_")
                found[name] = Parameter(name, required)
        return list(found.values())

    def template_fields(self, cls: Class) -> list[str] | None:
        """`template_fields` of the class; None where only Python knows them."""
        if cls.path not in self.fields:
            self.fields[cls.path] = []
            order = self.order(cls)
            self.fields[cls.path] = next(
                (found[0] for found in (self._own_fields(owner) for owner in order) if found), []
            )
        return self.fields[cls.path]

    def _own_fields(self, cls: Class) -> tuple[list[str] | None] | None:
        """Fields that the class body itself sets, in a one-tuple; None where it sets none."""
        value: list[str] | None = None
        seen = False
        for node in _statements(cls.node.body, self.modules):
            if isinstance(node, (ast.Assign, ast.AnnAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if node.value is not None and any(_name(target) == "template_fields" for target in targets):
                    value, seen = self.strings(cls, node.value, value), True
            elif isinstance(node, ast.FunctionDef) and node.name == "template_fields":
                value, seen = None, True
            elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                call = node.value.func
                if isinstance(call, ast.Attribute) and _name(call.value) == "template_fields" and seen:
                    more = [self.strings(cls, argument, value) for argument in node.value.args]
                    if call.attr == "append" and value is not None:
                        value = [*value, *(argument.value for argument in node.value.args)]
                    elif call.attr == "extend" and value is not None and more and more[0] is not None:
                        value = [*value, *more[0]]
        return (value,) if seen else None

    def strings(self, cls: Class, node: ast.expr, so_far: list[str] | None, depth: int = 0) -> list[str] | None:
        """The strings of an expression in a class body, or None where it is not plain enough."""
        if depth > MAX_DEPTH:
            return None
        again = lambda inner: self.strings(cls, inner, so_far, depth + 1)  # noqa: E731
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            found: list[str] = []
            for element in node.elts:
                if isinstance(element, ast.Constant) and isinstance(element.value, str):
                    found.append(element.value)
                    continue
                more = again(element.value) if isinstance(element, ast.Starred) else None
                if more is None:
                    return None
                found.extend(more)
            return found
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return list(node.value)
        if isinstance(node, ast.BinOp):
            left, right = again(node.left), again(node.right)
            if left is None or right is None:
                return None
            if isinstance(node.op, (ast.Add, ast.BitOr)):
                return [*left, *right]
            if isinstance(node.op, ast.Sub):
                return [name for name in left if name not in right]
            return None
        if isinstance(node, ast.Call):
            return self._call(node, again)
        if isinstance(node, ast.Attribute) and node.attr in {"template_fields", "operator_fields"}:
            owner = self.modules.expression(cls.module, node.value)
            return self.template_fields(owner) if isinstance(owner, Class) and node.attr == "template_fields" else None
        if isinstance(node, ast.Name):
            if node.id == "template_fields":
                return so_far
            found_name = self.modules.resolve(cls.module, node.id)
            if isinstance(found_name, Expression) and isinstance(found_name.node, ast.expr):
                return self.strings(Class(found_name.module, cls.node), found_name.node, so_far, depth + 1)
            return None
        if isinstance(node, (ast.GeneratorExp, ast.ListComp, ast.SetComp)):
            return self._comprehension(node, again)
        return None

    def _call(self, node: ast.Call, again) -> list[str] | None:
        name = _name(node.func)
        parts = [again(argument.value if isinstance(argument, ast.Starred) else argument) for argument in node.args]
        if name == "aws_template_fields":
            words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            return sorted({*words, "aws_conn_id", "region_name", "verify"})
        if name in {"tuple", "list", "set", "frozenset", "sorted"} and len(node.args) <= 1:
            return parts[0] if parts else []
        if name == "union" and isinstance(node.func, ast.Attribute):
            return _joined([again(node.func.value), *parts])
        if name == "difference" and isinstance(node.func, ast.Attribute):
            left, right = again(node.func.value), _joined(parts)
            return None if left is None or right is None else [word for word in left if word not in right]
        return None

    def _comprehension(self, node, again) -> list[str] | None:
        if len(node.generators) != 1 or not isinstance(node.elt, ast.Name):
            return None
        loop = node.generators[0]
        source = again(loop.iter)
        if source is None or _name(loop.target) != node.elt.id:
            return None
        for test in loop.ifs:
            if not (isinstance(test, ast.Compare) and len(test.ops) == 1 and _name(test.left) == node.elt.id):
                return None
            other = test.comparators[0]
            if isinstance(other, ast.Constant):
                words = [other.value]
            else:
                words = again(other)
            if words is None:
                return None
            if isinstance(test.ops[0], (ast.NotEq, ast.NotIn)):
                source = [word for word in source if word not in words]
            elif isinstance(test.ops[0], (ast.Eq, ast.In)):
                source = [word for word in source if word in words]
            else:
                return None
        return source


def _joined(parts: list[list[str] | None]) -> list[str] | None:
    found: list[str] = []
    for part in parts:
        if part is None:
            return None
        found.extend(part)
    return found


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_attrs(node: ast.ClassDef) -> bool:
    for decorator in node.decorator_list:
        call = decorator.func if isinstance(decorator, ast.Call) else decorator
        if ast.unparse(call) in {"attrs.define", "attrs.frozen", "attr.s", "attr.define", "attrs.mutable"}:
            return True
    return False


def _statements(body: list[ast.stmt], modules: Modules):
    """Statements of a class body, those under a decided `if` included."""
    for node in body:
        if isinstance(node, ast.If):
            truth = truth_of(node.test, modules.airflow)
            if truth is not False:
                yield from _statements(node.body, modules)
            if truth is not True:
                yield from _statements(node.orelse, modules)
        else:
            yield node


def parameters(arguments: ast.arguments) -> tuple[Parameter, ...]:
    plain = [*arguments.posonlyargs, *arguments.args]
    without = len(plain) - len(arguments.defaults)
    found = [Parameter(argument.arg, position < without) for position, argument in enumerate(plain)]
    if arguments.vararg:
        found.append(Parameter(arguments.vararg.arg, False))
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        found.append(Parameter(argument.arg, default is None))
    if arguments.kwarg:
        found.append(Parameter(arguments.kwarg.arg, False))
    return tuple(found)


def _merge(sequences: list[list[Class]]) -> list[Class]:
    """C3 merge; an order that Python would refuse falls back to the first candidate."""
    merged: list[Class] = []
    sequences = [list(sequence) for sequence in sequences if sequence]
    while sequences:
        tails = {cls.path for sequence in sequences for cls in sequence[1:]}
        head = next((sequence[0] for sequence in sequences if sequence[0].path not in tails), sequences[0][0])
        merged.append(head)
        sequences = [
            rest for rest in ([cls for cls in sequence if cls.path != head.path] for sequence in sequences) if rest
        ]
    return merged
