AIRFLOW_V_3_0_PLUS = object()
