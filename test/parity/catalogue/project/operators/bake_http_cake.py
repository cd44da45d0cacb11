from airflow.models import BaseOperator


class BakeHTTPCake(BaseOperator):
    def __init__(self, url, **kwargs):
        super().__init__(**kwargs)
