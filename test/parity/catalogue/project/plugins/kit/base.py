from airflow.models import BaseOperator

from plain import Aliased


class KitOperator(BaseOperator):
    template_fields = (*Aliased.template_fields, "kit")

    def __init__(self, kit=None, **kwargs):
        super().__init__(**kwargs)
