from ..elsewhere import BaseOperator


class Beyond(BaseOperator):
    pass
