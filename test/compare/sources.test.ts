import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { compareProjects } from "../../src/compare/compare-projects.ts";
import type { DagChange } from "../../src/model/change.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

type Files = Readonly<Record<string, string | null>>;

const BASE = {
  "dags/dags.py":
    'import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\nsales = create_dag(os.path.join(here, "sales"), latest_only=False)\n',
  "dags/sales/METADATA.yml": "default_args:\n  owner: data\n  retries: 1\n",
  "dags/sales/load.yml": "operator: local.LoadTable\ntable: orders\n",
  "dags/sales/mart/report.yml": "operator: plugins.mail.Mail\nto: all\ndependencies: [load]\nretries: 5\n",
  "dags/sales/clean.yml":
    "operator: airflow.operators.bash.BashOperator\nbash_command: scripts/clean.sh\ndependencies: [load]\n",
  "dags/scripts/clean.sh": "rm -r tmp\n",
  "operators/load_table.py":
    "from plugins.base import Base\n\n\nclass LoadTable(Base):\n    def __init__(self, table, **kwargs):\n        super().__init__(**kwargs)\n",
  "plugins/base.py": "from airflow.models import BaseOperator\n\n\nclass Base(BaseOperator):\n    pass\n",
  "plugins/mail.py":
    "from airflow.models import BaseOperator\n\n\nclass Mail(BaseOperator):\n    def __init__(self, to, **kwargs):\n        super().__init__(**kwargs)\n",
};

async function change(files: Files): Promise<DagChange> {
  const present = (all: Files) =>
    Object.fromEntries(Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text]])));
  const [base, head] = await Promise.all(
    [BASE, present({ ...BASE, ...files })].map((all) => readProject(memorySnapshot(all), { airflow: 2 })),
  );
  const [only] = base && head ? compareProjects(base, head) : [];
  if (!only) throw new Error("one DAG was expected");
  return only;
}

describe("the source of an operator", () => {
  test("that changes is told with the tasks that use it, and those after them are affected", async () => {
    const found = await change({ "operators/load_table.py": `${BASE["operators/load_table.py"]}        self.x = 1\n` });
    expect(found).toMatchObject({
      kind: "changed",
      operators: [{ operator: "local.load_table.LoadTable", files: ["operators/load_table.py"], tasks: ["load"] }],
      risk: ["code"],
      affected: ["clean", "report"],
      files: ["operators/load_table.py"],
    });
    expect(found.hash.base).toBe(found.hash.head);
  });

  test("counts with the classes above it", async () => {
    const found = await change({ "plugins/base.py": `${BASE["plugins/base.py"]}\n    ui_color = "#fff"\n` });
    expect(found.operators).toEqual([
      { operator: "local.load_table.LoadTable", files: ["plugins/base.py"], tasks: ["load"] },
    ]);
  });

  test("with other line ends is the same", async () => {
    expect((await change({ "plugins/mail.py": BASE["plugins/mail.py"].replaceAll("\n", "\r\n") })).kind).toBe(
      "unchanged",
    );
  });
});

test("a template file that an argument names is code of its task", async () => {
  const found = await change({ "dags/scripts/clean.sh": "rm -r tmp/*\n" });
  expect(found).toMatchObject({
    kind: "changed",
    tasks: { changed: [{ id: "clean", fields: [], code: true }] },
    risk: ["code"],
    files: ["dags/scripts/clean.sh"],
  });
});

test("files that only move are counted as such, and the DAG is proved the same", async () => {
  const moved = {
    "dags/dags.py": null,
    "dags/main.py": BASE["dags/dags.py"].replace('here, "sales"', 'here, "team", "sales"'),
    ...Object.fromEntries(
      Object.entries(BASE).flatMap(([path, text]) =>
        path.startsWith("dags/sales/")
          ? [
              [path, null],
              [path.replace("dags/", "dags/team/"), text],
            ]
          : [],
      ),
    ),
  };
  const found = await change(moved);
  expect(found.kind).toBe("unchanged");
  expect(found.hash.head).not.toBeNull();
  expect(found.filesMoved).toEqual([
    ["dags/sales/METADATA.yml", "dags/team/sales/METADATA.yml"],
    ["dags/sales/clean.yml", "dags/team/sales/clean.yml"],
    ["dags/sales/load.yml", "dags/team/sales/load.yml"],
    ["dags/sales/mart/report.yml", "dags/team/sales/mart/report.yml"],
  ]);
});
