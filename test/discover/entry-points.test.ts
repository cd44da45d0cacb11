import { describe, expect, test } from "vitest";
import { discover, sitesOf, undecidedOf } from "./helpers.ts";

/** An entry point, the sites that it makes, and what stays undecided. */
type Shape = readonly [name: string, source: string, sites: readonly string[], undecided?: readonly string[]];

const check = (shapes: readonly Shape[]): void => {
  test.each(shapes.map((shape) => [...shape] as const))("%s", async (_, source, sites, undecided) => {
    const discovery = await discover(source);
    expect({ sites: sitesOf(discovery), undecided: undecidedOf(discovery) }).toEqual({
      sites,
      undecided: undecided ?? [],
    });
  });
};

describe("the folder of one create_dag", () => {
  check([
    [
      "joined to AIRFLOW_HOME",
      'import os\nfrom gusty import create_dag\ndag = create_dag(os.path.join(os.environ["AIRFLOW_HOME"], "dags", "sales"), latest_only=False)\n',
      ["dags/sales latest_only=False"],
    ],
    [
      "added to AIRFLOW_HOME as text, with a default that does not count",
      'import os\nimport gusty\ndag = gusty.create_dag(os.environ.get("AIRFLOW_HOME", "/x") + "/dags/sales")\n',
      ["dags/sales"],
    ],
    [
      "from os.getenv in an f-string",
      'import os\nfrom gusty import create_dag as c\nhome = os.getenv("AIRFLOW_HOME")\ndag = c(f"{home}/dags/stock")\n',
      ["dags/stock"],
    ],
    [
      "from Airflow's settings",
      'from airflow.settings import DAGS_FOLDER\nfrom gusty import create_dag\ndag = create_dag(DAGS_FOLDER + "/sales")\n',
      ["dags/sales"],
    ],
    [
      "from Airflow's configuration",
      'from airflow.configuration import conf, AIRFLOW_HOME\nfrom gusty import create_dag\na = create_dag(conf.get("core", "dags_folder") + "/sales")\nb = create_dag(AIRFLOW_HOME + "/dags/stock")\n',
      ["dags/sales", "dags/stock"],
    ],
    [
      "beside the entry point, by os.path",
      'from os.path import abspath, dirname, join\nfrom gusty import create_dag\nhere = dirname(abspath(__file__))\ndag = create_dag(join(here, "sales"))\n',
      ["dags/sales"],
    ],
    [
      "beside the entry point, by pathlib",
      'import pathlib\nfrom gusty import create_dag\ndag = create_dag(pathlib.Path(__file__).resolve().parent / "sales")\n',
      ["dags/sales"],
    ],
    [
      "from the folder above, by parents",
      'from pathlib import Path\nfrom gusty import create_dag\nROOT = Path(__file__).parents[1]\ndag = create_dag(str(ROOT.joinpath("dags", "sales")))\n',
      ["dags/sales"],
    ],
    [
      "by the entry point's own name",
      'from gusty import create_dag\ndag = create_dag(__file__.replace("make.py", "sales"))\n',
      ["dags/sales"],
    ],
    [
      "an absolute path of the machine where Airflow runs",
      'from gusty import create_dag\ndag = create_dag("/usr/local/airflow/dags/sales")\n',
      ["dags/sales"],
    ],
    [
      "a path from the repository's root",
      'from gusty import create_dag\ndag = create_dag("dags/sales")\n',
      ["dags/sales"],
    ],
    [
      "with dots in it, by name",
      'from gusty import create_dag\nfrom os.path import dirname\ndag = create_dag(dag_dir=f"{dirname(__file__)}/stock/../sales")\n',
      ["dags/sales"],
    ],
    [
      "that is not in the repository",
      'import os\nfrom gusty import create_dag\ndag = create_dag(os.path.join(os.path.dirname(__file__), "gone"))\n',
      [],
      ['os.path.join(os.path.dirname(__file__), "gone"): sites'],
    ],
    [
      "that another variable of the environment names",
      'import os\nfrom gusty import create_dag\ndag = create_dag(os.environ.get("DAG_DIR", "dags/sales"))\n',
      [],
      ['os.environ.get("DAG_DIR", "dags/sales"): sites'],
    ],
    ["that is missing", "from gusty import create_dag\ndag = create_dag()\n", [], ["create_dag(): sites"]],
    [
      "that is a file",
      'import os\nfrom gusty import create_dag\ndag = create_dag(os.path.dirname(__file__) + "/README.md")\n',
      [],
      ['os.path.dirname(__file__) + "/README.md": sites'],
    ],
  ]);

  test("a folder that is not there is told with the reason", async () => {
    const [open] = (
      await discover(
        'from gusty import create_dag\nimport os\ncreate_dag(os.path.dirname(__file__) + "/../dags/gone")\n',
      )
    ).undecided;
    expect(open?.why).toBe("the repository has no `dags/gone`, so gusty raises NonexistentDagDirError");
  });

  test("a path that ends in a slash gives the DAG no id, as os.path.basename does", async () => {
    const { sites } = await discover('from gusty import create_dag\ncreate_dag("/opt/airflow/dags/sales/")\n');
    expect(sites.map((site) => [site.id, site.folder])).toEqual([["", "dags/sales"]]);
  });
});

