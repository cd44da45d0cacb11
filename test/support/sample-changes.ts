import { compareProjects } from "../../src/compare/compare-projects.ts";
import type { DagChange } from "../../src/model/change.ts";
import { type DagOptions, makeDag, makeProject, type TaskOptions } from "./dag.ts";

/** The only change between two versions of one DAG, or the one named. */
export function changeOf(base: DagOptions | null, head: DagOptions | null, others: DagOptions = {}): DagChange {
  const waiting = Object.keys(others).length > 0 ? [makeDag("finance", others)] : [];
  const version = (options: DagOptions | null) =>
    makeProject(options ? [makeDag("orders_daily", options), ...waiting] : waiting);
  const change = compareProjects(version(base), version(head)).find(({ id }) => id === "orders_daily");
  if (!change) throw new Error("the DAG orders_daily is in neither version");
  return change;
}

const sql = (table: string): TaskOptions["arguments"] => ({
  sql: `create or replace table clean.${table} as select id, amount, created_at from raw.${table} where amount > 0`,
});

/** A dozen tasks in two groups: some added, removed, renamed, changed and rewired, and a DAG that waits for the result. */
export function sampleChange(): DagChange {
  const groups = { load: {}, publish: {} };
  const externals: DagOptions["externals"] = { wait_for_crm_export: ["crm", "export"] };
  const shared: Record<string, TaskOptions> = {
    latest_only: { kind: "latest_only" },
    extract: {},
    load_orders: { group: "load", arguments: sql("orders") },
    load_customers: { group: "load", arguments: sql("customers") },
    clean: { arguments: { retries: 1 } },
    check_quality: {},
    report: { group: "publish" },
    dashboard: { group: "publish" },
    notify: {},
  };
  const edges = [
    "latest_only > wait_for_crm_export > load_customers > clean",
    "latest_only > extract > load_orders > clean > check_quality > report > notify",
    "check_quality > dashboard > notify",
  ];
  return changeOf(
    {
      groups,
      externals,
      settings: { schedule: "0 2 * * *" },
      tasks: {
        ...shared,
        load_returns: { group: "load", arguments: sql("returns") },
        send_mail: { arguments: { bash_command: "mail" } },
      },
      edges: [...edges, "extract > load_returns > clean", "check_quality > notify", "notify > send_mail"],
    },
    {
      groups,
      externals,
      settings: { schedule: "@hourly" },
      tasks: {
        ...shared,
        clean: { arguments: { retries: 3 } },
        load_refunds: { group: "load", arguments: sql("returns") },
        export_csv: { group: "publish", operator: "local.csv.CsvOperator", arguments: { path: "x" } },
      },
      edges: [
        ...edges,
        "extract > load_refunds > clean",
        "check_quality > export_csv > notify",
        "load_orders > dashboard",
      ],
    },
    { externals: { wait_for_orders_daily_notify: ["orders_daily", "notify"] }, tasks: { book: {} } },
  );
}

/** A DAG of `size` tasks in groups of ten, with a few changes in the middle. */
export function largeChange(size: number): DagChange {
  const version = (changed: boolean): DagOptions => {
    const ids = Array.from({ length: size }, (_, index) => index);
    const group = (index: number): string => `stage_${Math.floor(index / 10)}`;
    const middle = Math.floor(size / 2);
    return {
      groups: Object.fromEntries(ids.map((index) => [group(index), {}])),
      tasks: {
        ...Object.fromEntries(
          ids.map((index) => [
            `task_${index}`,
            { group: group(index), arguments: { retries: changed && index % middle === 3 ? 2 : 1 } },
          ]),
        ),
        ...(changed ? { extra: { group: group(middle), operator: "local.x.Extra" } } : {}),
      },
      edges: [
        ...ids.slice(10).map((index) => `task_${index - 10 + ((index * 7) % 3)} > task_${index}`),
        ...(changed ? [`task_${middle} > extra > task_${middle + 15}`] : []),
      ],
    };
  };
  return changeOf(version(false), version(true));
}
