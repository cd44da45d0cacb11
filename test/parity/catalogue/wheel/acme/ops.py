from airflow.models.baseoperator import BaseOperator
from airflow.providers.mill.operators.loom import Weave


class Stitch(BaseOperator):
    template_fields = ("seam",)

    def __init__(self, seam, *, thread="linen", **kwargs):
        super().__init__(**kwargs)


class Quilt(Weave):
    def __init__(self, layers, **kwargs):
        super().__init__(**kwargs)