describe("create_dags", () => {
  check([
    [
      "takes every folder but those whose name ends in two underscores",
      'import os\nfrom gusty import create_dags\ncreate_dags(os.path.dirname(__file__), globals(), schedule="@daily")\n',
      ['dags/sales schedule="@daily"', 'dags/stock schedule="@daily"'],
    ],
    [
      "keeps its own arguments to itself",
      'from gusty import create_dags\ncreate_dags("/opt/airflow/dags", globals(), True, 30, max_concurrency=4, latest_only=False)\n',
      ["dags/sales latest_only=False", "dags/stock latest_only=False"],
    ],
    [
      "with the DAG that Airflow asks for: all of them when files are parsed",
      'from airflow.utils.dag_parsing_context import get_parsing_context\nfrom gusty import create_dags\ncreate_dags("dags", globals(), current_dag_id=get_parsing_context().dag_id)\n',
      ["dags/sales", "dags/stock"],
    ],
    [
      "with one DAG named",
      'from gusty import create_dags\ncreate_dags("dags", globals(), current_dag_id="stock")\n',
      ["dags/stock"],
    ],
    [
      "with a DAG that is not known",
      'import os\nfrom gusty import create_dags\ncreate_dags("dags", globals(), current_dag_id=os.environ.get("ONE"))\n',
      [],
      ['os.environ.get("ONE"): sites'],
    ],
  ]);
});

