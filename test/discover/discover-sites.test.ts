import { describe, expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import { discover, sitesOf, undecidedOf } from "./helpers.ts";

const MAKE =
  'from gusty import create_dag\nimport os\ndag = create_dag(os.path.join(os.path.dirname(__file__), "sales"))\n';

describe("modules of the repository", () => {
  test("arguments and functions come from a module beside the entry point", async () => {
    const discovery = await discover({
      "dags/make.py":
        'from gusty import create_dag\nfrom common.defaults import DEFAULTS, notify\nimport common.names as names\ndag = create_dag("dags/" + names.ONE, default_args={**DEFAULTS, "retries": 1}, on_failure_callback=notify)\n',
      "dags/common/__init__.py": "",
      "dags/common/defaults.py":
        "from datetime import timedelta\nDEFAULTS = dict(owner='me', retry_delay=timedelta(minutes=1))\ndef notify(context):\n    pass\n",
      "dags/common/names.py": "from . import defaults\nONE = 'sales'\n",
    });
    expect(sitesOf(discovery)).toEqual([
      'dags/sales default_args={"owner": "me", "retry_delay": datetime.timedelta(minutes=1), "retries": 1} on_failure_callback=<notify>',
    ]);
  });

  test("a file that calls a factory of another file is an entry point", async () => {
    const discovery = await discover({
      "plugins/factory.py":
        'import os\nfrom gusty import create_dag\ndef make(name, **kwargs):\n    return create_dag(os.path.join(os.environ["AIRFLOW_HOME"], "dags", name), **kwargs)\n',
      "dags/sales.py": 'from factory import make\ndag = make("sales", catchup=False)\n',
    });
    expect(discovery.sites.map((site) => [site.folder, site.entryPoint])).toEqual([["dags/sales", "dags/sales.py"]]);
    expect(discovery.entryPoints).toEqual(["dags/sales.py", "plugins/factory.py"]);
  });

  test("sys.path makes a folder an import root", async () => {
    const discovery = await discover({
      "dags/make.py":
        'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lib"))\nfrom gusty import create_dag\nfrom helpers import ONE\ndag = create_dag(ONE)\n',
      "lib/helpers.py": 'ONE = "dags/sales"\n',
      "plugins/x.py": "",
    });
    expect(sitesOf(discovery)).toEqual(["dags/sales"]);
    expect(discovery.importRoots).toEqual(["lib", "dags", "plugins", ""]);
  });

  test("a folder of the repository named like a package does not hide it", async () => {
    const discovery = await discover({
      "airflow/dags/make.py":
        "import airflow\nimport os\nfrom airflow.settings import DAGS_FOLDER\nfrom gusty import create_dags\ncreate_dags(DAGS_FOLDER, globals())\n",
      "airflow/dags/one/x.yml": "operator: x\n",
      "airflow/dags/os/x.py": "",
    });
    expect(sitesOf(discovery)).toEqual(["airflow/dags/one", "airflow/dags/os"]);
    expect(discovery.airflowHome).toBe("airflow");
  });

  test("modules that import one another end", async () => {
    const discovery = await discover({
      "dags/make.py": `import a\n${MAKE}`,
      "dags/a.py": "import b\nX = b.Y\n",
      "dags/b.py": "import a\nY = 1\n",
    });
    expect(sitesOf(discovery)).toEqual(["dags/sales"]);
  });
});

describe("files that entry points read", () => {
  const loop = (load: string): string =>
    `import json\nimport yaml\nfrom pathlib import Path\nfrom gusty import create_dag\nHERE = Path(__file__).parent\n${load}\nfor name, more in CONF.items():\n    globals()[name] = create_dag(HERE / name, **more)\n`;
  const yaml = "sales:\n  schedule: '@daily'\nstock: {catchup: no, tags: [s, 1]}\n";
  const expected = ['dags/sales schedule="@daily"', 'dags/stock catchup=False tags=["s", 1]'];

  test.each([
    ['CONF = yaml.safe_load((HERE / "conf.yml").read_text())'],
    ['with open(HERE / "conf.yml", encoding="utf-8") as file:\n    CONF = yaml.safe_load(file)'],
    ['CONF = yaml.load((HERE / "conf.yml").open().read(), Loader=yaml.SafeLoader)'],
  ])("YAML: %s", async (load) => {
    const discovery = await discover({ "dags/make.py": loop(load), "dags/conf.yml": yaml });
    expect([sitesOf(discovery), undecidedOf(discovery)]).toEqual([expected, []]);
    const span = discovery.sites[0]?.arguments[0]?.value.span;
    expect(span && [span.file, yaml.slice(span.start, span.end)]).toEqual(["dags/conf.yml", "'@daily'"]);
  });

  test("JSON", async () => {
    const json = '{"sales": {"schedule": "@daily"}, "stock": {"catchup": false, "tags": ["s", 1]}}';
    const files = { "dags/make.py": loop('CONF = json.load(open(f"{HERE}/conf.json"))'), "dags/conf.json": json };
    expect(sitesOf(await discover(files))).toEqual(expected);
  });

  test("one that is missing, or no YAML, hides the DAGs that it names", async () => {
    const source = loop('CONF = yaml.safe_load((HERE / "conf.yml").read_text())');
    expect(undecidedOf(await discover(source))).toEqual(["CONF.items(): sites"]);
    expect(undecidedOf(await discover({ "dags/make.py": source, "dags/conf.yml": "a: [" }))).toEqual([
      "CONF.items(): sites",
    ]);
  });

  test("a text that is an argument stays the expression that reads it", async () => {
    const discovery = await discover({
      "dags/make.py": `${MAKE.trimEnd().slice(0, -1)}, doc_md=open(os.path.join(os.path.dirname(__file__), "README.md")).read())\n`,
    });
    expect(sitesOf(discovery)).toEqual([
      'dags/sales doc_md=<open(os.path.join(os.path.dirname(__file__), "README.md")).read()>',
    ]);
  });
});

describe("which files are entry points", () => {
  test("a task file inside a DAG folder is none", async () => {
    const discovery = await discover({
      "dags/make.py": MAKE,
      "dags/sales/task.py": "from gusty import create_dag\ncreate_dag(x)\n",
    });
    expect([discovery.entryPoints, undecidedOf(discovery)]).toEqual([["dags/make.py"], []]);
  });

  test("tests, what `exclude` names and what .airflowignore names are none", async () => {
    const discovery = await discover(
      {
        "dags/make.py": MAKE,
        "tests/make.py": MAKE,
        "old/dags/make.py": MAKE,
        "dags/.airflowignore": "# helpers\n.*_draft\\.py\nunused/\n",
        "dags/x_draft.py": MAKE,
        "dags/unused/y.py": MAKE,
      },
      { exclude: ["old/**"] },
    );
    expect(discovery.entryPoints).toEqual(["dags/make.py"]);
  });

  test("on Airflow 3 .airflowignore holds globs, and `!` takes back", async () => {
    const files = { "dags/.airflowignore": "*.py\n!make.py\n", "dags/make.py": MAKE, "dags/b.py": MAKE };
    expect((await discover(files, { airflow: "3.1" })).entryPoints).toEqual(["dags/make.py"]);
    expect((await discover(files, { airflow: "2.11" })).entryPoints).toEqual(["dags/b.py", "dags/make.py"]);
  });

  test("a file that is no UTF-8 is told", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("from gusty import create_dag\n# "), 0xe9]);
    const [open] = (await discover({ "dags/make.py": bytes })).undecided;
    expect([open?.expression, open?.why]).toEqual([
      "dags/make.py",
      "it is no UTF-8, so that it is not known whether it makes DAGs",
    ]);
  });

  test("an entry point with a byte order mark and CRLF is read", async () => {
    expect(sitesOf(await discover(`\ufeff${MAKE.replaceAll("\n", "\r\n")}`))).toEqual(["dags/sales"]);
  });
});

