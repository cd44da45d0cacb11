import fc from "fast-check";
import { type Chances, type Setting, setting } from "./chances.ts";

/** An operator as task files name it, with settings that it must have and settings that it can have. */
export interface Operator {
  readonly paths: readonly string[];
  readonly required: readonly fc.Arbitrary<Setting>[];
  readonly optional: readonly fc.Arbitrary<Setting>[];
  /** Can stand in a task file without Python. */
  readonly plain: boolean;
}

const of = (
  paths: string,
  required: readonly fc.Arbitrary<Setting>[] = [],
  optional: readonly fc.Arbitrary<Setting>[] = [],
  plain = true,
): Operator => ({ paths: paths.split(" "), required, optional, plain });

const command = setting("bash_command", "echo {{ ds }}", "scripts/run.sh", "'exit 0'", "|\n  echo a\n  echo b");
const sql = setting("sql", "select 1", "query.sql", "[select 1, 'select {{ ds }}']");

export const OPERATORS: readonly Operator[] = [
  of("airflow.operators.empty.EmptyOperator airflow.providers.standard.operators.empty.EmptyOperator"),
  of(
    "airflow.operators.bash.BashOperator airflow.providers.standard.operators.bash.BashOperator",
    [command],
    [
      setting("env", "{A: '{{ ds }}', B: x}"),
      setting("append_env", "true"),
      setting("cwd", "/srv"),
      setting("skip_on_exit_code", "99", "[98, 99]"),
    ],
  ),
  of(
    "airflow.operators.python.PythonOperator airflow.providers.standard.operators.python.PythonOperator airflow.operators.python.ShortCircuitOperator",
    [],
    [
      setting("op_kwargs", "{n: 3, day: '{{ ds }}'}"),
      setting("op_args", "[1, two]"),
      setting("templates_dict", "{q: '{{ ds }}'}"),
      setting("show_return_value_in_logs", "false"),
    ],
    false,
  ),
  of(
    "airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator",
    [sql],
    [
      setting("conn_id", "db", "'{{ conn }}'"),
      setting("autocommit", "true"),
      setting("parameters", "{a: 1}", "[1, 2]"),
      setting("split_statements", "true"),
      setting("return_last", "false"),
    ],
  ),
  of(
    "local.BakeCake",
    [setting("flour", "white", "'{{ ds }}'")],
    [setting("sugar", "1"), setting("recipe", "r.txt"), setting("eggs", "2")],
  ),
  of(
    "local.BakeTart bake_tart.BakeTart",
    [setting("fruit", "plums")],
    [setting("sugar", "1"), setting("recipe", "x"), setting("flour", "x")],
  ),
  of("local.Listed", [], [setting("note", "x"), setting("secret", "y")]),
  of("local.Follow follow.Follow", [], [setting("after", "[a]", "[b, load]", "[g]", "[nobody]"), setting("note", "x")]),
  of("plugs.tools.Greet", [setting("name", "x")], [setting("note", "z"), setting("loud", "true")]),
  of(
    "airflow.providers.standard.sensors.bash.BashSensor",
    [command],
    [
      setting("poke_interval", "5"),
      setting("mode", "reschedule"),
      setting("timeout", "9"),
      setting("soft_fail", "true"),
    ],
  ),
  of(
    "airflow.providers.standard.operators.trigger_dagrun.TriggerDagRunOperator",
    [setting("trigger_dag_id", "o")],
    [setting("conf", "{a: '{{ ds }}'}"), setting("wait_for_completion", "true")],
  ),
  of("airflow.providers.standard.operators.latest_only.LatestOnlyOperator"),
];

const WRONG = [
  "local.BakeCakes",
  "local.Nowhere",
  "EmptyOperator",
  "airflow.operators.bash.BashOperatr",
  "airflow.operators.bsh.BashOperator",
  "bake_cake",
  "local.helper",
  "plugs.tools.greet",
  "plugs.tools.Greeet",
  "nowhere.at.All",
  "airflow.operators.bash",
  "''",
  "airflow.operators.python.get_current_context",
];

/** The path of an operator, at times one that leads nowhere. */
export const operatorPath = (operator: Operator, { odd }: Chances): fc.Arbitrary<string> =>
  odd(fc.constantFrom(...operator.paths), fc.constantFrom(...WRONG));

/** Operators of the project's own, beside every generated project that uses them. */
export const SOURCES: Readonly<Record<string, string>> = {
  "operators/bake_cake.py": `from airflow.models import BaseOperator


class BakeCake(BaseOperator):
    template_fields = ("flour", "recipe")
    template_ext = (".txt",)

    def __init__(self, flour, sugar=1, recipe=None, note=None, **kwargs):
        super().__init__(**kwargs)
        self.flour = flour
        self.sugar = sugar
        self.recipe = recipe
        self.note = note
`,
  "operators/bake_tart.py": `from bake_cake import BakeCake


class BakeTart(BakeCake):
    def __init__(self, fruit, **kwargs):
        kwargs.setdefault("flour", "white")
        super().__init__(**kwargs)
        self.fruit = fruit
`,
  "operators/listed.py": `from airflow.models import BaseOperator


class Listed(BaseOperator):
    _gusty_parameters = ["note", "task_id"]

    def __init__(self, note=None, secret=None, **kwargs):
        super().__init__(**kwargs)
        self.note = note
        self.secret = secret
`,
  "operators/follow.py": `from airflow.models import BaseOperator


class Follow(BaseOperator):
    def __init__(self, after=(), note=None, **kwargs):
        super().__init__(**kwargs)
        self.dependencies = [*after]
        self.note = note
`,
  "operators/helper.py": `def helper(**kwargs):
    return kwargs
`,
  "plugins/plugs/__init__.py": "",
  "plugins/plugs/tools.py": `from airflow.models import BaseOperator


class Loud(BaseOperator):
    template_fields = ("name",)

    def __init__(self, *, name, note="quiet", **kwargs):
        super().__init__(**kwargs)
        self.name = name
        self.note = note


class Greet(Loud):
    def __init__(self, *args, loud=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.loud = loud


def greet(**kwargs):
    return None
`,
};
