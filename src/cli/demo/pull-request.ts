import { project } from "./project.ts";

/** One commit of the sample's pull request: files that it writes, `null` for those that it removes. */
export interface SampleCommit {
  readonly message: string;
  readonly files: Readonly<Record<string, string | null>>;
}

/** The branch of the sample's pull request. */
export const BRANCH = "hourly-orders";

/**
 * The sample's pull request: orders come every hour, and refunds replace returns. Three slips are in it: a misspelt
 * dependency (`load_order`), a cycle (`refresh` and `report`), and two files that give one task id (`taxes`).
 */
export const pullRequest: readonly SampleCommit[] = [
  {
    message: "Load orders every hour",
    files: {
      "dags/orders_daily/METADATA.yml": edit("dags/orders_daily/METADATA.yml", [
        ["cleaned and published every night", "cleaned and published every hour"],
        ["schedule: 0 2 * * *", "schedule: 0 * * * *"],
        ["retries: 1", "retries: 3"],
      ]),
    },
  },
  {
    message: "The shop calls them refunds now",
    files: {
      "dags/orders_daily/load/load_returns.sql": null,
      "dags/orders_daily/load/load_refunds.sql": edit("dags/orders_daily/load/load_returns.sql", [
        ["into staging.returns", "into staging.refunds"],
        ["from landing.returns", "from landing.refunds"],
      ]),
      "dags/orders_daily/extract.py": edit("dags/orders_daily/extract.py", [
        ["customers and returns", "customers and refunds"],
        ['"customers", "returns"]', '"customers", "refunds"]'],
      ]),
      "dags/orders_daily/clean.sql": edit("dags/orders_daily/clean.sql", [
        ["  - load_orders\n  - load_returns", "  - load_order\n  - load_refunds"],
        ["returns.amount as returned", "refunds.amount as returned"],
        ["staging.returns as returns", "staging.refunds as refunds"],
      ]),
    },
  },
  {
    message: "Publish only what passed the checks, and tell the shop",
    files: {
      "dags/orders_daily/quality/null_keys.yml": null,
      "dags/orders_daily/publish.yml": edit("dags/orders_daily/publish.yml", [
        ["  - enrich\n", "  - enrich\n  - quality\n"],
      ]),
      "dags/orders_daily/notify_shop.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/notify shop --text "orders are published"
dependencies:
  - publish
`,
    },
  },
  {
    message: "Refresh the dashboards after the report",
    files: {
      "dags/sales/refresh.yml": edit("dags/sales/refresh.yml", [["  - regions\n", "  - regions\n  - report\n"]]),
    },
  },
  {
    message: "Taxes by country",
    files: {
      "dags/finance/taxes.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/taxes --by country --day {{ ds }}
dependencies:
  - revenue
`,
    },
  },
];

/** A file of `main` with texts replaced, each of which must be there once. */
function edit(path: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`${path} holds "${from}" ${parts.length - 1} times`);
    return parts.join(to);
  }, project[path] ?? "");
}
