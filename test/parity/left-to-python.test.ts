import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import type { World } from "./judge.ts";
import { leftToPython } from "./left-to-python.ts";

/** Two DAGs of one entry point: operators of `barn` compute edges, `coop` has an operator of a package that is not known. */
const project = await readProject(
  memorySnapshot({
    "dags/entry.py":
      'import os\nfrom gusty import create_dags\ncreate_dags(os.path.join(os.path.dirname(__file__), "all"), globals(), schedule=None)\n',
    "dags/all/barn/a.yml": "operator: local.Follow\n",
    "dags/all/coop/b.yml": "operator: hens.operators.egg.EggOperator\n",
    "operators/follow.py":
      "from airflow.models import BaseOperator\n\n\nclass Follow(BaseOperator):\n    def __init__(self, after=(), **kwargs):\n        super().__init__(**kwargs)\n        self.dependencies = [*after]\n",
  }),
  { airflow: 3 },
);

const raising = (file: string, error: string): World => ({ dags: {}, errors: { [`<project>/${file}`]: error } });
const ring = (dag: string, task: string): string =>
  `AirflowDagCycleException: Cycle detected in Dag: ${dag}. Faulty task: ${task}`;
const asked = (error: string, dag: string, own: string): readonly string[] | null =>
  leftToPython(
    project,
    raising("dags/entry.py", error),
    raising(`${project.config.generated.directory}/${dag}.py`, own),
  );

test("a ring is left to Python where operators of that DAG compute edges, and its generated file has it too", () => {
  expect(asked(ring("barn", "a"), "barn", ring("barn", "b"))).toEqual(["edges that operators compute"]);
  expect(asked(ring("barn", "a"), "barn", "")).toBeNull();
  expect(asked(ring("coop", "b"), "coop", ring("coop", "b"))).toBeNull();
  expect(asked(ring("coop", "b"), "barn", ring("barn", "a"))).toBeNull();
});

test("edges of a root or leaf task are left to Python where operators of that DAG compute edges", () => {
  const ends = (dag: string): string => `AssertionError: Task a in DAG ${dag} is listed as a leaf task, but`;
  expect(asked(ends("barn"), "barn", "AssertionError")).toEqual(["edges that operators compute"]);
  expect(asked(ends("coop"), "barn", "AssertionError")).toBeNull();
  expect(asked(ends("coop"), "coop", "AssertionError")).toBeNull();
});

test("a package that is not there is left to Python where Windsock says that it does not know it", () => {
  const missing = (name: string): string => `ModuleNotFoundError: No module named '${name}'`;
  expect(asked(missing("hens"), "coop", missing("hens"))).toEqual(["package hens"]);
  expect(asked(missing("geese"), "coop", missing("geese"))).toBeNull();
  expect(asked(missing("hens"), "barn", missing("hens"))).toBeNull();
});
