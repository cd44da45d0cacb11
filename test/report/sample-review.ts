import type { DagChange } from "../../src/model/change.ts";
import type { Dag } from "../../src/model/dag.ts";
import type { ReviewedFinding } from "../../src/model/finding.ts";
import { asPath, type Path } from "../../src/model/path.ts";
import type { Project } from "../../src/model/project.ts";
import type { Review } from "../../src/model/review.ts";
import type { Span } from "../../src/model/span.ts";
import type { Links } from "../../src/report/links.ts";
import { type DagOptions, literal, makeDag, makeProject } from "../support/dag.ts";

/** Links as the Action makes them. */
export const sampleLinks: Links = {
  file: (path, line, endLine = line, side = "head") => {
    const lines = endLine > line ? `L${line}-L${endLine}` : `L${line}`;
    return `https://github.com/acme/flows/blob/${side === "head" ? "a1b2c3d" : "9f8e7d6"}/${path}#${lines}`;
  },
  rule: (name) => `https://windsock.example/docs/rules/${name}.md`,
  report: "https://github.com/acme/flows/actions/runs/1",
};

const HEADER = "operator: airflow.providers.standard.operators.bash.BashOperator\n";

const BASE_TEXTS = {
  "dags/dags.py":
    'import os\nfrom gusty import create_dag\n\nfor name in os.listdir("dags"):\n    globals()[name] = create_dag(name)\n',
  "dags/orders_daily/METADATA.yml":
    'schedule: "0 2 * * *"\ndefault_args:\n  owner: sales\n  retries: 1\n  password: hunter2\n',
  "dags/orders_daily/load/load_returns.yml": `${HEADER}bash_command: load --returns\ndependencies:\n  - extract\n`,
  "dags/orders_daily/clean.sql":
    "---\noperator: local.SqlOperator\ndependencies:\n  - load_orders\n  - load_returns\n---\n\nSELECT 1\n",
  "dags/sales/refresh.yml": `${HEADER}bash_command: refresh\n`,
};

const HEAD_TEXTS = {
  ...BASE_TEXTS,
  "dags/orders_daily/METADATA.yml":
    'schedule: "0 * * * *"\ndefault_args:\n  owner: sales\n  retries: 3\n  password: hunter3\n',
  "dags/orders_daily/clean.sql":
    "---\noperator: local.SqlOperator\ndependencies:\n  - load_order\n  - load_refunds\n---\n\nSELECT 1\nFROM orders\n",
  "dags/sales/refresh.yml": `${HEADER}bash_command: refresh\ndependencies:\n  - report\n`,
  "uv.lock": 'name = "apache-airflow"\nversion = "3.3.2"\n',
};

/** The span of the nth occurrence of `part` in a file of the sample. */
export function spanOf(project: Project, file: string, part: string): Span {
  const text = project.texts.get(asPath(file)) ?? "";
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`${file} has no ${part}`);
  return { file: asPath(file), start, end: start + part.length };
}

const ordersTasks = (loads: readonly string[]): DagOptions["tasks"] => ({
  extract: { arguments: { bash_command: "extract", owner: "ingest" } },
  ...Object.fromEntries(loads.map((load) => [load, { group: "load" }])),
  clean: { operator: "local.SqlOperator", arguments: { sql: "SELECT 1\n", retries: 5 } },
  publish: {},
});

const orders = (loads: readonly [string, string], schedule: string, retries: number): Dag =>
  makeDag("orders_daily", {
    settings: { schedule, default_args: { owner: "sales", retries, password: "hunter2" } },
    groups: { load: {} },
    tasks: ordersTasks(loads),
    edges: [`extract > ${loads[0]} > clean > publish`, `extract > ${loads[1]} > clean`],
  });

const sales = (edges: readonly string[], outcome: Dag["outcome"]): Dag =>
  makeDag("sales", {
    settings: { schedule: "30 2 * * 1-5", default_args: { owner: "finance" } },
    tasks: { refresh: {}, report: {}, mail: {} },
    externals: { wait_for_orders_daily_publish: ["orders_daily", "publish"] },
    edges,
    outcome,
  });

const marketing = makeDag("marketing", {
  settings: { schedule: "@weekly" },
  tasks: { mail: {}, post: {} },
  edges: ["mail > post"],
});
const refunds = makeDag("refunds", {
  settings: { schedule: "@hourly", default_args: { owner: "finance" } },
  tasks: { fetch: {}, book: {} },
  edges: ["fetch > book"],
});
const attic = makeDag("attic", { tasks: { sweep: {} } });

