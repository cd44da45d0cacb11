import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { dagHash } from "../../src/compare/dag-hash.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const PINS = { "requirements.txt": "gusty==0.23.1\napache-airflow==2.11.2\n" };
const ENTRY = `import os
from gusty import create_dag
bakery = create_dag(os.path.join(os.path.dirname(__file__), "bakery"), latest_only=False)
`;
const QUERY = `from airflow.models import BaseOperator
import re

class QueryOperator(BaseOperator):
    def __init__(self, sql, **kwargs):
        super().__init__(**kwargs)
        self.dependencies = re.findall(r"ref\\('(\\w+)'", sql)
`;
const query = (sql: string, more = "") => `operator: local.QueryOperator\n${more}sql: "${sql}"\n`;

async function read(files: Readonly<Record<string, string>>) {
  const project = await readProject(memorySnapshot({ ...PINS, ...files }));
  const open = checkProject(project, null).filter(({ rule }) => rule === "not-static");
  return { project, dag: project.dags[0], open: open.map(({ message }) => message) };
}

const edgesOf = (dag: Awaited<ReturnType<typeof read>>["dag"]) => dag?.edges.map(({ up, down }) => `${up} > ${down}`);

describe("operators.dependencies", () => {
  const files = {
    "dags/dags.py": ENTRY,
    "operators/query_operator.py": QUERY,
    "dags/bakery/flour.yml": query("select 1"),
    "dags/bakery/dough.yml": query("from ref('flour'), ref('dough'), ref('customers')"),
    "dags/bakery/bread.yml": query("ref('dough') ref('flour') ref('dough') ref('oven')", "dependencies: [flour]\n"),
    "dags/bakery/oven/heat.yml": query("ref('dough')"),
  };
  const rule =
    "operators: { dependencies: [{ class: local.QueryOperator, argument: sql, pattern: \"ref\\\\('(\\\\w+)'\" }] }\n";

  test("names found by the pattern are dependencies by gusty's rule, and the DAG is known", async () => {
    const without = await read(files);
    expect(without.dag?.computed?.tasks.map(({ task }) => task).sort()).toEqual(["bread", "dough", "flour", "heat"]);
    const { project, dag, open } = await read({ ...files, "windsock.yml": rule });
    expect(dag?.computed).toBeNull();
    expect(open).toEqual([]);
    expect(edgesOf(dag)?.sort()).toEqual([
      "dough > bread",
      "dough > heat",
      "flour > bread",
      "flour > dough",
      "heat > bread",
    ]);
    expect(dag && dagHash(dag, project.texts)).not.toBeNull();
  });

  test("without a group in the pattern the whole match is the name", async () => {
    const windsock = "operators: { dependencies: [{ class: local.QueryOperator, argument: sql, pattern: flour }] }\n";
    const { dag } = await read({ ...files, "windsock.yml": windsock });
    expect(edgesOf(dag)?.sort()).toEqual(["flour > bread", "flour > dough"]);
  });
});

describe("operators.roots", () => {
  test("are where operators are imported from", async () => {
    const files = {
      "dags/dags.py": ENTRY,
      "lib/ours/query.py": QUERY.replace("        self.dependencies", "        self.found"),
      "dags/bakery/flour.yml": "operator: query.QueryOperator\nsql: select 1\n",
    };
    expect((await read(files)).dag?.tasks.map(({ operatorKnown }) => operatorKnown)).toEqual([false]);
    const { dag } = await read({ ...files, "windsock.yml": "operators: { roots: [lib/ours] }\n" });
    expect(dag?.tasks.map(({ operatorKnown }) => operatorKnown)).toEqual([true]);
  });
});