describe("loops over folders", () => {
  const both = ["dags/sales", "dags/stock"];
  check([
    [
      "os.listdir with isdir and startswith",
      'import os\nfrom gusty import create_dag\nhere = os.path.dirname(__file__)\nfor name in os.listdir(here):\n    path = os.path.join(here, name)\n    if os.path.isdir(path) and not name.startswith(("_", ".")):\n        globals()[name] = create_dag(path, tags=[name])\n',
      ['dags/sales tags=["sales"]', 'dags/stock tags=["stock"]'],
    ],
    [
      "a list comprehension over AIRFLOW_HOME, then a loop",
      "import os\nfrom gusty import create_dag\nparent = os.path.join(os.environ['AIRFLOW_HOME'], 'dags')\ndirs = [os.path.join(parent, name) for name in os.listdir(parent) if os.path.isdir(os.path.join(parent, name)) and not name.endswith('__')]\nfor one in dirs:\n    dag_id = os.path.basename(one)\n    globals()[dag_id] = create_dag(one)\n",
      both,
    ],
    [
      "iterdir, sorted, with continue",
      'from pathlib import Path\nfrom gusty import create_dag\nfor folder in sorted(Path(__file__).parent.iterdir()):\n    if not folder.is_dir() or folder.name in ("stock", "__pycache__"):\n        continue\n    globals()[folder.stem] = create_dag(str(folder))\n',
      ["dags/sales"],
    ],
    [
      "glob for METADATA",
      'import glob, os\nfrom gusty import create_dag\nfor file in glob.glob(os.path.join(os.path.dirname(__file__), "*", "METADATA.yml")):\n    folder = os.path.dirname(file)\n    globals()[os.path.basename(folder)] = create_dag(folder)\n',
      ["dags/sales"],
    ],
    [
      "Path.glob",
      'from pathlib import Path\nfrom gusty import create_dag\nfor meta in Path(__file__).parent.glob("**/METADATA.yml"):\n    globals()[meta.parent.name] = create_dag(meta.parent)\n',
      ["dags/sales"],
    ],
    [
      "os.scandir in a function of the module",
      "import os\nfrom gusty import create_dag\ndef folders(base):\n    found = []\n    for entry in os.scandir(base):\n        if entry.is_dir():\n            found.append(entry.path)\n    return found\nglobals().update({os.path.basename(one): create_dag(one) for one in folders(os.path.dirname(__file__))})\n",
      both,
    ],
    [
      "the first step of os.walk",
      "import os\nfrom gusty import create_dag\nhere = os.path.dirname(os.path.realpath(__file__))\n_, names, _ = next(os.walk(here))\nfor name in names:\n    globals()[name] = create_dag(here + os.sep + name)\n",
      both,
    ],
    [
      "a dict of arguments",
      'import os\nfrom gusty import create_dag\nDAGS = {"sales": {"schedule": "@daily"}, "stock": dict(schedule=None, extra_tags=["s"])}\nfor name, extra in DAGS.items():\n    globals()[name] = create_dag(os.path.join(os.path.dirname(__file__), name), **{"catchup": False, **extra})\n',
      ['dags/sales catchup=False schedule="@daily"', 'dags/stock catchup=False schedule=None extra_tags=["s"]'],
    ],
    [
      "a loop that counts",
      'from gusty import create_dag\nfor at, name in enumerate(["sales", "stock"], start=1):\n    globals()[name] = create_dag("dags/" + name, max_active_runs=at)\n',
      ["dags/sales max_active_runs=1", "dags/stock max_active_runs=2"],
    ],
    [
      "beside something unknown in one list or mapping",
      'import os\nfrom gusty import create_dag\na = [*os.environ["X"], create_dag("dags/sales")]\nb = {**os.environ, "stock": create_dag("dags/stock")}\n',
      both,
    ],
    [
      "over something unknown",
      'import requests\nfrom gusty import create_dag\nfor name in requests.get("https://x").json():\n    globals()[name] = create_dag("dags/" + name)\n',
      [],
      ['requests.get("https://x").json(): sites'],
    ],
    [
      "with a filter that is not known",
      'import os\nfrom gusty import create_dag\nfor name in ["sales", "stock"]:\n    if name in os.environ["ENABLED"]:\n        create_dag("dags/" + name)\n',
      [],
      ['name in os.environ["ENABLED"]: sites'],
    ],
    [
      "with a comprehension over something unknown",
      "from config import names\nfrom gusty import create_dag\nglobals().update({name: create_dag(name) for name in names()})\n",
      [],
      ["names(): sites"],
    ],
  ]);
});