const none = { added: [], removed: [], renamed: [], moved: [], changed: [] };

/** A change of which nothing is said but its kind. */
export const plainChange = (id: string, kind: DagChange["kind"], base: Dag | null, head: Dag | null): DagChange => ({
  id,
  kind,
  base,
  head,
  hash: { base: base && "0".repeat(64), head: head && "0".repeat(64) },
  tasks: none,
  edges: { added: [], removed: [] },
  settings: [],
  operators: [],
  backfill: null,
  risk: [],
  downstream: [],
  affected: [],
  files: [],
  migrated: null,
  filesMoved: [],
});

/** A finding with the usual parts filled in. */
export const finding = (
  parts: Partial<ReviewedFinding> & Pick<ReviewedFinding, "rule" | "at" | "message">,
): ReviewedFinding => ({
  effect: "dropped",
  severity: "error",
  subject: {},
  advice: null,
  related: [],
  fix: null,
  stops: [],
  fingerprint: "0123456789abcdef",
  state: "new",
  baseline: false,
  accepted: null,
  gates: parts.state === undefined || parts.state === "new",
  ...parts,
});

const generated = (dag: string, schedule: string, loads: readonly string[], retries: number): string =>
  [
    "from airflow.providers.standard.operators.bash import BashOperator",
    "from airflow.sdk import DAG",
    "",
    "with DAG(",
    `    "${dag}",`,
    `    schedule="${schedule}",`,
    `    default_args={"owner": "sales", "retries": ${retries}, "password": "hunter${retries}"},`,
    ") as dag:",
    ...loads.flatMap((load) => [
      `    ${load} = BashOperator(`,
      `        task_id="${load}",`,
      `        bash_command="./bin/load --table ${load}",`,
      "    )",
    ]),
    "",
  ].join("\n");

const countries = Array.from({ length: 60 }, (_, at) => `fetch_country_${at + 1}`);

const file = (dag: string, text: string) => ({ dag, path: asPath(`generated/${dag}.py`), text, lines: [] });

/** The pull request that `comment-example.md` imagines: two errors, a renamed task, a cycle, a new DAG, an identical one. */
export function sampleReview(): Review {
  const ordersBase = orders(["load_orders", "load_returns"], "0 2 * * *", 1);
  const ordersHead = orders(["load_orders", "load_refunds"], "0 * * * *", 3);
  const salesBase = sales(["wait_for_orders_daily_publish > refresh > report > mail"], "built");
  const salesHead = sales(["wait_for_orders_daily_publish > refresh > report > mail", "report > refresh"], "fails");
  const base: Project = {
    ...makeProject([ordersBase, salesBase, marketing, attic], BASE_TEXTS),
    commit: "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432",
  };
  const pin: Span = { file: asPath("uv.lock") as Path, start: 0, end: 4 };
  const made = makeProject([ordersHead, salesHead, marketing, refunds], HEAD_TEXTS);
  const head: Project = {
    ...made,
    commit: "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678",
    versions: { airflow: { ...made.versions.airflow, from: pin }, gusty: { ...made.versions.gusty, from: pin } },
    discovery: {
      ...made.discovery,
      undecided: [
        {
          at: spanOf(made, "dags/dags.py", "create_dag(name)"),
          expression: "TEAM_EMAIL",
          why: "it is read from a database",
          hides: { what: "argument", folder: asPath("dags/orders_daily"), path: "default_args.email" },
        },
      ],
    },
  };
  return {
    tool: { name: "windsock", version: "0.1.0" },
    base,
    head,
    changes: [
      plainChange("attic", "removed", attic, null),
      {
        ...plainChange("marketing", "unchanged", marketing, marketing),
        files: ["dags/marketing/a.yml", "dags/marketing/b.yml"],
      },
      {
        ...plainChange("orders_daily", "changed", ordersBase, ordersHead),
        hash: { base: "1".repeat(64), head: "2".repeat(64) },
        tasks: {
          ...none,
          renamed: [{ from: "load_returns", to: "load_refunds", likeness: 0.944 }],
          changed: [
            {
              id: "clean",
              fields: [{ path: "sql", from: literal("SELECT 1\n"), to: literal("SELECT 1\nFROM orders\n") }],
              code: false,
            },
          ],
        },
        edges: {
          added: [
            ["extract", "load_refunds"],
            ["load_refunds", "clean"],
          ],
          removed: [
            ["extract", "load_returns"],
            ["load_orders", "clean"],
            ["load_returns", "clean"],
          ],
        },
        settings: [
          { path: "default_args.password", from: literal("hunter2"), to: literal("hunter3") },
          { path: "default_args.retries", from: literal(1), to: literal(3) },
          { path: "schedule", from: literal("0 2 * * *"), to: literal("0 * * * *") },
        ],
        risk: ["shape", "schedule", "arguments", "code"],
        downstream: [{ dag: "sales", tasks: ["wait_for_orders_daily_publish"] }],
        affected: ["publish"],
        files: [
          "dags/orders_daily/METADATA.yml",
          "dags/orders_daily/clean.sql",
          "dags/orders_daily/load/load_refunds.yml",
        ],
      },
      plainChange("refunds", "added", null, refunds),
      {
        ...plainChange("sales", "changed", salesBase, salesHead),
        hash: { base: "3".repeat(64), head: null },
        edges: { added: [["report", "refresh"]], removed: [] },
        risk: ["shape"],
        files: ["dags/sales/refresh.yml"],
      },
    ],
    findings: findings(head),
    generated: [
      {
        dag: "orders_daily",
        base: file("orders_daily", generated("orders_daily", "0 2 * * *", ["load_returns"], 1)),
        head: file("orders_daily", generated("orders_daily", "0 * * * *", ["load_refunds"], 3)),
        why: null,
      },
      { dag: "refunds", base: null, head: file("refunds", generated("refunds", "@hourly", countries, 0)), why: null },
      {
        dag: "sales",
        base: file("sales", generated("sales", "30 2 * * 1-5", ["refresh"], 0)),
        head: null,
        why: "the DAG has a cycle",
      },
    ],
    counts: { error: 3, warning: 1, notice: 1 },
    conclusion: "failure",
  };
}

