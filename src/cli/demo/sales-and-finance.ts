/** The DAG `sales` of the sample project on `main`: waits for the orders, refreshes its tables, reports. */
export const sales: Readonly<Record<string, string>> = {
  "dags/sales/METADATA.yml": `description: Sales by region and segment.
schedule: 0 2 * * *
start_date: !datetime [2024, 1, 1]
catchup: false
tags: [sales]
external_dependencies:
  - orders_daily: publish
default_args:
  owner: sales-analytics
  retries: 2
`,
  "dags/sales/regions/METADATA.yml": `tooltip: One table a region.
`,
  "dags/sales/regions/europe.sql": region("europe"),
  "dags/sales/regions/america.sql": region("america"),
  "dags/sales/refresh.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/refresh-dashboards sales
dependencies:
  - regions
`,
  "dags/sales/report.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - refresh
---

insert into report.sales
select region, segment, sum(amount) as amount
from mart.sales
group by region, segment
`,
  "dags/sales/mail_report.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/mail report.sales --to sales@example.com
dependencies:
  - report
`,
};

/** The DAG `finance` of the sample project on `main`: waits for orders and for the sales report, closes the books. */
export const finance: Readonly<Record<string, string>> = {
  "dags/finance/METADATA.yml": `description: Revenue and taxes, closed once a day.
schedule: 0 2 * * *
start_date: !datetime [2024, 1, 1]
catchup: false
tags: [finance]
default_args:
  owner: finance
  retries: 2
`,
  "dags/finance/revenue.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
external_dependencies:
  - orders_daily: publish
  - sales: report
---

insert into finance.revenue
select day, sum(amount) - sum(returned) as revenue
from mart.orders
group by day
`,
  "dags/finance/taxes.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - revenue
---

insert into finance.taxes
select day, revenue * 0.19 as vat
from finance.revenue
`,
  "dags/finance/exchange_rates.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/fetch-rates --day {{ ds }}
`,
  "dags/finance/close.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/close-books --day {{ ds }}
dependencies:
  - taxes
  - exchange_rates
`,
};

function region(name: string): string {
  return `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
---

insert into mart.sales
select '${name}' as region, segment, amount
from mart.orders
where region = '${name}'
`;
}
