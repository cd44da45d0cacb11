import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const ENTRY = `import os
from gusty import create_dag
dag = create_dag(os.path.join(os.path.dirname(__file__), "barn"), schedule=None)
`;

/** What makes the DAG fail, each told once. */
async function failures(files: Record<string, string>, airflow: AirflowMajor): Promise<string[]> {
  const project = await readProject(memorySnapshot({ "dags/entry.py": ENTRY, ...files }), { airflow });
  return project.dags.flatMap(({ problems }) => problems.flatMap((one) => (one.kind === "raises" ? [one.detail] : [])));
}

const task = (settings: string): Record<string, string> => ({
  "dags/barn/a.yml": `operator: airflow.providers.standard.operators.empty.EmptyOperator\n${settings}`,
});
const metadata = (settings: string): Record<string, string> => ({ ...task(""), "dags/barn/METADATA.yml": settings });

describe("values that Airflow refuses", () => {
  test.each<[string, AirflowMajor, string[]]>([
    ["depends_on_past: maybe", 3, ["`depends_on_past` is a text, and Airflow 3 refuses that"]],
    ["depends_on_past: 1", 2, ["`depends_on_past` is a whole number, and Airflow 2 refuses that"]],
    ["retries: '2'", 2, []],
    ["retries: '2'", 3, []],
    ["retries: many", 3, ["`retries` is no whole number"]],
    ["retries: many", 2, ["`retries` is no whole number"]],
    ["retries: yes", 3, []],
    ["params: text", 2, ["`params` is no mapping"]],
    ["params: []", 2, []],
    ["pool_slots: 0", 3, ["`pool_slots` is less than 1"]],
    ["weight_rule: heavy", 2, ["`heavy` is no weight rule"]],
    ["execution_timeout: 5", 2, ["`execution_timeout` is a whole number, and Airflow 2 refuses that"]],
    ["execution_timeout: !timedelta {minutes: 5}", 2, []],
    ["start_date: yesterday", 2, []],
    ["end_date: 2024-01-02", 2, ["`end_date` is a date without a time, and Airflow 2 refuses that"]],
    ["start_date: yesterday", 3, ["`start_date` is a text, and Airflow 3 refuses that"]],
    ["start_date: !days_ago 1", 3, []],
    ["doc_md:", 3, []],
    ["resources: x", 3, ["`resources` is a text, and Airflow 3 refuses that"]],
    ["resources:", 2, []],
    ["resources: {cpu: 1}", 2, ["`resources` names one that Airflow does not know"]],
    ["resources: {cpus: -1}", 3, ["the amount of `cpus` is no number from 0"]],
    ["resources: {ram: yes, gpus: 0, disk: 1.5}", 3, []],
    ["resources: {cpus: }", 2, ["the amount of `cpus` is no number from 0"]],
    ["resources: {cpus: }", 3, []],
  ])("%s in a task on Airflow %i", async (settings, airflow, expected) => {
    expect(await failures(task(settings), airflow)).toEqual(expected);
  });

  test.each<[string, AirflowMajor, string[]]>([
    ["tags: text", 2, ["`tags` is a text, and Airflow 2 refuses that"]],
    ["tags: text", 3, []],
    ["default_view: nothing", 2, ["`nothing` is no `default_view` of Airflow 2"]],
    ["orientation: TB", 2, []],
    [
      "start_date: !days_ago 1\ndefault_args: {start_date: '2024-01-01'}",
      2,
      ["Airflow 2 does not read this text, since the DAG has a `start_date` with a time zone"],
    ],
    ["start_date: !datetime [2024, 1, 1]\ndefault_args: {start_date: '2024-01-01'}", 2, []],
    ["default_args: text", 2, ["`default_args` is no mapping"]],
    ["default_args:", 2, []],
    ["default_args:", 3, ["`default_args` is no mapping"]],
    ["catchup: maybe", 2, ["`catchup` is a text, and Airflow 2 refuses that"]],
    ["dagrun_timeout: 5", 3, ["`dagrun_timeout` is a whole number, and Airflow 3 refuses that"]],
    ["default_args: {queue: 5}", 3, ["`queue` is a whole number, and Airflow 3 refuses that"]],
    ["default_args: {start_date: '2024-01-01'}", 3, []],
  ])("%s in METADATA on Airflow %i", async (settings, airflow, expected) => {
    expect(await failures(metadata(settings), airflow)).toEqual(expected);
  });

  test("nothing is said of default_args that every task overrides", async () => {
    const files = { ...task("queue: x"), "dags/barn/METADATA.yml": "default_args: {queue: 5}\nlatest_only: false\n" };
    expect(await failures(files, 3)).toEqual([]);
  });

  test("Airflow wants texts for what a group looks like", async () => {
    const files = { "dags/barn/g/METADATA.yml": "tooltip: 5\n", ...task("") };
    expect(await failures(files, 3)).toEqual(["`tooltip` is a whole number, and Airflow 3 refuses that"]);
    expect(await failures(files, 2)).toEqual(["`tooltip` is a whole number, and Airflow 2 refuses that"]);
  });

  test("sensors refuse modes, times and states that are none", async () => {
    const wait = (settings: string): Record<string, string> =>
      task(`external_dependencies:\n  tide:\n    tasks: [all]\n    ${settings}\n`);
    expect(await failures(wait("mode: often"), 3)).toEqual(["this is no mode of a sensor"]);
    expect(await failures(wait("timeout: soon"), 2)).toEqual(["`timeout` is no span of time"]);
    expect(await failures(wait("allowed_states: [skipped]"), 3)).toEqual([
      "`allowed_states` holds what is no state of a DAG",
    ]);
    expect(await failures(wait("allowed_states: [success]"), 3)).toEqual([]);
  });
});

test("roots and leaves are lists", async () => {
  expect(await failures(metadata("root_tasks: 5"), 3)).toEqual(["`root_tasks` is no list of tasks"]);
  expect(await failures(metadata("leaf_tasks: 5"), 2)).toEqual(["`leaf_tasks` is no list of tasks"]);
  expect(await failures(metadata("leaf_tasks: 0\nroot_tasks:\n"), 2)).toEqual([]);
});
