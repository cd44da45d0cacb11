import type { Dag } from "../../src/model/dag.ts";
import { asPath, type Path } from "../../src/model/path.ts";
import type { Value } from "../../src/model/value.ts";
import { call, dag, group, link, span, task } from "./dag-builder.ts";

const BASH = "airflow.operators.bash.BashOperator";
const PYTHON = "airflow.operators.python.PythonOperator";
const SQL = "airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator";
const SENSOR = "airflow.sensors.external_task.ExternalTaskSensor";
const LATEST_ONLY = "airflow.operators.latest_only.LatestOnlyOperator";

const entryPoint = `import os
from datetime import datetime

from slack import notify

CHANNEL = os.environ.get("CHANNEL", "#data")
HERE = os.path.dirname(os.path.abspath(__file__))


def tell(context, channel = CHANNEL):
    notify(channel, f"{context['task'].task_id} failed")


dag = create_dag(HERE + "/breakfast", on_failure_callback=lambda context: tell(context, channel="#ops"))
`;

export const goldenTexts: ReadonlyMap<Path, string> = new Map([[asPath("dags/dags.py"), entryPoint]]);

const statement = (first: string, last: string) => {
  const start = entryPoint.indexOf(first);
  return span("dags/dags.py", start, entryPoint.indexOf(last, start) + last.length);
};
const needs = [
  statement("import os", "os"),
  statement("from slack", "notify"),
  statement("CHANNEL", '"#data")'),
  statement("HERE", "__file__))"),
  statement("def tell", 'failed")'),
];
const own = (source: string): Value => ({ t: "expr", source, needs, free: [], why: "it is a function" });

const file = (name: string): string => `dags/breakfast/${name}`;

/** The shape that most projects have: groups, SQL, an external dependency, `latest_only`. */
const common = dag({
  settings: {
    description: "Everything that has to be on the table at seven",
    schedule_interval: "0 7 * * *",
    start_date: call("datetime.datetime", [2024, 1, 1]),
    catchup: false,
    default_args: {
      owner: "kitchen",
      email: call("absql.functions.env_var", ["KITCHEN_EMAIL"]),
      retries: 2,
      retry_delay: call("datetime.timedelta", [], { minutes: 5 }),
    },
    tags: ["breakfast", "daily"],
    doc_md: "# Breakfast\n\nAsk the kitchen before you change it.\n",
  },
  groups: [
    group("load", { with: { tooltip: "From the shops" }, prefixGroupId: true }),
    group("load.checks", { name: "checks", parent: "load" }),
    group("serve"),
  ],
  tasks: [
    task({
      id: "boil_eggs",
      of: BASH,
      file: file("boil_eggs.yml"),
      with: { bash_command: "echo {{ ds }}", retries: 3 },
    }),
    task({
      id: "load.load_orders",
      gustyId: "load_orders",
      group: "load",
      of: SQL,
      file: file("load/orders.sql"),
      with: { conn_id: "shop", sql: "INSERT INTO orders\nSELECT *\nFROM shop.orders\nWHERE day = '{{ ds }}'" },
    }),
    task({
      id: "count",
      group: "load.checks",
      of: SQL,
      file: file("load/checks/count.sql"),
      with: { sql: "SELECT 1" },
    }),
    task({
      id: "table",
      group: "serve",
      of: BASH,
      file: file("serve/table.yml"),
      with: {
        bash_command:
          "docker run --rm --env-file /etc/kitchen.env registry.example.com/kitchen/table:latest --date {{ ds }} --seats 4 --verbose",
        env: { PLATES: "4", CUPS: "6" },
      },
    }),
    task({
      id: "wait_for_shop_delivery",
      kind: "sensor",
      of: SENSOR,
      with: { poke_interval: 10, timeout: 3600, retries: 60, external_dag_id: "shop", external_task_id: "delivery" },
    }),
    task({ id: "latest_only", kind: "latest_only", of: LATEST_ONLY }),
  ],
  externals: [{ dag: "shop", task: "delivery", sensor: "wait_for_shop_delivery", uses: [] }],
  links: [
    link("[load] > [serve]", "group"),
    link("load.load_orders > count"),
    link("boil_eggs > table"),
    link("wait_for_shop_delivery > load.load_orders", "external"),
    link("latest_only > boil_eggs", "latest_only"),
    link("latest_only > wait_for_shop_delivery", "latest_only"),
  ],
});

