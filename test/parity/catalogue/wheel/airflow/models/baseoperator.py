class AbstractOperator:
    pass


class BaseOperator(AbstractOperator):
    template_fields: "tuple[str, ...]" = ()

    def __init__(self, task_id, owner="airflow", retries=0, dag=None, **kwargs):
        pass
