import { expect, test } from "vitest";
import { misnamedKey } from "../../src/build/misnamed-keys.ts";
import { bash, find, fixed, said } from "./find.ts";

test.each([
  ["depends_on", "dependencies"],
  ["dependency", "dependencies"],
  ["Dependencies", "dependencies"],
  ["external-dependencies", "external_dependencies"],
  ["external_dependency", "external_dependencies"],
  ["root_task", "root_tasks"],
])("%s means %s", (key, means) => {
  expect(misnamedKey(key)).toBe(means);
});

test.each(["dependencies", "depends_on_past", "retries", "external_task_id", "upstream_failed", "constructor"])(
  "%s means what it says",
  (key) => {
    expect(misnamedKey(key)).toBeNull();
  },
);

test("the fix renames the key, and the task waits", async () => {
  const files = { "dags/o/a.yml": bash(), "dags/o/b.yml": bash("depends_on: # all of these", "  - a") };
  const [finding] = await find("misnamed-key", files);
  expect(fixed(files, finding)["dags/o/b.yml"]).toBe(bash("dependencies: # all of these", "  - a"));
});

test("METADATA of groups and of the DAG counts too", async () => {
  const files = {
    "dags/o/METADATA.yml": "root_task: [a]\ndepends_on: [x]\n",
    "dags/o/a.yml": bash(),
    "dags/o/g/METADATA.yml": "depends_on: [a]\nroot_task: [b]\n",
    "dags/o/g/b.yml": bash(),
  };
  expect(said(files, await find("misnamed-key", files)).map(([text]) => text)).toEqual([
    "root_task",
    "depends_on",
    "depends_on",
  ]);
});

test("nothing is said where the operator takes the key, or is not known", async () => {
  const own = "class Foo:\n    pass\n";
  const files = {
    "plugins/own.py":
      "from airflow.models import BaseOperator\n\n\nclass Own(BaseOperator):\n    def __init__(self, depends_on=None, **kwargs):\n        super().__init__(**kwargs)\n",
    "dags/o/a.yml": "operator: own.Own\ndepends_on: [b]\n",
    "dags/o/b.yml": "operator: elsewhere.Other\ndepends_on: [a]\n",
    "dags/helpers/x.txt": own,
  };
  expect(await find("misnamed-key", files)).toEqual([]);
});
