import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../src/cli/verify/differences.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { runJudge, type World } from "./judge.ts";

const work = resolve(import.meta.dirname, "../../.cache/parity/judge");

const DAG = `
from datetime import datetime, timedelta
from functools import partial
from airflow.models import DAG
from airflow.providers.standard.operators.bash import BashOperator
from airflow.providers.standard.operators.python import PythonOperator
from airflow.utils.task_group import TaskGroup

LIMIT = 3

def weigh(grams=1):
    return grams * LIMIT

with DAG("market", schedule="@daily", start_date=datetime(2024, 1, 1), tags=["a"], default_args={"retries": 1}) as dag:
    with TaskGroup("stalls", tooltip="north") as stalls:
        open_stall = BashOperator(task_id="open_stall", bash_command="echo {{ ds }}")
        close_stall = BashOperator(task_id="close_stall", bash_command="scripts/close.sh")
    scale = PythonOperator(task_id="scale", python_callable=partial(weigh, grams=5))
    with TaskGroup("end") as end:
        last = BashOperator(task_id="last", bash_command="true", execution_timeout=timedelta(minutes=2))
    open_stall >> close_stall
    stalls.set_upstream(scale)
    end.set_upstream(stalls)
`;

/** One small change each, which a run of the DAG or a look at it could tell. */
const CHANGES: Readonly<Record<string, readonly [string, string]>> = {
  schedule: ["@daily", "@hourly"],
  "start date": ["2024, 1, 1", "2024, 1, 2"],
  tag: ['["a"]', '["b"]'],
  "default argument": ['{"retries": 1}', '{"retries": 2}'],
  "task id": ['task_id="last"', 'task_id="final"'],
  template: ["{{ ds }}", "{{ ts }}"],
  "edge between tasks": ["open_stall >> close_stall", "close_stall >> open_stall"],
  "side from which an edge of groups is set": ["end.set_upstream(stalls)", "stalls >> end"],
  "edge that is a group's": ["stalls.set_upstream(scale)", "open_stall.set_upstream(scale)"],
  tooltip: ["north", "south"],
  "bound argument of a callable": ["grams=5", "grams=6"],
  "code of a callable": ["grams * LIMIT", "grams + LIMIT"],
  "constant that a callable uses": ["LIMIT = 3", "LIMIT = 4"],
  "time span": ["minutes=2", "minutes=3"],
  "explicit argument that equals the default": ['bash_command="true"', 'bash_command="true", depends_on_past=False'],
  "template file": ["scripts/close.sh", "scripts/open.sh"],
};

/** Changes of form only. */
const SAME: Readonly<Record<string, readonly [string, string]>> = {
  "order of keyword arguments": ['tags=["a"], default_args={"retries": 1}', 'default_args={"retries": 1}, tags=["a"]'],
  "comments and blank lines": ["LIMIT = 3", "# a comment\n\n\nLIMIT = 3"],
};

describe.each<AirflowMajor>([2, 3])("the judge on Airflow %i", (airflow) => {
  const worlds = new Map<string, World>();
  const variants = { base: ["", ""] as const, ...CHANGES, ...SAME, broken: ["LIMIT = 3", "LIMIT = 1 / 0"] as const };

  beforeAll(async () => {
    const { airflow2, airflow3 } = await makeEnvironments();
    const folder = join(work, `airflow-${airflow}`);
    await rm(folder, { recursive: true, force: true });
    const jobs = await Promise.all(
      Object.values(variants).map(async ([from, to], position) => {
        const root = join(folder, `project-${position}`);
        const file = join(root, "dags/market.py");
        await mkdir(join(root, "dags/scripts"), { recursive: true });
        await writeFile(join(root, "dags/scripts/close.sh"), "echo close {{ ds }}\n");
        await writeFile(join(root, "dags/scripts/open.sh"), "echo open {{ ds }}\n");
        await writeFile(file, DAG.replace(from, to));
        return { root, home: root, files: [file], declared: null, folders: [], gusty: false };
      }),
    );
    const answers = await runJudge(airflow === 2 ? airflow2 : airflow3, jobs);
    for (const [position, name] of Object.keys(variants).entries()) {
      const world = answers[position];
      if (world) worlds.set(name, world);
    }
  });

  const compare = (name: string): string[] =>
    differences(worlds.get("base")?.dags.market, worlds.get(name)?.dags.market);

  test("loads the DAG, renders its template file and keeps no path of its folder", () => {
    const base = JSON.stringify(worlds.get("base"));
    expect(worlds.get("base")?.errors).toEqual({});
    expect(base).toContain("echo close 2024-02-29");
    expect(base).not.toContain(work);
  });

  test.each(Object.keys(CHANGES))("sees another %s", (name) => {
    expect(worlds.get(name)?.errors).toEqual({});
    expect(compare(name)).not.toEqual([]);
  });

  test.each(Object.keys(SAME))("does not mind other %s", (name) => {
    expect(compare(name)).toEqual([]);
  });

  test("names the error of a file that raises", () => {
    expect(worlds.get("broken")).toEqual({
      dags: {},
      errors: { "<project>/dags/market.py": "ZeroDivisionError: division by zero" },
    });
  });
});