describe("conditions", () => {
  check([
    [
      "an unknown condition hides the DAG that it holds",
      'import os\nfrom gusty import create_dag\nif os.environ.get("ENV", "prod") == "prod":\n    dag = create_dag("dags/sales")\ndag = create_dag("dags/stock")\n',
      ["dags/stock"],
      ['os.environ.get("ENV", "prod") == "prod": sites'],
    ],
    [
      "what is only run as a script does not run",
      'from gusty import create_dag\ndag = create_dag("dags/sales")\nif __name__ == "__main__":\n    dag.cli()\n',
      ["dags/sales"],
    ],
    [
      "a condition whose other way raises is taken as met",
      'import os\nfrom gusty import create_dag\nif "TOKEN" not in os.environ:\n    raise RuntimeError("no token")\ndag = create_dag("dags/sales")\n',
      ["dags/sales"],
    ],
    [
      "an unknown return hides what comes behind it",
      'import os\nfrom gusty import create_dag\ndef main():\n    if os.getenv("OFF"):\n        return None\n    return create_dag("dags/sales")\ndag = main()\n',
      [],
      ['if os.getenv("OFF"):: sites'],
    ],
    [
      "try around the import of gusty",
      'try:\n    from gusty import create_dag\nexcept ImportError:\n    create_dag = None\ndag = create_dag("dags/sales")\n',
      ["dags/sales"],
    ],
    [
      "a known condition",
      'import os\nfrom gusty import create_dag\nhere = os.path.dirname(__file__)\nfor name in ["sales", "gone"]:\n    if os.path.exists(f"{here}/{name}/METADATA.yml"):\n        create_dag(f"{here}/{name}")\n    elif name == "gone":\n        pass\n',
      ["dags/sales"],
    ],
    [
      "match is not evaluated",
      'from gusty import create_dag\nmatch 1:\n    case 1:\n        dag = create_dag("dags/sales")\n',
      [],
      ["1: sites"],
    ],
    [
      "a statement that raises ends the file",
      'from gusty import create_dag\nx = {}["gone"]\ndag = create_dag("dags/sales")\n',
      [],
      ['x = {}["gone"]: sites'],
    ],
    ["a loop without end", "from gusty import create_dag\nwhile True:\n    pass\n", [], ["while True:: sites"]],
    [
      "text that is no Python",
      'from gusty import create_dag\ndag = create_dag("dags/sales")\nx = = 1\n',
      ["dags/sales"],
      ["x = = 1: sites"],
    ],
  ]);
});

describe("functions", () => {
  check([
    [
      "a factory with defaults and more keywords",
      'import os\nfrom gusty import create_dag\ndef make(name, owner="data", **kwargs):\n    args = {"owner": owner}\n    args.update(kwargs.pop("default_args", {}))\n    return create_dag(os.path.join(os.path.dirname(__file__), name), default_args=args, **kwargs)\nsales = make("sales", default_args={"retries": 2}, catchup=False)\nstock = make("stock", owner="ops")\n',
      [
        'dags/sales default_args={"owner": "data", "retries": 2} catchup=False',
        'dags/stock default_args={"owner": "ops"}',
      ],
    ],
    [
      "map with a lambda",
      'from gusty import create_dag\nsales, stock = map(lambda name: create_dag(f"dags/{name}"), ["sales", "stock"])\n',
      ["dags/sales", "dags/stock"],
    ],
    [
      "a generator of folders",
      "from pathlib import Path\nfrom gusty import create_dag\ndef folders(base):\n    for path in base.iterdir():\n        if path.is_dir():\n            yield path\n    yield from []\nfor one in folders(Path(__file__).parent):\n    globals()[one.name] = create_dag(one)\n",
      ["dags/sales", "dags/stock"],
    ],
    [
      "a generator that is not known in full",
      'import os\nfrom gusty import create_dag\ndef folders():\n    yield "dags/sales"\n    if os.getenv("MORE"):\n        yield "dags/stock"\nfor one in folders():\n    create_dag(one)\n',
      [],
      ["folders(): sites"],
    ],
    [
      "a decorated factory",
      'import functools\nfrom gusty import create_dag\n@functools.cache\ndef make(name):\n    return create_dag("dags/" + name)\ndag = make("sales")\n',
      [],
      ['make("sales"): sites'],
    ],
    [
      "recursion without end",
      'from gusty import create_dag\ndef f(n):\n    return f(n + 1)\nf(0)\ndag = create_dag("dags/sales")\n',
      [],
      ["f(0): sites"],
    ],
    [
      "a class that holds settings",
      'import os\nfrom gusty import create_dag\nclass Settings:\n    base = os.path.dirname(__file__)\n    retries = 3\ndag = create_dag(os.path.join(Settings.base, "sales"), default_args={"retries": Settings.retries})\n',
      ['dags/sales default_args={"retries": 3}'],
    ],
  ]);
});

