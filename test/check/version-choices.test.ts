import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const ENTRY = `
import os
from datetime import datetime
from airflow import DAG
from gusty import create_dag

dag = create_dag(os.path.join(os.path.dirname(__file__), "tree"), schedule="@daily")
`;

/** `rule severity` and the words about versions of every finding. */
async function findings(requirements: string, files: Readonly<Record<string, string>>) {
  const tree = Object.fromEntries(Object.entries(files).map(([path, text]) => [`dags/tree/${path}`, text]));
  const project = await readProject(
    memorySnapshot({ "requirements.txt": requirements, "dags/entry.py": ENTRY, ...tree }),
  );
  return checkProject(project, null).map(({ rule, severity, message }) => {
    const words = /Holds for (.*), and the repository/.exec(message)?.[1];
    return words ? `${rule} ${severity}: ${words}` : `${rule} ${severity}`;
  });
}

const NO_START = { "a.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: 'true'\n" };
const START = "start_date: !datetime [2024, 1, 1]\n";

test("what fails on one Airflow only is an error where that one is pinned", async () => {
  expect(await findings("apache-airflow==2.11.2\ngusty==0.23.1\n", NO_START)).toEqual(["missing-start-date error"]);
  expect(await findings("apache-airflow==3.3.2\ngusty==0.23.1\n", NO_START)).toEqual([]);
});

test("without a pin, or with pins that disagree, it is a warning that says for which it holds", async () => {
  const words = ["missing-start-date warning: Airflow 2, not for Airflow 3"];
  expect(await findings("gusty==0.23.1\n", NO_START)).toEqual(words);
  expect(await findings("apache-airflow>=2.9\ngusty==0.23.1\n", NO_START)).toEqual(words);
});

test("what is true of every candidate stays an error", async () => {
  const files = { "METADATA.yml": START, "a.yml": "operator: airflow.operators.bash.BashOperator\ndependencies: x\n" };
  expect(await findings("", files)).toContain("dependency-shape error");
});

test("what depends on gusty's release is a warning where nothing pins it, and an error where a pin says so", async () => {
  const task = "---\noperator: airflow.operators.bash.BashOperator\nbash_command: 'true'\n---\n";
  const files = { "METADATA.yml": START, "a.yml": task };
  expect(await findings("apache-airflow==2.11.2\ngusty==0.23.1\n", files)).toEqual(["front-matter error"]);
  expect(await findings("apache-airflow==2.11.2\ngusty==0.9.1\n", files)).toEqual([]);
  expect(await findings("apache-airflow==2.11.2\ngusty>=0.20\n", files)).toEqual(["front-matter error"]);
  expect(await findings("apache-airflow==2.11.2\n", files)).toEqual([
    "front-matter warning: the newest gusty, not for gusty 0.6.0",
  ]);
});
