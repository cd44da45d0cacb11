import { expect, test } from "vitest";
import { bash, find } from "./find.ts";

const waits = (...lines: readonly string[]): string =>
  bash("external_dependencies:", ...lines.map((line) => `  ${line}`));

test("a collision names both targets, once for each place that gets the wrong one", async () => {
  const files = {
    "dags/o/a.yml": waits("- x: y_z"),
    "dags/o/b.yml": waits("- x_y: z"),
    "dags/o/c.yml": waits("- x: y_z"),
  };
  expect(await find("sensor-collision", files)).toMatchObject([
    {
      at: { file: "dags/o/b.yml" },
      message:
        "This waits for `y_z` of `x` instead of `z` of `x_y`: both sensors are named `wait_for_x_y_z`, and gusty makes only the first.",
    },
  ]);
});

test("a whole DAG and a task of a DAG named DAG can collide", async () => {
  const files = { "dags/o/a.yml": waits("- x: all"), "dags/o/b.yml": waits("- DAG: x") };
  expect(await find("sensor-collision", files)).toHaveLength(1);
});

test("settings of a later place are lost where they differ", async () => {
  const files = {
    "dags/o/a.yml": waits("x:", "  tasks: [y]", "  timeout: 60", "  retries: 1"),
    "dags/o/b.yml": waits("x:", "  tasks: [y]", "  timeout: 60", "  retries: 2", "  mode: reschedule"),
  };
  expect((await find("sensor-override-lost", files)).map(({ subject }) => subject.key)).toEqual(["retries", "mode"]);
});

test("a setting that one sensor of an entry has and another has not is not called dropped", async () => {
  const files = {
    "dags/o/a.yml": waits("- x: y"),
    "dags/o/b.yml": waits("x:", "  tasks: [y, z]", "  timeout: 60"),
  };
  const [finding] = await find("sensor-override-lost", files);
  expect(finding?.effect).toBe("surprises");
  expect(finding?.message).toContain("`timeout` is not used for `wait_for_x_y`, as it is for `wait_for_x_z`:");
});

test("settings that are what the sensor has anyway are left alone", async () => {
  const files = {
    "dags/o/a.yml": waits("- x: y"),
    "dags/o/b.yml": waits("x:", "  tasks: [y, z]", "  timeout: 3600", "  poke_interval: 10"),
  };
  expect(await find("sensor-override-lost", files)).toEqual([]);
});

test("tasks of one file share its settings", async () => {
  const files = {
    "dags/o/a.yml": `${waits("x:", "  tasks: [y]", "  timeout: 60")}multi_task_spec:\n  b: {retries: 1}\n  c: {retries: 2}\n`,
  };
  expect(await find("sensor-override-lost", files)).toEqual([]);
});

test("a list of the DAG level has no effect, also where the call gives it", async () => {
  const files = { "dags/o/METADATA.yml": "dependencies: [p, q]\n", "dags/o/a.yml": bash(), "dags/p/b.yml": bash() };
  expect(await find("unused-dependency-list", files)).toMatchObject([
    { advice: "Wait for other DAGs with:\nexternal_dependencies:\n  - p: all" },
  ]);
  expect(await find("unused-dependency-list", { ...files, "dags/o/METADATA.yml": "dependencies: []\n" })).toEqual([]);
});

test("dependencies of a group are no list of the DAG", async () => {
  const files = { "dags/o/a.yml": bash(), "dags/o/g/METADATA.yml": "dependencies: [a]\n", "dags/o/g/b.yml": bash() };
  expect(await find("unused-dependency-list", files)).toEqual([]);
});

test.each([
  ["0.7.1", 1],
  ["0.6.0", 1],
  ["0.8.0", 0],
  ["0.23.1", 0],
])("gusty %s loses %i of two entries for one DAG", async (version, count) => {
  const files = {
    "requirements.txt": `apache-airflow==2.11.2\ngusty==${version}\n`,
    "dags/x/y.yml": bash(),
    "dags/x/z.yml": bash(),
    "dags/o/a.yml": waits("- x: y", "- x: z"),
  };
  expect(await find("lost-external-dependency", files)).toHaveLength(count);
});
