from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Sequence, TypeVar

from airflow.providers.mill.compat import BaseOperator, BaseSensorOperator
from airflow.providers.mill.version_compat import AIRFLOW_V_3_0_PLUS

if TYPE_CHECKING:
    from nowhere import Weave

T = TypeVar("T")
COMMON = ("thread",)


class Mixin(Generic[T]):
    def __init__(self, pattern=None, **kwargs):
        super().__init__(**kwargs)


class Weave(Mixin[int], BaseOperator):
    template_fields: Sequence[str] = ("cloth", *COMMON)

    def __init__(self, cloth, *, width: int = 3, loom, **kwargs):
        super().__init__(**kwargs)


class Embroider(Weave):
    template_fields = tuple(set(Weave.template_fields) | {"needle"})
    if AIRFLOW_V_3_0_PLUS:
        template_fields = ("new",)


class Watch(BaseSensorOperator):
    template_fields = [field for field in Embroider.template_fields if field != "cloth"]
