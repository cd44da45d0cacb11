import { cpSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { AirflowMajor } from "../../src/model/version.ts";
import { type Environments, makeEnvironments } from "../../tools/python/make-environments.ts";
import { windsock } from "../cli/run-cli.ts";
import { sampleRepository, temporaryFolder, writeFiles } from "../snapshot/sample-repository.ts";
import { TWO_DEPLOYMENTS } from "../support/two-deployments.ts";

const fixtures = resolve(import.meta.dirname, "../parity/fixtures");
const BASE = { PATH: process.env.PATH, HOME: process.env.HOME };
let environments: Environments;

beforeAll(async () => {
  environments = await makeEnvironments();
});

const ENTRY = `
import os
from datetime import datetime

from airflow import DAG  # noqa: F401
from gusty import create_dag

here = os.path.dirname(__file__)
for name in ("mill", "well"):
    create_dag_of = create_dag(
        os.path.join(here, name), schedule=None, latest_only=False, default_args={"start_date": datetime(2024, 1, 1)}
    )
    globals()[name] = create_dag_of
`;

const operator = (parameters: string): string => `
from airflow.models import BaseOperator

class Grind(BaseOperator):
    def __init__(self, ${parameters}, **kwargs):
        super().__init__(**kwargs)
`;

/** The repository has its operators in \`tools\`; what is installed in the environment under that name is another version. */
const PROJECT = {
  "dags/entry.py": ENTRY,
  "dags/mill/flour.yml": "operator: tools.grind.Grind\ngrain: rye\nstones: 2\n",
  "dags/well/draw.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo {{ ds }}\n",
  "plugins/tools/__init__.py": "",
  "plugins/tools/grind.py": operator("grain=None"),
};

describe.each<AirflowMajor>([2, 3])("verify on Airflow %i", (airflow) => {
  const python = () => (airflow === 2 ? environments.airflow2 : environments.airflow3);
  const version = airflow === 2 ? "2.11.2" : "3.3.2";

  test("two equal worlds", async () => {
    const { root } = sampleRepository(PROJECT);
    expect(await windsock(root, ["verify", "--python", python()], { env: BASE })).toEqual({
      code: 0,
      out: "mill  same\nwell  same\n2 DAGs: 2 same, 0 different\n",
      err: `${python()}: Airflow ${version}, gusty 0.23.1\n`,
    });
    expect(readdirSync(root).sort()).toEqual([".git", "dags", "plugins"]);
  });

  test("a planted difference: the environment has another version of an operator", async () => {
    const { root } = sampleRepository(PROJECT);
    const installed = temporaryFolder();
    writeFiles(installed, { "tools/__init__.py": "", "tools/grind.py": operator("grain=None, stones=None") });
    const env = { ...BASE, PYTHONPATH: installed };
    const { code, out } = await windsock(root, ["verify", "--quiet", "--python", python()], { env });
    expect(code).toBe(1);
    expect(out).toContain("\nwell  same\n2 DAGs: 1 same, 1 different\n");
    expect(out).toMatch(/^mill {2}\d+ differences?\n/);
    expect(out).toMatch(/arguments \/ stones\n\s+gusty says\s+2\n\s+generated says nothing\n/);
    expect(await windsock(root, ["verify", "--quiet", "--python", python(), "well"], { env })).toEqual({
      code: 0,
      out: "well  same\n1 DAG: 1 same, 0 different\n",
      err: "",
    });
  });
});

test("what fails in both worlds, what is known only to Python, and a folder without git", async () => {
  const folder = temporaryFolder();
  const verify = async (fixture: string) => {
    cpSync(join(fixtures, fixture), join(folder, fixture), { recursive: true });
    return windsock(join(folder, fixture), ["verify", "--quiet", "--python", environments.airflow3], { env: BASE });
  };
  const fails = await verify("raises-on-an-unknown-tag");
  expect([fails.code, fails.out]).toEqual([
    0,
    expect.stringMatching(/^tree {2}fails under gusty, as Windsock says: .*!minutes/),
  ]);
  const open = await verify("undecided-value-from-the-machine");
  expect([open.code, open.out]).toEqual([1, expect.stringMatching(/^pool {2}not compared: .*LATEST_ONLY/)]);
  expect(await verify("declared-folders")).toEqual({
    code: 0,
    out: "lending  same\nreturns  same\n2 DAGs: 2 same, 0 different\n",
    err: "",
  });
});

test("a Python that is missing, or has no Airflow, is said in one line", async () => {
  const { root } = sampleRepository(PROJECT);
  const env = { PATH: "/nowhere", VIRTUAL_ENV: "/nowhere" };
  expect(await windsock(root, ["verify"], { env })).toEqual({
    code: 2,
    out: "",
    err: "windsock: the Python `/nowhere/bin/python` cannot be run. Name the Python in which Airflow and gusty are installed: --python PATH.\n",
  });
});

test("nothing stays in the temporary folder", () => {
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("windsock-verify-"))).toEqual([]);
});

test("the help says that it runs the project's code", async () => {
  const { out } = await windsock("/", ["verify", "--help"]);
  expect(out).toContain("RUNS THE PROJECT'S CODE");
});

test("verify takes one of several deployments, with the environment of its Airflow", async () => {
  const { root } = sampleRepository(TWO_DEPLOYMENTS);
  const run = (...args: string[]) =>
    windsock(root, ["verify", "--python", environments.airflow2, ...args], { env: BASE });
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining("Name it: --deployment dev.") });
  expect(await run("--deployment", "prd")).toMatchObject({
    code: 0,
    out: "finance  same\nsales    same\n2 DAGs: 2 same, 0 different\n",
  });
});