describe("statements that touch the DAG afterwards", () => {
  /** What the generated file runs after the DAG, and what stays open. */
  const after = async (source: string): Promise<unknown> => {
    const discovery = await discover(`import os\nfrom gusty import create_dag\n${source}`);
    const statements = discovery.sites.flatMap((site) => site.statements ?? []);
    return [...statements.map((one) => one.source), ...undecidedOf(discovery).map((one) => `open ${one}`)];
  };
  const MAKE = 'dag = create_dag("dags/sales")\n';

  test.each<[string, string, readonly string[]]>([
    ["an attribute", `${MAKE}dag.doc_md = "x"\n`, ['dag.doc_md = "x"']],
    ["a with block", `with create_dag("dags/sales") as dag:\n    pass\n`, ["with dag:\n    pass"]],
    [
      "a with block of its own",
      `from common import f\n${MAKE}with dag:\n    a = f()\na.go()\n`,
      ["with dag:\n    a = f()", "a.go()"],
    ],
    [
      "a loop over its tasks",
      `${MAKE}for task in dag.tasks:\n    task.pool = "p"\n`,
      ['for task in dag.tasks:\n    task.pool = "p"'],
    ],
    ["a call that gets it", `from common import finish\n${MAKE}finish([dag])\n`, ["finish([dag])"]],
    [
      "an unknown condition around a change",
      `${MAKE}if os.getenv("X"):\n    dag.is_paused_upon_creation = True\n`,
      ['if os.getenv("X"):\n    dag.is_paused_upon_creation = True'],
    ],
    [
      "a function of its own, which is called once",
      `def finish(made):\n    made.a = 1\n    made.b = 2\n${MAKE}finish(dag)\n`,
      ["finish(dag)"],
    ],
    [
      "statements in the function that makes it",
      'def make(name, pool):\n    dag = create_dag(name)\n    for task in dag.tasks:\n        task.pool = pool\n    return dag\nmake("dags/sales", "p")\n',
      ["for task in dag.tasks:\n    task.pool = pool"],
    ],
    [
      "what an earlier statement made",
      `${MAKE}found = [dag.get_task("load")]\nlast = found[0]\nlast.set_upstream(found)\n`,
      ['found = [dag.get_task("load")]', "last = found[0]", "last.set_upstream(found)"],
    ],
    [
      "the DAGs of create_dags by their names",
      'create_dags("dags", globals())\nsales.doc_md = "x"\n'.replace(/^/, "from gusty import create_dags\n"),
      ['sales.doc_md = "x"'],
    ],
    [
      "code behind an early end",
      'def make():\n    dag = create_dag("dags/sales")\n    if os.getenv("X"):\n        return dag\n    dag.doc_md = "x"\n    return dag\nmake()\n',
      ['open dag.doc_md = "x": dags/sales statements after create_dag'],
    ],
    [
      "two DAGs in one statement",
      'a = create_dag("dags/sales")\nb = create_dag("dags/stock")\nlink(a, b)\n',
      [
        "open link(a, b): dags/sales statements after create_dag",
        "open link(a, b): dags/stock statements after create_dag",
      ],
    ],
    [
      "only its id is read",
      `import logging\nlog = logging.getLogger(__name__)\n${MAKE}log.info("made %s", dag)\nprint(dag.dag_id)\nglobals()[dag.dag_id] = dag\n`,
      [],
    ],
  ])("%s", async (_, source, expected) => {
    expect(await after(source)).toEqual(expected);
  });

  test("names that change at each turn have the value of their turn", async () => {
    const discovery = await discover(
      'from gusty import create_dag\nmade = []\nfor name in ["sales", "stock"]:\n    dag = create_dag("dags/" + name)\n    dag.doc_md = name\n',
    );
    const statements = discovery.sites.flatMap((site) => site.statements ?? []);
    expect(statements.map(({ names, values }) => [names, values.map(([name, { source }]) => [name, source])])).toEqual([
      [["dag"], [["name", '"sales"']]],
      [["dag"], [["name", '"stock"']]],
    ]);
  });
});
