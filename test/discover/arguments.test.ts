import { expect, test } from "vitest";
import type { Discovery } from "../../src/model/site.ts";
import type { Value } from "../../src/model/value.ts";
import { discover, show, undecidedOf } from "./helpers.ts";

const HEAD = "import os\nfrom gusty import create_dag\n";

/** The arguments of the only site of an entry point, whose call is the last line. */
async function argumentsOf(source: string, files: Record<string, string> = {}): Promise<Record<string, string>> {
  const discovery = await discover({ "dags/make.py": HEAD + source, ...files });
  return Object.fromEntries((discovery.sites[0]?.arguments ?? []).map((field) => [field.key, show(field.value)]));
}

const argument = (discovery: Discovery, key: string): Value | undefined =>
  discovery.sites[0]?.arguments.find((field) => field.key === key)?.value;

test("positional arguments get their names", async () => {
  expect(await argumentsOf('create_dag("dags/sales", {"tooltip": "t"}, None, False, {}, [], ["x"], True)\n')).toEqual({
    task_group_defaults: '{"tooltip": "t"}',
    wait_for_defaults: "None",
    latest_only: "False",
    parse_hooks: "{}",
    dag_constructors: "[]",
    extra_tags: '["x"]',
    render_on_create: "True",
  });
});

test("constructors stay calls with their full path", async () => {
  const source = [
    "import datetime, pendulum",
    "from datetime import datetime as dt, timedelta as td",
    "from gusty.utils import days_ago",
    "from airflow.datasets import Dataset",
    "from airflow.utils.trigger_rule import TriggerRule",
    'create_dag("dags/sales", start_date=pendulum.datetime(2024, 1, 1, tz="UTC"), end_date=dt(2025, 1, 1),',
    '  default_args={"retry_delay": td(minutes=5), "start_date": days_ago(1), "trigger_rule": TriggerRule.ALL_DONE},',
    '  dagrun_timeout=datetime.timedelta(hours=2), schedule=[Dataset("s3://x")])',
    "",
  ].join("\n");
  expect(await argumentsOf(source)).toEqual({
    start_date: 'pendulum.datetime(2024, 1, 1, tz="UTC")',
    end_date: "datetime.datetime(2025, 1, 1)",
    default_args:
      '{"retry_delay": datetime.timedelta(minutes=5), "start_date": gusty.utils.days_ago(1), "trigger_rule": airflow.utils.trigger_rule.TriggerRule.ALL_DONE}',
    dagrun_timeout: "datetime.timedelta(hours=2)",
    schedule: '[airflow.datasets.Dataset("s3://x")]',
  });
});

test("the environment is empty: a read stays a read, and its default is not the value", async () => {
  const source =
    'email = os.environ.get("EMAIL", "a@b")\ncreate_dag("dags/sales", a=email, b=os.environ["X"], c=os.getenv("Y"), d=f"{email}!")\n';
  expect(await argumentsOf(source)).toEqual({
    a: 'os.environ.get("EMAIL", "a@b")',
    b: '<os.environ["X"]>',
    c: 'os.getenv("Y")',
    d: '<f"{email}!">',
  });
});

test("an environment read is not undecided, and its expression brings the statements that it needs", async () => {
  const source = `${HEAD}unused = 1\nbase = os.environ["BASE"]\nfull = base + "/x"\ncreate_dag("dags/sales", path=full.strip())\n`;
  const discovery = await discover(source);
  expect(undecidedOf(discovery)).toEqual([]);
  const value = argument(discovery, "path");
  expect(value?.t === "expr" && value.needs.map((need) => source.slice(need.start, need.end))).toEqual([
    "import os",
    'base = os.environ["BASE"]',
    'full = base + "/x"',
  ]);
});