/** Every way in which gusty runs Python, on Airflow 3. */
const callables = dag({
  airflow: 3,
  settings: { schedule: null, on_failure_callback: own('lambda context: tell(context, channel="#ops")') },
  tasks: [
    task({
      id: "toast",
      of: "airflow.providers.standard.operators.python.PythonOperator",
      file: file("toast.py"),
      with: {
        python_callable: { t: "function", file: file("toast.py"), name: "main" },
        on_success_callback: own("tell"),
      },
    }),
    task({
      id: "plum",
      of: "airflow.providers.standard.operators.python.PythonOperator",
      file: file("jam.py"),
      with: {
        python_callable: {
          t: "function",
          file: file("jam.py"),
          name: "cook",
          partial: [["fruit", { t: "str", v: "plum" }]],
        },
      },
    }),
    task({
      id: "cherry",
      of: "airflow.providers.standard.operators.python.PythonOperator",
      file: file("jam.py"),
      with: {
        python_callable: {
          t: "function",
          file: file("jam.py"),
          name: "cook",
          partial: [["fruit", { t: "str", v: "cherry" }]],
        },
      },
    }),
    task({
      id: "clean",
      of: "airflow.providers.standard.operators.python.PythonOperator",
      file: file("clean.py"),
      with: { python_callable: { t: "run-file", file: file("clean.py") } },
    }),
  ],
  links: [link("toast > clean"), link("plum > clean"), link("cherry > clean")],
});

/** Names that Python or the file has already, operators of the project, and what gusty gives to those that ask. */
const names = dag({
  settings: { template_searchpath: ["/opt/templates"], start_date: call("gusty.utils.days_ago", [2]) },
  tasks: [
    task({ id: "class", of: BASH, file: file("class.yml"), with: { bash_command: "scripts/clean.sh" } }),
    task({
      id: "dag",
      of: "include.operators.BashOperator",
      file: file("dag.yml"),
      with: { trigger_rule: { t: "name", path: "airflow.utils.trigger_rule.TriggerRule.ALL_DONE" } },
    }),
    task({
      id: "7-up",
      of: "local:soda_operator.SodaOperator",
      file: file("7-up.yml"),
      with: { file_path: { t: "file-path", file: file("7-up.yml") }, absql_runner: { t: "absql-runner" } },
    }),
    task({
      id: "timedelta",
      of: BASH,
      file: file("timedelta.yml"),
      with: {
        bash_command: "true",
        env: {
          STAGE: call("absql.functions.env_switch", ["dev"], { prod: "prod" }),
          DAY: call("absql.functions.previous_date"),
        },
        execution_timeout: call("datetime.timedelta", [], { hours: 1 }),
      },
    }),
  ],
  links: [link("class > dag"), link("7-up > dag"), link("dag > timedelta")],
});

/** Texts that are hard to print. */
const texts = dag({
  tasks: [
    task({
      id: "quotes",
      of: PYTHON,
      file: file("quotes.yml"),
      with: {
        op_args: ["it's", 'say "x"', "both ' and \"", "back\\slash", "tab\tand\u0000", "naïve 日本 ✅ \u202e"],
        op_kwargs: {
          pattern: "^\\d+\n\\s*$",
          [`${"a key that is very long ".repeat(5)}`]: 1.5,
          when: { t: "date", v: "2024-02-29" },
          at: { t: "datetime", v: "2024-02-29T10:00:00+02:00" },
          raw: { t: "bytes", v: Uint8Array.from([0, 65, 255]) },
        },
        doc_md: `A paragraph without any line end, ${"which goes on and on ".repeat(12)}and ends here.`,
      },
    }),
  ],
});

/** A DAG without any task. */
const empty = dag({ id: "empty" });

export const GOLDEN_DAGS: Readonly<Record<string, Dag>> = { common, callables, names, texts, empty };