function findings(head: Project): ReviewedFinding[] {
  const misspelt = spanOf(head, "dags/orders_daily/clean.sql", "load_order");
  return [
    finding({
      rule: "dependency-cycle",
      effect: "fails",
      at: spanOf(head, "dags/sales/refresh.yml", "report"),
      subject: { dag: "sales" },
      message: "`report` → `refresh` → `report` is a cycle: Airflow refuses the DAG `sales`.",
      advice: "New is `report` → `refresh`. Take one of these dependencies out.",
      related: [{ at: spanOf(head, "dags/sales/refresh.yml", "report"), message: "`refresh` waits for `report`" }],
      stops: ["sales"],
    }),
    finding({
      rule: "unknown-dependency",
      at: misspelt,
      subject: { dag: "orders_daily", task: "clean", key: "load_order" },
      message:
        "`load_order` is no task or task group in reach: gusty drops it, and `clean` starts without waiting for it.",
      advice: "Did you mean `load_orders`?",
      fix: {
        description: "Replace `load_order` by `load_orders`",
        safe: true,
        edits: [{ at: misspelt, text: "load_orders" }],
      },
    }),
    finding({
      rule: "unknown-external",
      effect: "hangs",
      severity: "warning",
      gates: false,
      at: spanOf(head, "dags/sales/refresh.yml", "refresh"),
      message:
        "`wait_for_stock` waits for the DAG `stock`, but no such DAG is known here: if nobody else makes it, the sensor waits until its timeout and fails.",
      advice: "If the DAG lives elsewhere, add this to `windsock.yml`:\nexternal-dags:\n  - stock",
    }),
    finding({
      rule: "not-static",
      effect: "surprises",
      severity: "notice",
      gates: false,
      at: spanOf(head, "dags/dags.py", "create_dag(name)"),
      message: "`default_args.email` of `orders_daily` is not known: it is read from a database.",
      advice: "It depends on `TEAM_EMAIL`.",
    }),
    finding({
      rule: "unknown-dependency",
      state: "existing",
      at: spanOf(head, "dags/dags.py", "import"),
      message: "`old` is no task.",
    }),
    finding({
      rule: "missing-operator",
      state: "fixed",
      effect: "fails",
      at: spanOf(head, "dags/dags.py", "import"),
      message: "`a` names no `operator`.",
    }),
  ];
}
