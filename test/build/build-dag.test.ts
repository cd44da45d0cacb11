import { describe, expect, test } from "vitest";
import { bash, buildFolder, edgesOf, problemsOf } from "./build-folder.ts";

const prefixed = "prefix_group_id: true\n";
const suffixed = "suffix_group_id: true\n";

describe("ids", () => {
  test("a prefixed group gives gusty's prefix, and Airflow adds the group's own", async () => {
    const dag = await buildFolder({ "oven/METADATA.yml": prefixed, "oven/Heat.yml": bash() });
    expect(dag.tasks.map(({ id, gustyId, group }) => [id, gustyId, group])).toEqual([
      ["oven.oven_heat", "oven_heat", "oven"],
    ]);
  });

  test("a suffix wins over a prefix", async () => {
    const dag = await buildFolder({ "oven/METADATA.yml": prefixed + suffixed, "oven/heat.yml": bash() });
    expect(dag.tasks.map((task) => task.id)).toEqual(["oven.heat_oven"]);
  });

  test("two files of one name, a group named like a task, and one folder name twice are duplicates", async () => {
    expect(problemsOf(await buildFolder({ "load.yml": bash(), "load.sql": `---\n${bash()}---\nSELECT 1` }))).toEqual([
      "duplicate-id",
    ]);
    expect(problemsOf(await buildFolder({ "oven.yml": bash(), "oven/heat.yml": bash() }))).toEqual(["duplicate-id"]);
    expect(problemsOf(await buildFolder({ "a/oven/x.yml": bash(), "b/oven/y.yml": bash() }))).toEqual(["duplicate-id"]);
  });

  test("an own task named latest_only collides with gusty's", async () => {
    expect(problemsOf(await buildFolder({ "latest_only.yml": bash() }, []))).toEqual(["duplicate-id"]);
  });
});

describe("dependencies of tasks", () => {
  test("reach every task of the DAG, and groups right inside the task's folder", async () => {
    const dag = await buildFolder({
      "sell.yml": bash("oven", "heat"),
      "oven/heat.yml": bash(),
      "oven/bake.yml": bash("heat"),
    });
    expect(edgesOf(dag)).toEqual(["bake>sell", "heat>bake", "heat>sell"]);
    expect(dag.outcome).toBe("built");
  });

  test("drop a group that is not right inside, and go on", async () => {
    const dag = await buildFolder({ "oven/heat.yml": bash("shelf"), "shelf/put.yml": bash() });
    expect(edgesOf(dag)).toEqual([]);
    expect(problemsOf(dag)).toEqual(["unknown-dependency"]);
    expect(dag.outcome).toBe("built");
  });

  test("in a prefixed group a name counts as it is and with the prefix: one entry can give two edges", async () => {
    const dag = await buildFolder({
      "heat.yml": bash(),
      "oven/METADATA.yml": prefixed,
      "oven/heat.yml": bash(),
      "oven/bake.yml": bash("heat"),
    });
    expect(edgesOf(dag)).toEqual(["heat>oven.oven_bake", "oven.oven_heat>oven.oven_bake"]);
  });

  test("cannot name what gusty makes itself", async () => {
    const dag = await buildFolder({ "bake.yml": bash("latest_only") }, []);
    expect(problemsOf(dag)).toEqual(["unknown-dependency"]);
  });

  test("on itself are a cycle", async () => {
    const dag = await buildFolder({ "bake.yml": bash("bake") });
    expect(edgesOf(dag)).toEqual(["bake>bake"]);
    expect(problemsOf(dag)).toEqual(["dependency-cycle"]);
    expect(dag.outcome).toBe("fails");
  });
});

describe("dependencies of groups", () => {
  test("are set before any edge of a task: every task of the group waits", async () => {
    const dag = await buildFolder({
      "start.yml": bash(),
      "oven/METADATA.yml": "dependencies: [start]\n",
      "oven/heat.yml": bash(),
      "oven/deep/bake.yml": bash("heat"),
    });
    expect(edgesOf(dag)).toEqual(["heat>bake", "start>bake", "start>heat"]);
  });

  test("may name sibling groups", async () => {
    const dag = await buildFolder({
      "oven/heat.yml": bash(),
      "shelf/METADATA.yml": "dependencies: [oven]\n",
      "shelf/put.yml": bash(),
    });
    expect(edgesOf(dag)).toEqual(["heat>put"]);
    expect(dag.links).toEqual([
      expect.objectContaining({ up: { t: "group", id: "oven" }, down: { t: "group", id: "shelf" }, via: "group" }),
    ]);
  });
});

