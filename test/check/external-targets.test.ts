import { describe, expect, test } from "vitest";
import { bash, find, fixed, said } from "./find.ts";

const ENTRY = `import os
from gusty import create_dag
shop = create_dag(os.path.join(os.path.dirname(__file__), "shop"), latest_only=False)
`;
const plain = (...tasks: readonly string[]): string =>
  [
    "from airflow import DAG",
    "from airflow.operators.empty import EmptyOperator",
    "from tools import more",
    "with DAG('bakery') as bakery:",
    ...tasks.map((task) => (task === "…" ? "    more(bakery)" : `    EmptyOperator(task_id='${task}')`)),
    "    pass",
    "",
  ].join("\n");
const project = (target: string, ...tasks: readonly string[]) => ({
  "dags/dags.py": ENTRY,
  "dags/shop/sell.yml": bash("external_dependencies:", `  - ${target}`),
  "dags/bakery.py": plain(...tasks),
});

describe("DAGs of plain Python in the DAGs folder are known", () => {
  test("waiting for one, or for a task of one, is no unknown", async () => {
    expect(await find("unknown-external", project("bakery: bake", "knead", "bake"))).toEqual([]);
    expect(await find("unknown-external", project("bakery: all"))).toEqual([]);
  });

  test("a task that it has not is an error, with the nearest name and the place of the DAG", async () => {
    const files = project("bakery: bakes", "knead", "bake");
    const [finding] = await find("unknown-external", files);
    expect(finding).toMatchObject({ severity: "error", effect: "hangs", advice: "Did you mean `bake`?" });
    expect(finding?.message).toContain("waits for the task `bakes` of the DAG `bakery`, which has no such task");
    expect(
      finding?.related.map(({ at, message }) => [files["dags/bakery.py"].slice(at.start, at.end), message]),
    ).toEqual([["DAG('bakery')", "this makes `bakery`"]]);
    expect(fixed(files, finding)["dags/shop/sell.yml"]).toContain("  - bakery: bake\n");
  });

  test("nothing is said where Python may make the task", async () => {
    expect(await find("unknown-external", project("bakery: bakes", "bake", "…"))).toEqual([]);
  });

  test("a dependency that names a task of one is told where it belongs", async () => {
    const files = { ...project("bakery: bake", "bake"), "dags/shop/pack.yml": bash("dependencies:", "  - bake") };
    const [finding] = await find("unknown-dependency", files);
    expect(finding?.advice).toBe("Wait for it with:\nexternal_dependencies:\n  - bakery: bake");
    expect(fixed(files, finding)["dags/shop/pack.yml"]).toContain("external_dependencies:\n  - bakery: bake\n");
  });

  test("a misspelt DAG gets the name of a plain one", async () => {
    const files = project("bakry: bake", "bake");
    expect((await find("unknown-external", files)).map(({ severity, advice }) => [severity, advice])).toEqual([
      ["warning", "Did you mean `bakery`?"],
    ]);
  });

  test("a change that takes the task away leaves its sensor orphaned", async () => {
    const files = project("bakery: bake", "knead");
    const found = await find("orphaned-sensor", files, { before: { "dags/bakery.py": plain("knead", "bake") } });
    expect(said(files, found).map(([text]) => text)).toEqual(["bake"]);
    expect(found[0]?.message).toContain("This change removes `bake` of `bakery`: `wait_for_bakery_bake` waits 1 hour");
    expect(
      await find("orphaned-sensor", project("bakery: bake", "…"), { before: { "dags/bakery.py": plain("bake") } }),
    ).toEqual([]);
  });

  test("a DAG that moves from plain Python to gusty stays the same target", async () => {
    const files = {
      "dags/dags.py": `${ENTRY}bakery = create_dag(os.path.join(os.path.dirname(__file__), "bakery"), latest_only=False)\n`,
      "dags/shop/sell.yml": bash("external_dependencies:", "  - bakery: bake"),
      "dags/bakery/bake.yml": bash(),
    };
    const before = { "dags/dags.py": ENTRY, "dags/bakery/bake.yml": null, "dags/bakery.py": plain("bake") };
    expect(await find("orphaned-sensor", files, { before })).toEqual([]);
    expect(await find("unknown-external", files, { before })).toEqual([]);
  });
});
