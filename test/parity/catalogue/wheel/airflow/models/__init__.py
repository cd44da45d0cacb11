__lazy_imports = {"BaseOperator": "airflow.models.baseoperator", "DAG": "airflow.models.dag"}
