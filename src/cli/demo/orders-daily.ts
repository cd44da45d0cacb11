/** The DAG `orders_daily` of the sample project on `main`: extract, load, clean, check, publish. */
export const ordersDaily: Readonly<Record<string, string>> = {
  "dags/orders_daily/METADATA.yml": `description: Orders of the shop, loaded, cleaned and published every night.
schedule: 0 2 * * *
start_date: !datetime [2024, 1, 1]
catchup: false
tags: [shop]
default_args:
  owner: shop-data
  retries: 1
  retry_delay: !timedelta "minutes: 5"
`,
  "dags/orders_daily/extract.py": `# ---
# python_callable: extract
# op_kwargs:
#   day: "{{ ds }}"
# ---
"""Copies one day of orders, customers and returns from the shop to the landing zone."""

TABLES = ["orders", "customers", "returns"]


def extract(day):
    for table in TABLES:
        print(f"copy shop.{table} of {day} to landing/{table}/{day}.parquet")
`,
  "dags/orders_daily/load/METADATA.yml": `tooltip: From the landing zone into the warehouse, one task a table.
dependencies:
  - extract
`,
  "dags/orders_daily/load/load_orders.sql": loadTable("orders"),
  "dags/orders_daily/load/load_customers.sql": loadTable("customers"),
  "dags/orders_daily/load/load_returns.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
pool: warehouse
execution_timeout: !timedelta "minutes: 30"
---

insert into staging.returns (order_id, returned_at, reason, amount)
select order_id, returned_at, reason, amount
from landing.returns
where day = '{{ ds }}'
`,
  "dags/orders_daily/clean.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - load_orders
  - load_returns
---

insert into clean.orders
select orders.*, returns.amount as returned
from staging.orders as orders
left join staging.returns as returns using (order_id)
where orders.day = '{{ ds }}'
`,
  "dags/orders_daily/enrich.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - clean
  - load_customers
---

insert into mart.orders
select orders.*, customers.segment, customers.country
from clean.orders as orders
join staging.customers as customers using (customer_id)
where orders.day = '{{ ds }}'
`,
  "dags/orders_daily/quality/METADATA.yml": `tooltip: Fails where the numbers cannot be right.
dependencies:
  - clean
`,
  "dags/orders_daily/quality/row_count.py": `# ---
# python_callable: check_rows
# ---
def check_rows():
    print("clean.orders has as many rows as the shop has orders")
`,
  "dags/orders_daily/quality/null_keys.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/check-nulls clean.orders order_id customer_id
`,
  "dags/orders_daily/publish.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/publish mart.orders --day {{ ds }}
dependencies:
  - enrich
`,
};

function loadTable(table: string): string {
  return `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
pool: warehouse
---

insert into staging.${table}
select *
from landing.${table}
where day = '{{ ds }}'
`;
}