describe("sensors, roots and leaves", () => {
  test("one sensor for a pair, made by the first place, with that place's arguments", async () => {
    const dag = await buildFolder({
      "a.yml": `${bash()}external_dependencies:\n  mill:\n    tasks: [grind]\n    timeout: 5\n`,
      "b.yml": `${bash()}external_dependencies:\n  - mill: grind\n  - mill: all\n`,
    });
    expect(edgesOf(dag)).toEqual(["wait_for_DAG_mill>b", "wait_for_mill_grind>a", "wait_for_mill_grind>b"]);
    const sensor = dag.tasks.find((task) => task.id === "wait_for_mill_grind");
    expect(sensor?.arguments.map(({ key, value }) => [key, "v" in value ? value.v : null])).toEqual([
      ["poke_interval", 10n],
      ["timeout", 5n],
      ["retries", 60n],
      ["external_dag_id", "mill"],
      ["external_task_id", "grind"],
    ]);
    expect(dag.externals.map(({ dag: id, task, uses }) => [id, task, uses.length])).toEqual([
      ["mill", "grind", 2],
      ["mill", null, 1],
    ]);
  });

  test("latest_only goes before everything of the top level that waits for nothing, groups and sensors too", async () => {
    const dag = await buildFolder(
      {
        "a.yml": `${bash()}external_dependencies:\n  - mill: grind\n`,
        "b.yml": bash(),
        "c.yml": bash("b"),
        "oven/heat.yml": bash("b"),
        "oven/bake.yml": bash(),
      },
      [],
    );
    expect(edgesOf(dag)).toEqual([
      "b>c",
      "b>heat",
      "latest_only>b",
      "latest_only>bake",
      "latest_only>heat",
      "latest_only>wait_for_mill_grind",
      "wait_for_mill_grind>a",
    ]);
  });

  test("root tasks go before what waits for nothing but sensors, leaf tasks behind what nothing waits for", async () => {
    const dag = await buildFolder({
      "METADATA.yml": "root_tasks: [open]\nleaf_tasks: [close]\n",
      "open.yml": bash(),
      "close.yml": bash(),
      "a.yml": `${bash()}external_dependencies:\n  - mill: grind\n`,
      "oven/heat.yml": bash(),
    });
    expect(edgesOf(dag)).toEqual([
      "a>close",
      "heat>close",
      "open>a",
      "open>heat",
      "open>wait_for_mill_grind",
      "wait_for_mill_grind>a",
    ]);
  });

  test("a root task with edges of its own raises", async () => {
    const dag = await buildFolder({ "METADATA.yml": "root_tasks: [a]\n", "a.yml": bash(), "b.yml": bash("a") });
    expect(problemsOf(dag)).toEqual(["root-or-leaf-edges"]);
  });

  test("two sensors of the DAG level that tasks use too wait for each other", async () => {
    const external = "external_dependencies:\n  - mill: grind\n  - farm: sow\n";
    const dag = await buildFolder({ "METADATA.yml": external, "a.yml": bash() + external });
    expect(problemsOf(dag)).toEqual(["dependency-cycle"]);
  });
});

describe("what cannot be read", () => {
  test("a broken file keeps its name in the graph, and hides nothing else", async () => {
    const dag = await buildFolder({ "a.yml": "bash_command: 'x\n", "b.yml": bash("a"), "c.yml": bash("nobody") });
    expect(problemsOf(dag)).toEqual(["yaml-syntax", "unknown-dependency"]);
    expect(edgesOf(dag)).toEqual(["a>b"]);
    expect(dag.outcome).toBe("fails");
  });

  test("a text where a list belongs is walked letter by letter, and said", async () => {
    const dag = await buildFolder({ "a.yml": `${bash()}external_dependencies:\n  mill:\n    tasks: all\n` });
    expect(dag.externals.map((external) => external.sensor)).toEqual(["wait_for_mill_a", "wait_for_mill_l"]);
    expect(problemsOf(dag)).toEqual(["dependency-shape"]);
    expect(dag.outcome).toBe("built");
  });

  test("an operator without a package raises", async () => {
    expect(problemsOf(await buildFolder({ "a.yml": "operator: BashOperator\n" }))).toEqual(["raises"]);
  });
});
