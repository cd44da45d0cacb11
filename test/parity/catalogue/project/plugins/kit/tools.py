from .base import KitOperator


class Saw(KitOperator):
    def __init__(self, teeth=12, **kwargs):
        super().__init__(**kwargs)
