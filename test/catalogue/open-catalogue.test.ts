import { describe, expect, test } from "vitest";
import { openCatalogue } from "../../src/catalogue/open-catalogue.ts";
import type { OperatorLookup, OperatorSignature } from "../../src/model/catalogue.ts";
import { asPath } from "../../src/model/path.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const ROOTS = ["dags", "plugins", ""].map(asPath);

async function look(
  operator: string,
  files: Record<string, string> = {},
  airflow: AirflowMajor = 3,
): Promise<OperatorLookup> {
  const catalogue = await openCatalogue({
    snapshot: memorySnapshot(files),
    airflow,
    operators: [operator],
    importRoots: ROOTS,
    airflowHome: asPath(""),
    gusty: null,
  });
  return catalogue.lookup(operator);
}

async function found(
  operator: string,
  files: Record<string, string> = {},
  airflow: AirflowMajor = 3,
): Promise<OperatorSignature> {
  const answer = await look(operator, files, airflow);
  if (!answer.ok) throw new Error(answer.detail);
  return answer.signature;
}

/** Accepted keys that BaseOperator does not have, sorted. */
async function extra(
  operator: string,
  files: Record<string, string> = {},
  airflow: AirflowMajor = 3,
): Promise<string[]> {
  const catalogue = await openCatalogue({
    snapshot: memorySnapshot({}),
    airflow,
    operators: [],
    importRoots: [],
    airflowHome: null,
    gusty: null,
  });
  const { accepts } = await found(operator, files, airflow);
  return [...accepts].filter((key) => key !== "self" && !catalogue.baseOperator.has(key)).sort();
}

describe("shipped operators", () => {
  test("a provider's operator takes its own parameters and those of BaseOperator", async () => {
    const bash = await found("airflow.providers.standard.operators.bash.BashOperator");
    expect(bash.required).toEqual(["bash_command"]);
    expect(bash.accepts.has("env")).toBe(true);
    expect(bash.accepts.has("retries")).toBe(true);
    expect(bash.accepts.has("bash_comand")).toBe(false);
    expect(bash).toMatchObject({ sensor: false, source: "catalogue", computesDependencies: false });
  });

  test("old paths of Airflow 2 lead to the class they stand for", async () => {
    const dummy = await found("airflow.operators.dummy.DummyOperator", {}, 2);
    expect(dummy.accepts.has("trigger_rule")).toBe(true);
    expect((await found("airflow.operators.bash_operator.BashOperator", {}, 2)).accepts.has("bash_command")).toBe(true);
  });

  test("a sensor below BaseSensorOperator's children loses the keys that gusty does not look for", async () => {
    const direct = await found("airflow.providers.standard.sensors.external_task.ExternalTaskSensor");
    expect(direct.sensor).toBe(true);
    expect(direct.accepts.has("mode")).toBe(true);
    const deeper = await found("airflow.providers.standard.sensors.time_delta.TimeDeltaSensorAsync");
    expect(deeper.accepts.has("mode")).toBe(false);
  });

  test("a class that the package does not have is absent, with the nearest name", async () => {
    expect(await look("airflow.providers.standard.operators.bash.BashOperater")).toMatchObject({
      ok: false,
      why: "absent",
      nearest: "airflow.providers.standard.operators.bash.BashOperator",
    });
  });

  test("a class that has moved is absent, with its new home", async () => {
    expect(await look("airflow.operators.bash_operator.BashOperator")).toMatchObject({
      ok: false,
      why: "absent",
      nearest: "airflow.providers.standard.operators.bash.BashOperator",
    });
  });

  test("an old alias of Airflow 2 leads to the home of what it stood for", async () => {
    expect(await look("airflow.operators.dummy_operator.DummyOperator")).toMatchObject({
      why: "absent",
      nearest: "airflow.providers.standard.operators.empty.EmptyOperator",
    });
  });

  test("a package that nobody knows is unknown", async () => {
    expect(await look("cosmos.operators.DbtRunOperator")).toMatchObject({ ok: false, why: "unknown" });
  });

  test("an operator without a module is absent", async () => {
    expect(await look("BashOperator")).toMatchObject({
      why: "absent",
      nearest: "airflow.providers.standard.operators.bash.BashOperator",
    });
  });

  test("core constructors differ by Airflow", async () => {
    const open = (airflow: AirflowMajor) =>
      openCatalogue({
        snapshot: memorySnapshot({}),
        airflow,
        operators: [],
        importRoots: [],
        airflowHome: null,
        gusty: null,
      });
    const [two, three] = [await open(2), await open(3)];
    expect([two.dag.has("schedule_interval"), three.dag.has("schedule_interval")]).toEqual([true, false]);
    expect([two.taskGroup.has("doc_md"), three.taskGroup.has("doc_md")]).toEqual([false, true]);
    expect(three.taskGroup.has("prefix_group_id")).toBe(true);
    expect([two.baseOperator.has("task_concurrency"), three.baseOperator.has("task_concurrency")]).toEqual([
      true,
      false,
    ]);
    expect(three.dag.has("self")).toBe(false);
  });
});

