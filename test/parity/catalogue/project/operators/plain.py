from airflow.models import BaseOperator
from airflow.models.baseoperator import BaseOperator as Base


class Plain(BaseOperator):
    pass


class Aliased(Base):
    template_fields = ["a"]
    template_fields += ["added"]

    def __init__(self, a: str = "x", *args, b: "int | None" = None, c, **options):
        super().__init__(*args, **options)


class Positional(BaseOperator):
    def __init__(self, /, first, second=2, *, third=(1, 2), **kwargs) -> None:  # a comment
        super().__init__(**kwargs)


class Lambda(BaseOperator):
    def __init__(
        self,
        call=lambda x, y=3: x,
        table={"a": 1, "b": [2, 3]},
        text="a, b=c",
        *,
        typed: dict[str, list[int]] = None,
        **kwargs,
    ):
        super().__init__(**kwargs)


class NoKwargs(BaseOperator):
    def __init__(self, task_id, name):
        super().__init__(task_id=task_id)
