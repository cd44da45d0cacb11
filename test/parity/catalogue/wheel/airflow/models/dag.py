import attrs


@attrs.define
class DAG:
    dag_id: str
    schedule: str | None = None
    _private: int = attrs.field(default=1, alias="private")
    made: dict = attrs.field(init=False, factory=dict)