describe("values", () => {
  const bake = { "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo\n" };
  const entry = (folder: string, more: string) =>
    `import os, requests\nfrom gusty import create_dag\nfrom settings import LATEST, FOLDER, MAIL\nbakery = create_dag(${folder}${more})\n`;
  const here = 'os.path.join(os.path.dirname(__file__), "bakery")';

  test("an argument is what its expression stands for", async () => {
    const files = {
      ...bake,
      "dags/dags.py": entry(here, ", latest_only=LATEST, default_args={'email': [MAIL], 'retries': 2}"),
    };
    const without = await read(files);
    expect(without.dag?.outcome).toBe("undecided");
    expect(without.open).toEqual([expect.stringContaining("`latest_only` of `bakery` is not known")]);
    const { dag, open } = await read({
      ...files,
      "windsock.yml": "values: { settings.LATEST: true, MAIL: a@example.com }\n",
    });
    expect(open).toEqual([]);
    expect(dag?.outcome).toBe("built");
    expect(dag?.tasks.map(({ id }) => id)).toEqual(["bake", "latest_only"]);
    const defaults = dag?.settings.find(({ key }) => key === "default_args")?.value;
    expect(defaults).toMatchObject({
      v: [
        [{ v: "email" }, { v: [{ t: "str", v: "a@example.com" }] }],
        [{}, {}],
      ],
    });
  });

  test("a folder is what its expression stands for", async () => {
    const files = { ...bake, "dags/dags.py": entry("FOLDER", ", latest_only=False") };
    expect((await read(files)).project.dags).toEqual([]);
    const { dag, open } = await read({ ...files, "windsock.yml": "values: { FOLDER: dags/bakery }\n" });
    expect([dag?.id, dag?.outcome, open]).toEqual(["bakery", "built", []]);
  });

  test("a call is told by its text", async () => {
    const files = { ...bake, "dags/dags.py": entry(here, ", latest_only=bool(os.environ.get('LATEST'))") };
    expect((await read(files)).dag?.outcome).toBe("undecided");
    const windsock = `values: { "bool(os.environ.get('LATEST'))": false }\n`;
    const { dag, open } = await read({ ...files, "windsock.yml": windsock });
    expect([dag?.outcome, open, dag?.tasks.length]).toEqual(["built", [], 1]);
  });

  test("other expressions stay open", async () => {
    const files = { ...bake, "dags/dags.py": entry(here, ", latest_only=LATEST") };
    const { dag } = await read({ ...files, "windsock.yml": "values: { LATE: true }\n" });
    expect(dag?.outcome).toBe("undecided");
  });
});

test("deployments.versions-from is the one file that tells the versions", async () => {
  const files = {
    "requirements-prod.txt": "apache-airflow==3.0.2\ngusty==0.21.0\n",
    "windsock.yml": "deployments: [{ versions-from: requirements-prod.txt }]\n",
  };
  const { versions } = (await read(files)).project;
  expect(versions).toMatchObject({
    airflow: { version: "3.0.2", disagreeing: [] },
    gusty: { version: "0.21.0", disagreeing: [] },
  });
  expect(versions.others).toBeUndefined();
});

test("`values` tells what a tag gives, written as in the file", async () => {
  const files = {
    "dags/dags.py": ENTRY,
    "dags/bakery/METADATA.yml": 'root_tasks: [!env_var ["FIRST", "flour"]]\n',
    "dags/bakery/flour.yml": "operator: airflow.operators.empty.EmptyOperator\n",
    "dags/bakery/dough.yml": 'operator: airflow.operators.empty.EmptyOperator\ndependencies: [!env_var ["BEFORE"]]\n',
  };
  const { dag, open } = await read(files);
  expect(dag?.outcome).toBe("undecided");
  expect(dag?.problems.flatMap((problem) => (problem.kind === "not-static" ? [problem.expression] : []))).toEqual([
    '!env_var ["FIRST", "flour"]',
    '!env_var ["BEFORE"]',
  ]);
  expect(open).toHaveLength(2);
  const windsock = 'values:\n  \'!env_var ["FIRST", "flour"]\': yeast\n  \'!env_var ["BEFORE"]\': flour\n';
  const told = await read({ ...files, "windsock.yml": windsock });
  expect(told.dag?.outcome).toBe("built");
  expect(edgesOf(told.dag)).toEqual(["flour > dough"]);
});
