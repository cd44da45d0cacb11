# windsock: generated
# The DAG that gusty builds on Airflow 2 from dags/breakfast
# Do not edit: change the files of that folder, and let Windsock write this file again.

from datetime import date, datetime, timedelta, timezone

from airflow import DAG
from airflow.operators.python import PythonOperator

with DAG(dag_id="breakfast") as dag:
    # dags/breakfast/quotes.yml
    quotes = PythonOperator(
        task_id="quotes",
        op_args=[
            "it's",
            'say "x"',
            "both ' and \"",
            "back\\slash",
            "tab\tand\x00",
            "naïve 日本 ✅ \u202e",
        ],
        op_kwargs=dict(
            [
                (
                    "pattern",
                    r"""^\d+
\s*$""",
                ),
                (
                    (
                        "a key that is very long a key that is very long a key that is very long a "
                        "key that is very long a key that is very long "
                    ),
                    1.5,
                ),
                ("when", date(2024, 2, 29)),
                ("at", datetime(2024, 2, 29, 10, 0, tzinfo=timezone(timedelta(hours=2)))),
                ("raw", b"\x00A\xff"),
            ],
        ),
        doc_md=(
            "A paragraph without any line end, which goes on and on which goes on and on which "
            "goes on and on which goes on and on which goes on and on which goes on and on which "
            "goes on and on which goes on and on which goes on and on which goes on and on which "
            "goes on and on which goes on and on and ends here."
        ),
    )
