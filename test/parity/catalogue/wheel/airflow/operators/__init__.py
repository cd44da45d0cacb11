from airflow.utils.deprecation_tools import add_deprecated_classes

__deprecated_classes = {"old_loom": {"WeaveOperator": "airflow.providers.mill.operators.loom.Weave"}}
add_deprecated_classes(__deprecated_classes, __name__)
