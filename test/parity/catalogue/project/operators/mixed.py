from abc import ABC
from typing import Generic, TypeVar

import airflow.operators.bash as bash_module
from airflow.models.baseoperator import BaseOperator
from airflow.operators.bash import BashOperator
from airflow.operators.python import PythonOperator
from airflow.sensors.base import BaseSensorOperator

T = TypeVar("T")


class Mixin:
    template_fields = ("mixed",)

    def __init__(self, mixed=None, **kwargs):
        super().__init__(**kwargs)


class EmptyMixin:
    pass


class First(Mixin, BaseOperator):
    def __init__(self, first=1, **kwargs):
        super().__init__(**kwargs)


class Second(BashOperator, Mixin):
    pass


class Third(EmptyMixin, BashOperator):
    template_fields = BashOperator.template_fields + ("third",)


class Fourth(BaseOperator, ABC):
    def later(self): ...


class Fifth(BaseOperator, Generic[T]):
    template_fields = ()

    def __init__(self, fifth: T, **kwargs):
        super().__init__(**kwargs)


class Sixth(Fifth[int]):
    def __init__(self, sixth=None, **kwargs):
        super().__init__(**kwargs)


class Seventh(bash_module.BashOperator):
    template_fields = tuple(list(bash_module.BashOperator.template_fields) + ["seventh"])


class Diamond(First, Third):
    pass


class Watch(BaseSensorOperator):
    def __init__(self, *, watched, **kwargs):
        super().__init__(**kwargs)


class WatchMore(Watch):
    template_fields = ("watched", *Watch.template_fields)


class Call(PythonOperator):
    template_fields = [*PythonOperator.template_fields, "extra" "_field"]

    def __init__(self, extra_field="", *, python_callable=print, **kwargs):
        super().__init__(python_callable=python_callable, **kwargs)
