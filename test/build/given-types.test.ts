import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const TASK = "operator: airflow.operators.empty.EmptyOperator\n";

/** What becomes of a DAG with these arguments and files. */
async function outcome(given: string, files: Readonly<Record<string, string>> = {}, airflow: AirflowMajor = 3) {
  const tree = Object.fromEntries(Object.entries(files).map(([path, text]) => [`dags/farm/${path}`, text]));
  const entry = `import os\nfrom datetime import date, datetime\nfrom gusty import create_dag\nfarm = create_dag(os.path.join(os.path.dirname(__file__), "farm"), schedule=None, ${given})\n`;
  const snapshot = memorySnapshot({ "dags/entry.py": entry, "dags/farm/a.yml": TASK, ...tree });
  const { dags } = await readProject(snapshot, { airflow });
  return dags[0]?.outcome;
}

describe("values of the wrong type, for which gusty or Airflow raises", () => {
  test.each([
    ["user_defined_macros=None", "fails"],
    ["user_defined_macros={}", "built"],
    ["dag_constructors=None", "built"],
    ["dag_constructors=5", "fails"],
    ["wait_for_defaults=None", "built"],
    ["wait_for_defaults=[1]", "fails"],
    ["access_control='text'", "fails"],
    ["access_control=None", "built"],
    ["start_date=date(2024, 1, 1)", "fails"],
    ["start_date=datetime(2024, 1, 1)", "built"],
  ])("%s: %s", async (given, is) => {
    expect(await outcome(given)).toBe(is);
  });

  test("wait_for_defaults of METADATA.yml are taken by dict.update", async () => {
    expect(await outcome("", { "METADATA.yml": "wait_for_defaults: text\n" })).toBe("fails");
    expect(await outcome("", { "METADATA.yml": "wait_for_defaults: ''\n" })).toBe("built");
  });

  test("default_args of a group are asked for by its tasks and groups alone", async () => {
    const group = (text: string, more: Readonly<Record<string, string>>) => ({
      "g/METADATA.yml": `default_args: ${text}\n`,
      ...more,
    });
    expect(await outcome("", group("[1]", { "g/b.yml": TASK }))).toBe("fails");
    expect(await outcome("", group("[1]", { "g/h/b.yml": TASK }))).toBe("fails");
    expect(await outcome("", group("[1]", { "g/b.txt": "" }))).toBe("built");
    expect(await outcome("", group("", { "g/b.yml": TASK }))).toBe("fails");
    expect(await outcome("", group("", { "g/b.yml": TASK }), 2)).toBe("built");
    expect(await outcome("", group("[]", { "g/b.yml": TASK }))).toBe("built");
  });
});