test("a callback brings its definition, imports, constants, and what it calls, in the order of the file", async () => {
  const source = [
    "import os, sys",
    "import requests",
    "from gusty import create_dag",
    'sys.path.append("/x")',
    'URL = "https://x"',
    "OTHER = 1",
    "def post(text):",
    "    requests.post(URL, data=text)",
    "@wraps",
    "def notify(context):",
    '    post(context["dag"])',
    "from functools import wraps",
    'create_dag("dags/sales", on_failure_callback=notify, user_defined_macros={"up": lambda text: text.upper() + URL})',
    "",
  ].join("\n");
  const discovery = await discover(source);
  expect(undecidedOf(discovery)).toEqual([]);
  const needs = (value: Value | undefined): string[] | false =>
    value?.t === "expr" && value.needs.map((need) => source.slice(need.start, need.end).split("\n")[0] ?? "");
  expect(needs(argument(discovery, "on_failure_callback"))).toEqual([
    "import os, sys",
    "import requests",
    'sys.path.append("/x")',
    'URL = "https://x"',
    "def post(text):",
    "@wraps",
    "from functools import wraps",
  ]);
  const macros = argument(discovery, "user_defined_macros");
  expect(macros && show(macros)).toBe('{"up": <lambda text: text.upper() + URL>}');
});

test("names with another value at each turn are replaced by their value", async () => {
  const discovery = await discover(
    `${HEAD}for name in ["sales", "stock"]:\n    create_dag("dags/" + name, a=load(name, 1), b=load(f"{name}.md"), c=lambda: name, d=lambda n=name: n)\nfrom docs import load\n`,
  );
  const shown = discovery.sites.map((site) => site.arguments.map((field) => show(field.value)));
  expect(shown[1]).toEqual([
    '<load("stock", 1)>',
    '<(lambda name: load(f"{name}.md"))("stock")>',
    // Once it is called, the loop has gone on: it sees the last name, whichever DAG it belongs to.
    "<lambda: name | free name>",
    '<lambda n="stock": n>',
  ]);
});

test("what Python alone knows inside a function is the call of the function", async () => {
  const source = [
    "def settings(kind):",
    '    mail = os.environ["MAIL"]',
    '    found = {"owner": kind, "email": mail + "@x"}',
    "    return found",
    'create_dag("dags/sales", default_args=settings("ops"))',
    "",
  ].join("\n");
  const { default_args } = await argumentsOf(source);
  expect(default_args).toBe('{"owner": "ops", "email": <(os.environ["MAIL"]) + "@x">}');
});

test("a condition that is not known becomes a conditional expression", async () => {
  const source = [
    'prod = os.environ.get("ENV") == "prod"',
    "def make(name):",
    '    schedule = "@daily"',
    '    args = {"owner": "a"}',
    "    if not prod:",
    "        schedule = None",
    '        args["owner"] = "b"',
    "    return create_dag(name, schedule=schedule, default_args=args)",
    'dag = make("dags/sales")',
    "",
  ].join("\n");
  expect(await argumentsOf(source)).toEqual({
    schedule: '<None if (not prod) else "@daily">',
    default_args: '{"owner": <"b" if (not prod) else "a">}',
  });
});

test("a key that may be missing makes the mapping an expression", async () => {
  const source =
    'args = {"owner": "a"}\nif os.environ.get("ENV"):\n    args["email"] = "x"\ncreate_dag("dags/sales", default_args=args, params={"a": 1, **args})\n';
  expect(await argumentsOf(source)).toEqual({ default_args: "<args>", params: '<{"a": 1, **args}>' });
});

test("a key that a function may add is a part of the expression", async () => {
  const source = [
    "def make(name):",
    '    args = {"owner": "a"}',
    '    if os.environ.get("ENV"):',
    '        args["email"] = name',
    "    return create_dag(name, default_args=args)",
    'make("dags/sales")',
    "",
  ].join("\n");
  expect(await argumentsOf(source)).toEqual({
    default_args: '<{"owner": "a", **({"email": "dags/sales"} if (os.environ.get("ENV")) else {})}>',
  });
});

test("a call that may change a mapping makes it an expression; logging does not", async () => {
  const source = [
    "import logging",
    "from common import tune",
    'a = {"x": 1}',
    'b = {"y": 2}',
    "tune(a)",
    'logging.info("args", b)',
    "print(b)",
    'create_dag("dags/sales", params=a, default_args=b)',
    "",
  ].join("\n");
  expect(await argumentsOf(source)).toEqual({ params: "<a>", default_args: '{"y": 2}' });
});

test("a value that only Python knows, and that is changed afterwards, brings the change", async () => {
  const source =
    'a = os.environ["A"].split(",")\nif os.environ["B"]:\n    a = [1]\na.append("x")\ncreate_dag("dags/sales", tags=a)\n';
  const discovery = await discover(HEAD + source);
  const value = argument(discovery, "tags");
  expect(value && show(value)).toBe("<a>");
  expect(value?.t === "expr" && value.needs.length).toBe(4);
});

