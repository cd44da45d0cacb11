"""What becomes of a keyword on its way up the `__init__`s of an operator: `super().__init__(**kwargs)`, call by call."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from classes import Classes, Parameter, parameters
from modules import Class


@dataclass(frozen=True)
class Chain:
    """
    `taken`: keys that some `__init__` takes, or `None` where only Python knows. `refused`: keys that raise TypeError.
    `needed`: keys without a default in an `__init__` above the class's own, which nothing on the way up gives.
    """

    taken: frozenset[str] | None
    refused: frozenset[str]
    needed: frozenset[str]


UNKNOWN = Chain(None, frozenset(), frozenset())


@dataclass(frozen=True)
class Call:
    """One `super().__init__(…)`: the keywords it sets itself, and whether it hands on `**kwargs`."""

    keywords: frozenset[str]
    hands_on: bool


def chain_of(classes: Classes, cls: Class, offered: set[str]) -> Chain:
    """Follows `offered` keys, and any other, from the class's own `__init__` to that of BaseOperator."""
    taken: set[str] = set()
    # Keys that a call on the way up sets itself: handed on too, they come twice.
    fixed: set[str] = set()
    refused: set[str] = set()
    needed: set[str] = set()
    given: set[str] = set()
    first = True
    for owner in classes.order(cls):
        node = classes.own_init(owner)
        if node is None:
            continue
        names = {parameter.name for parameter in _named(node)}
        refused |= (names & fixed & offered) - taken
        taken |= names - fixed
        if not first:
            needed |= {parameter.name for parameter in _named(node) if parameter.required} - given
        first = False
        if node.args.kwarg is None:
            return Chain(frozenset(taken), frozenset(refused | (offered - taken)), frozenset(needed))
        calls = _calls(node)
        popped = _popped(node, node.args.kwarg.arg)
        if popped is None or calls is None or not calls:
            if _is_top(owner):
                break
            return UNKNOWN
        taken |= popped - fixed
        if not all(call.hands_on for call in calls):
            return UNKNOWN
        fixed |= set.intersection(*(set(call.keywords) for call in calls)) - names - popped
        given |= set.union(*(set(call.keywords) for call in calls)) | popped
        maybe = set.union(*(set(call.keywords) for call in calls)) - fixed - names - popped
        if maybe & offered:
            return UNKNOWN
    return Chain(frozenset(taken - fixed), frozenset(refused | (offered - taken)), frozenset(needed))


def _is_top(cls: Class) -> bool:
    return cls.node.name in {"BaseOperator", "AbstractOperator", "TaskSDKBaseOperator"}


def _named(node: ast.FunctionDef) -> list[Parameter]:
    variadic = {one.arg for one in (node.args.vararg, node.args.kwarg) if one is not None}
    return [one for one in parameters(node.args) if one.name != "self" and one.name not in variadic]


def _calls(node: ast.FunctionDef) -> list[Call] | None:
    """Every `super().__init__` in the body; None where a base's `__init__` is called by its name."""
    found: list[Call] = []
    for inner in ast.walk(node):
        if not (
            isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and inner.func.attr == "__init__"
        ):
            continue
        owner = inner.func.value
        if not (isinstance(owner, ast.Call) and isinstance(owner.func, ast.Name) and owner.func.id == "super"):
            return None
        if owner.args or inner.args:
            return None
        stars = [keyword.value for keyword in inner.keywords if keyword.arg is None]
        names = frozenset(keyword.arg for keyword in inner.keywords if keyword.arg is not None)
        plain = [star for star in stars if isinstance(star, ast.Name)]
        if len(plain) != len(stars):
            return None
        found.append(Call(names, any(star.id == (node.args.kwarg and node.args.kwarg.arg) for star in plain)))
    return found


def _popped(node: ast.FunctionDef, kwargs: str) -> frozenset[str] | None:
    """Keys that the body takes out of `kwargs` by name; None where it does anything else with them."""
    popped: set[str] = set()
    known: set[ast.AST] = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            known.update(keyword.value for keyword in inner.keywords if keyword.arg is None)
            function = inner.func
            if (
                isinstance(function, ast.Attribute)
                and isinstance(function.value, ast.Name)
                and function.value.id == kwargs
            ):
                key = inner.args[0] if inner.args else None
                if function.attr not in {"pop", "get", "setdefault"} or not isinstance(key, ast.Constant):
                    return None
                popped.add(str(key.value))
                known.add(function.value)
        elif isinstance(inner, ast.Subscript) and isinstance(inner.value, ast.Name) and inner.value.id == kwargs:
            if not isinstance(inner.slice, ast.Constant):
                return None
            popped.add(str(inner.slice.value))
            known.add(inner.value)
        elif isinstance(inner, ast.Compare):
            for position, other in enumerate(inner.comparators):
                left = inner.left if position == 0 else inner.comparators[position - 1]
                if isinstance(other, ast.Name) and other.id == kwargs and isinstance(left, ast.Constant):
                    popped.add(str(left.value))
                    known.add(other)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id == kwargs and inner not in known:
            return None
    return frozenset(popped)