describe("operators of the repository", () => {
  const BREAD = `
from airflow.sdk import BaseOperator

class BakeBread(BaseOperator):
    template_fields = ("flour", "water")

    def __init__(self, flour: str, *, loaves: int = 2, **kwargs) -> None:
        super().__init__(**kwargs)
        self.flour, self.loaves = flour, loaves
`;

  test("local.X is read from $AIRFLOW_HOME/operators by its name in snake case", async () => {
    expect(await extra("local.BakeBread", { "operators/bake_bread.py": BREAD })).toEqual(["flour", "loaves", "water"]);
    expect(await found("local.BakeBread", { "operators/bake_bread.py": BREAD })).toMatchObject({
      required: ["flour"],
      source: "repository",
      sensor: false,
    });
    expect(await look("local.BakeBread", { "operators/bakebread.py": BREAD })).toMatchObject({ why: "absent" });
  });

  test("any other path is a module under an import root", async () => {
    expect(await extra("kitchen.bread.BakeBread", { "plugins/kitchen/bread.py": BREAD })).toEqual([
      "flour",
      "loaves",
      "water",
    ]);
  });

  test("re-exports, aliases and star imports are followed", async () => {
    const files = {
      "dags/kitchen/__init__.py": "from .bread import BakeBread as Baker\nfrom kitchen.more import *\n",
      "dags/kitchen/bread.py": BREAD,
      "dags/kitchen/more.py": "from . import bread\nLoaf = bread.BakeBread\n",
    };
    expect(await extra("kitchen.Baker", files)).toContain("flour");
    expect(await extra("kitchen.Loaf", files)).toContain("flour");
  });

  test("only the class's own and its direct base's parameters count", async () => {
    const files = {
      "operators/bake_bread.py": BREAD,
      "operators/bake_rolls.py":
        "from bake_bread import BakeBread\nclass BakeRolls(BakeBread):\n    def __init__(self, seeds=None, **kwargs):\n        super().__init__(**kwargs)\n",
      "operators/bake_buns.py":
        "from bake_rolls import BakeRolls\nclass BakeBuns(BakeRolls):\n    template_fields = [*BakeRolls.template_fields, 'raisins']\n    def __init__(self, raisins, **kwargs):\n        super().__init__(**kwargs)\n",
    };
    expect(await extra("local.BakeRolls", files)).toEqual(["flour", "loaves", "seeds", "water"]);
    // flour and water are template fields, loaves is out of sight.
    expect(await extra("local.BakeBuns", files)).toEqual(["flour", "raisins", "seeds", "water"]);
  });

  test("a base from the catalogue brings its parameters and template fields", async () => {
    const files = {
      "operators/loud_bash.py":
        "from airflow.providers.standard.operators.bash import BashOperator\nclass LoudBash(BashOperator):\n    ui_color = '#fff'\n",
    };
    const loud = await found("local.LoudBash", files);
    expect(loud.required).toEqual(["bash_command"]);
    expect(loud.accepts.has("env")).toBe(true);
  });

  test("a base that nobody knows leaves the operator unknown", async () => {
    const files = { "operators/dbt_run.py": "from cosmos import Run\nclass DbtRun(Run):\n    pass\n" };
    expect(await look("local.DbtRun", files)).toMatchObject({
      why: "unknown",
      detail: expect.stringContaining("cosmos.Run"),
    });
  });

  test("_gusty_parameters replace the signature and are inherited", async () => {
    const files = {
      "operators/bake_bread.py": `${BREAD}\n    _gusty_parameters = ["oven"]\n`,
      "operators/bake_rolls.py":
        "from bake_bread import BakeBread\nclass BakeRolls(BakeBread):\n    def __init__(self, seeds=None, **kwargs):\n        super().__init__(**kwargs)\n",
    };
    expect(await extra("local.BakeBread", files)).toEqual(["oven"]);
    expect(await extra("local.BakeRolls", files)).toEqual(["oven"]);
  });

  test("an operator that sets self.dependencies computes edges", async () => {
    const files = {
      "operators/read_sql.py":
        "from airflow.sdk import BaseOperator\nclass ReadSql(BaseOperator):\n    def __init__(self, sql, **kwargs):\n        super().__init__(**kwargs)\n        if sql:\n            self.dependencies = sql.split()\n",
    };
    expect((await found("local.ReadSql", files)).computesDependencies).toBe(true);
    expect((await found("local.BakeBread", { "operators/bake_bread.py": BREAD })).computesDependencies).toBe(false);
  });

  test("a function and a missing name are absent; computed fields are not static", async () => {
    const files = {
      "operators/make_it.py": "def MakeIt():\n    pass\n",
      "operators/odd.py":
        "from airflow.sdk import BaseOperator\nclass Odd(BaseOperator):\n    template_fields = tuple(f'{x}' for x in 'ab')\n",
    };
    expect(await look("local.MakeIt", files)).toMatchObject({
      why: "absent",
      detail: expect.stringContaining("function"),
    });
    expect(await look("make_it.Other", files)).toMatchObject({ why: "absent" });
    expect(await look("local.Odd", files)).toMatchObject({ why: "not-static" });
  });

  test("imports that circle end", async () => {
    const files = {
      "dags/a.py": "from b import X\nclass Y(X): pass\n",
      "dags/b.py": "from a import Y\nclass X(Y): pass\n",
      "dags/c.py": "from d import Z\n",
      "dags/d.py": "from c import Z\n",
    };
    expect((await look("a.Y", files)).ok).toBe(false);
    expect((await look("c.Z", files)).ok).toBe(false);
  });

  test("modules are read in one batch a round", async () => {
    const snapshot = memorySnapshot({
      "operators/bake_bread.py": BREAD,
      "operators/bake_cake.py": BREAD.replaceAll("BakeBread", "BakeCake"),
    });
    let batches = 0;
    const counting = {
      ...snapshot,
      load(paths: Parameters<typeof snapshot.load>[0]) {
        batches += 1;
        return snapshot.load(paths);
      },
    };
    await openCatalogue({
      snapshot: counting,
      airflow: 3,
      operators: ["local.BakeBread", "local.BakeCake"],
      importRoots: ROOTS,
      airflowHome: asPath(""),
      gusty: null,
    });
    expect(batches).toBe(1);
  });
});
