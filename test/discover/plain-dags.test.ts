import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/default-config.ts";
import { discoverSites } from "../../src/discover/discover-sites.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { PLAIN_FILES, PLAIN_HEAD } from "../support/plain-dag-files.ts";

const ENTRY =
  "import os\nfrom gusty import create_dags\ncreate_dags(os.path.join(os.path.dirname(__file__), 'farm'), globals())\n";
/** Each DAG of a file: its id, and its tasks; `…` where it may have more. */
async function found(source: string, more: Readonly<Record<string, string>> = {}, head = PLAIN_HEAD) {
  const files = {
    "dags/entry.py": ENTRY,
    "dags/farm/a/t.yml": "operator: x.Y\n",
    "dags/plain.py": head + source,
    ...more,
  };
  const { plainDags } = await discoverSites(memorySnapshot(files), defaultConfig);
  return plainDags.map(({ id, tasks, complete }) => [id, ...tasks, ...(complete ? [] : ["…"])].join(" "));
}

describe("tasks that are written out", () => {
  test.each(PLAIN_FILES)("%s", async (_, source, expected) => {
    expect(await found(source)).toEqual(expected);
  });

  test("both branches of a condition, since either may run", async () => {
    const source =
      'import os\nwith DAG("d"):\n    if os.environ.get("X"):\n        Job(task_id="a")\n    else:\n        Job(task_id="b")\n';
    expect(await found(source)).toEqual(["d a b"]);
  });

  test("by the paths of Airflow 3", async () => {
    const head = "from airflow.sdk import DAG, task\nimport airflow.sdk as sdk\n";
    expect(
      await found(
        'with DAG("d"):\n    @task\n    def a(): ...\n    a()\n\n@sdk.dag\ndef e():\n    pass\n\ne()\n',
        {},
        head,
      ),
    ).toEqual(["d a", "e"]);
  });
});

describe("what may hide tasks is said", () => {
  test.each([
    [
      "a loop over what is not known",
      'import os\nwith DAG("d"):\n    for n in os.listdir("x"):\n        Job(task_id=n)\n',
      ["d …"],
    ],
    ["an id that is computed", 'with DAG("d"):\n    Job(task_id=name())\n    Job(task_id="a")\n', ["d a …"]],
    [
      "a function from elsewhere",
      'from tools import add_tasks\nwith DAG("d") as x:\n    Job(task_id="a")\n    add_tasks(x)\n',
      ["d a …"],
    ],
    ["arguments from elsewhere", 'with DAG("d"):\n    Job(**KWARGS)\n', ["d …"]],
    ["a task without a DAG", 'a = Job(task_id="a")\nwith DAG("d") as x:\n    x.add_task(a)\n', ["d …"]],
    ["what cannot be read", 'with DAG("d"):\n    Job(task_id="a")\n\ndef broken(:\n', ["d a …"]],
    ["functions that call themselves", 'def f():\n    f()\nwith DAG("d"):\n    f()\n', ["d …"]],
  ] as const)("%s", async (_, source, expected) => {
    expect(await found(source)).toEqual(expected);
  });

  test("calls that only give values hide nothing", async () => {
    const source =
      'from datetime import datetime, timedelta\nfrom airflow.models import Variable\nfrom airflow.models.baseoperator import chain\nwith DAG("d", start_date=datetime(2024, 1, 1)) as x:\n    v = Variable.get("a")\n    a = Job(task_id="a", retry_delay=timedelta(1))\n    b = Job(task_id="b", env=dict(A=str(v)))\n    chain(a, b)\n    a.set_downstream(b)\n';
    expect(await found(source)).toEqual(["d a b"]);
  });
});

test("no DAGs are files that Airflow does not load, task files, and DAGs without a written id", async () => {
  const dag = `${PLAIN_HEAD}with DAG("e"):\n    pass\n`;
  const more = {
    "dags/.airflowignore": "skipped\n",
    "dags/skipped.py": dag,
    "dags/farm/a/task.py": dag,
    "dags/tests/test_e.py": dag,
    "plugins/e.py": dag,
    "dags/deep/er.py": dag.replace('"e"', '"deep"'),
  };
  expect(await found("with DAG(NAME):\n    pass\n", more)).toEqual(["deep"]);
});

test("a loop without end and very many calls are given up", async () => {
  const deep = Array.from({ length: 30 }, (_, i) => `def f${i}():\n    f${i + 1}()\n    f${i + 1}()\n`).join("");
  expect(
    await found(`${deep}\ndef f30():\n    pass\nwith DAG("d"):\n    f0()\n    while True:\n        pass\n`),
  ).toEqual(["d …"]);
});
