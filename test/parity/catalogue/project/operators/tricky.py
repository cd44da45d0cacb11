from __future__ import annotations

from typing import TYPE_CHECKING

import functools

if TYPE_CHECKING:
    from nowhere import BaseOperator
else:
    from airflow.models import BaseOperator

try:
    from package_that_is_not_there import Better
except ImportError:
    Better = None

FIELDS = ("one", "two")
MORE = [*FIELDS, "three"]


def wrapped(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


class Constants(BaseOperator):
    template_fields = FIELDS


class MoreConstants(BaseOperator):
    template_fields = tuple(MORE)


class Decorated(BaseOperator):
    @wrapped
    def __init__(self, decorated, **kwargs):
        super().__init__(**kwargs)


class Text(BaseOperator):
    template_fields = ("word")

    def __init__(self, word="", **kwargs):
        super().__init__(**kwargs)


class Own(BaseOperator):
    _gusty_parameters = ["only", "these"]

    def __init__(self, only, these=1, other=2, **kwargs):
        super().__init__(**kwargs)


class OwnChild(Own):
    template_fields = ("child",)

    def __init__(self, child=None, **kwargs):
        super().__init__(**kwargs)


class Twice(BaseOperator):
    def __init__(self, old, **kwargs):
        super().__init__(**kwargs)

    def __init__(self, new, **kwargs):  # noqa: F811
        super().__init__(**kwargs)


class Inner(BaseOperator):
    class Config(BaseOperator):
        template_fields = ("inner",)

        def __init__(self, inner, **kwargs):
            super().__init__(**kwargs)

    def execute(self, context):
        def __init__(self, nested):
            pass


class Later(BaseOperator):
    def __init__(self, before=1, **kwargs):
        super().__init__(**kwargs)


class Later(BaseOperator):  # noqa: F811
    def __init__(self, after=1, **kwargs):
        super().__init__(**kwargs)


Renamed = Later


def function(**kwargs):
    return None


class Appended(BaseOperator):
    template_fields = ["a_field"]
    template_fields.append("b_field")


class Conditional(BaseOperator):
    if FIELDS:
        template_fields = ("yes",)

        def __init__(self, yes, **kwargs):
            super().__init__(**kwargs)


class Multi(BaseOperator):
    template_ext = template_fields = (".sql",)


class Annotated(BaseOperator):
    template_fields: tuple[str, ...]

    def __init__(self, annotated: "str" = "a" if FIELDS else "b", **kwargs):
        super().__init__(**kwargs)


class Unioned(BaseOperator):
    template_fields = sorted({"u"} | set(FIELDS))


class Subtracted(BaseOperator):
    template_fields = tuple(field for field in FIELDS if field != "one")


class Property(BaseOperator):
    @property
    def template_fields(self):
        return ("p",)


class Patched(BaseOperator):
    pass


Patched.template_fields = ("patched",)


def make():
    class Hidden(BaseOperator):
        pass

    return Hidden


Made = make()
Typed = type("Typed", (BaseOperator,), {})
