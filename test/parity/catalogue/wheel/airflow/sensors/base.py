from airflow.models.baseoperator import BaseOperator


class BaseSensorOperator(BaseOperator):
    def __init__(self, *, poke_interval=60, mode="poke", **kwargs):
        super().__init__(**kwargs)