describe("folders declared in windsock.yml", () => {
  const at = { file: asPath("windsock.yml"), start: 10, end: 16 };
  const declared = { file: asPath("windsock.yml"), dags: [{ path: "dags/*", at, arguments: [] }] };

  test("each folder that matches is a DAG, without any Python", async () => {
    const { sites, airflowHome } = await discover({}, declared);
    expect(sites).toEqual(
      ["sales", "stock"].map((id) => ({
        id,
        folder: `dags/${id}`,
        declared: at,
        by: "windsock.yml",
        entryPoint: null,
        arguments: [],
      })),
    );
    expect(airflowHome).toBe("");
  });

  test("a folder found both ways is one DAG, and the declaration wins", async () => {
    const { sites } = await discover(
      { "make.py": 'from gusty import create_dag\ncreate_dag("dags/sales")\n' },
      declared,
    );
    expect(sites.map((site) => [site.id, site.by])).toEqual([
      ["sales", "windsock.yml"],
      ["stock", "windsock.yml"],
    ]);
  });
});

describe("AIRFLOW_HOME", () => {
  const uses =
    'import os\nfrom gusty import create_dag\ndag = create_dag(os.environ["AIRFLOW_HOME"] + "/dags/sales")\n';

  test("is the folder above the entry point below which the path is there", async () => {
    const tree = {
      "etl/airflow/dags/make.py": uses,
      "etl/airflow/dags/sales/x.yml": "operator: x\n",
      "etl/airflow/operators/y.py": "",
    };
    const { airflowHome, importRoots, sites } = await discover({ ...tree, "dags/sales/load.yml": "x" });
    expect(sites.map((site) => site.folder)).toEqual([]);
    expect(airflowHome).toBe(null);
    const configured = await discover(tree, { root: asPath("etl/airflow") });
    expect([configured.airflowHome, sitesOf(configured)]).toEqual(["etl/airflow", ["etl/airflow/dags/sales"]]);
    expect(configured.importRoots).toEqual(["etl/airflow/dags", "etl/airflow/operators", "etl/airflow", ""]);
    expect(importRoots).toEqual(["dags", ""]);
  });

  test("a repository that is itself the DAGs folder", async () => {
    const discovery = await discover({
      "make.py": uses.replace("/dags/sales", "/dags/own"),
      "own/x.yml": "operator: x\n",
    });
    expect(sitesOf(discovery)).toEqual(["own"]);
  });

  test("two folders that both fit are not guessed between", async () => {
    const discovery = await discover({
      "dags/team/make.py": 'from gusty import create_dag\ncreate_dag("sales")\n',
      "dags/team/sales/x.yml": "",
    });
    expect(discovery.undecided.map((one) => one.why)).toEqual([
      "several folders of the repository may be meant: `dags/team/sales`, `dags/sales`",
    ]);
  });
});
