import { expect, test } from "vitest";
import { bash, find, fixed, said } from "./find.ts";

test("an edge of a root task is said with its place", async () => {
  const files = {
    "dags/o/METADATA.yml": "root_tasks: [a]\n",
    "dags/o/a.yml": bash(),
    "dags/o/b.yml": bash("dependencies: [a]"),
  };
  const [finding] = await find("root-or-leaf-edges", files);
  expect(finding?.message).toContain("`a` is a root task, and has edges of its own with `b`: gusty raises.");
  expect(finding?.related).toMatchObject([{ at: { file: "dags/o/b.yml" }, message: "`b` waits for `a`" }]);
});

test("an external dependency of a leaf task is an edge too", async () => {
  const files = {
    "dags/o/METADATA.yml": "leaf_tasks: [a]\n",
    "dags/o/a.yml": bash("external_dependencies:", "  - x: all"),
  };
  expect(await find("root-or-leaf-edges", files)).toMatchObject([{ stops: ["o"] }]);
});

test("a root and a leaf task of a DAG without other edges are fine", async () => {
  const files = {
    "dags/o/METADATA.yml": "root_tasks: [a]\nleaf_tasks: [z]\n",
    "dags/o/a.yml": bash(),
    "dags/o/b.yml": bash(),
    "dags/o/z.yml": bash(),
  };
  expect(await find("root-or-leaf-edges", files)).toEqual([]);
  expect(await find("unknown-root-or-leaf", files)).toEqual([]);
});

test("a name that is no task of the top level is said with its reason, and mended where it is misspelt", async () => {
  const files = {
    "dags/o/METADATA.yml": "root_tasks: [strat, inner, g]\n",
    "dags/o/start.yml": bash(),
    "dags/o/g/inner.yml": bash(),
  };
  const findings = await find("unknown-root-or-leaf", files);
  expect(said(files, findings).map(([text, message]) => `${text}: ${message.split(":")[0]}`)).toEqual([
    "strat: `strat` under `root_tasks` is no task of the DAG's own folder",
    "inner: `inner` under `root_tasks` is a task of the group `g`, and only tasks of the DAG's own folder count",
    "g: `g` under `root_tasks` is a task group, and only tasks count",
  ]);
  expect(fixed(files, findings[0])["dags/o/METADATA.yml"]).toBe("root_tasks: [start, inner, g]\n");
});

test("leaf tasks that only the call gives are known", async () => {
  const files = {
    "dags/e.py":
      'import os\nfrom gusty import create_dag\n\ndag = create_dag(os.path.join(os.path.dirname(__file__), "o"), latest_only=False, leaf_tasks=["end"], leaf_tasks_from_dict={"end": {"operator": "airflow.operators.empty.EmptyOperator"}})\n',
    "dags/o/a.yml": bash(),
  };
  expect(await find("unknown-root-or-leaf", files)).toEqual([]);
});