test("an import with a fallback is taken over with its try", async () => {
  const source =
    'try:\n    from airflow.sdk import Asset\nexcept ImportError:\n    from airflow.datasets import Dataset as Asset\ncreate_dag("dags/sales", schedule=[Asset("x")])\n';
  const discovery = await discover(HEAD + source);
  const value = argument(discovery, "schedule");
  expect(value && show(value)).toBe('[<Asset("x")>]');
  const [asset] = value?.t === "list" ? value.v : [];
  expect(asset?.t === "expr" && asset.needs.map((need) => (HEAD + source).slice(need.start, need.start + 4))).toEqual([
    "try:",
  ]);
});

test("paths of the repository are known as such, below AIRFLOW_HOME they stay a read", async () => {
  const source = [
    "from pathlib import Path",
    "here = os.path.dirname(__file__)",
    'home = os.environ["AIRFLOW_HOME"]',
    'create_dag("dags/sales", template_searchpath=[here, os.path.join(here, "sql"), Path(__file__).parent / "sql", home + "/sql"])',
    "",
  ].join("\n");
  expect(await argumentsOf(source)).toEqual({
    template_searchpath: '[file:dags, file:dags/sql, pathlib.Path(file:dags/sql), <home + "/sql">]',
  });
});

test("the docstring of an entry point is known, and never copied as a name of the generated file", async () => {
  const call = 'create_dag("dags/sales", doc_md=__doc__)\n';
  const docOf = async (start: string): Promise<Value | undefined> =>
    argument(await discover(start + HEAD + call), "doc_md");
  expect(show((await docOf('"""Makes DAGs."""\n')) ?? { t: "null" })).toBe('"Makes DAGs."');
  expect((await docOf(""))?.t).toBe("null");
  const indented = await docOf('"""Makes\n  DAGs."""\n');
  expect(indented?.t === "expr" && indented.free).toEqual(["__doc__"]);
});

test("an argument that nothing static gives is undecided with its path, and the rest is known", async () => {
  const discovery = await discover(
    `${HEAD}def make(name):\n    def notify(context):\n        return name\n    name = name\n    return create_dag(name, default_args={"owner": "a", "on_failure_callback": notify}, **more)\nmake("dags/sales")\n`,
  );
  expect(undecidedOf(discovery)).toEqual([
    "notify: dags/sales default_args.on_failure_callback",
    "more: dags/sales **",
  ]);
});

test("values and keys keep the place where they are written", async () => {
  const source = `${HEAD}ARGS = {"owner": "data"}\ncreate_dag("dags/sales", schedule="@daily", **{"default_args": ARGS})\n`;
  const discovery = await discover(source);
  const at = (span: { start: number; end: number } | null | undefined): string | null =>
    span ? source.slice(span.start, span.end) : null;
  const fields = discovery.sites[0]?.arguments ?? [];
  expect(fields.map((field) => [at(field.keySpan), at(field.value.span)])).toEqual([
    ["schedule", '"@daily"'],
    ['"default_args"', '{"owner": "data"}'],
  ]);
  const inner = fields[1]?.value;
  expect(inner?.t === "map" && inner.v.map(([key, value]) => [at(key.span), at(value.span)])).toEqual([
    ['"owner"', '"data"'],
  ]);
});

test("text, number and collection literals are read as Python reads them", async () => {
  const source =
    'create_dag("dags/sales", a="x" \'y\' r"\\n" "\\x41\\u00e9\\n", b=0x1F, c=1_000, d=1.5e3, e=b"a\\xff", f=(1,), g={1, 2}, h=-1, i="""\nq""", j="%s-%d" % ("a", 1), k="{}/{x:02d}".format("a", x=3), l=[*range(2)], m="a".upper().join(["b", "c"]))\n';
  expect(await argumentsOf(source)).toEqual({
    a: '"xy\\\\nAé\\n"',
    b: "31",
    c: "1000",
    d: "1500",
    e: "bytes:97,255",
    f: "(1)",
    g: "{1, 2}",
    h: "-1",
    i: '"\\nq"',
    j: '"a-1"',
    k: '"a/03"',
    l: "[0, 1]",
    m: '"bAc"',
  });
});
