import kit.tools
from kit import toolbox


class Fine(kit.tools.Saw):
    pass


class Coarse(toolbox.Saw):
    def __init__(self, coarse, **kwargs):
        super().__init__(**kwargs)
