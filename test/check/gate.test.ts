import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { filesOf } from "../support/rule-example.ts";
import { bash, find } from "./find.ts";

const version = (files: Readonly<Record<string, string>>) => readProject(memorySnapshot(filesOf({ shows: "", files })));

/** `knead` is wrong before and touched by the change, `sift` is wrong before and left alone, `bake` is new and wrong. */
async function gating(config: string): Promise<readonly string[]> {
  const wrong = bash("dependencies: [nobody]");
  const base = { "windsock.yml": config, "dags/a/knead.yml": wrong, "dags/b/sift.yml": wrong };
  const head = { ...base, "dags/a/knead.yml": `${wrong}retries: 2\n`, "dags/a/bake.yml": wrong };
  const { findings, conclusion } = reviewProjects(await version(base), await version(head));
  const gates = findings.filter((finding) => finding.gates).map(({ subject }) => subject.task ?? "");
  expect(conclusion).toBe(gates.length > 0 ? "failure" : "success");
  return gates.sort();
}

describe("what gates", () => {
  test.each([
    ["nothing said: what is new", "", ["bake"]],
    ["new", "gate: new\n", ["bake"]],
    ["touched: all in files that the change touches", "gate: touched\n", ["bake", "knead"]],
    ["all", "gate: all\n", ["bake", "knead", "sift"]],
    ["nothing that is no error", "rules: { unknown-dependency: warning }\n", []],
    ["nothing with report-only", "gate: all\nreport-only: true\n", []],
    [
      "nothing of a path that is let off",
      "gate: all\npaths: [{ match: 'dags/a/**', rules: { '*': notice } }]\n",
      ["sift"],
    ],
  ] as const)("%s", async (_, config, expected) => {
    expect(await gating(config)).toEqual(expected);
  });
});

test("what Airflow 3 takes away is said on Airflow 2 where `upgrade: 3` asks for it", async () => {
  const files = {
    "dags/a/METADATA.yml": "schedule_interval: '@daily'\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
    "dags/a/t.yml": bash(),
  };
  expect(await find("airflow-3", files, { airflow: 2 })).toEqual([]);
  const asked = await find("airflow-3", { ...files, "windsock.yml": "upgrade: 3\n" }, { airflow: 2 });
  expect(asked.map(({ severity, effect }) => [severity, effect])).toEqual([["warning", "surprises"]]);
  const now = await find("airflow-3", files, { airflow: 3 });
  expect(now.map(({ severity, effect, subject }) => [severity, effect, subject.key])).toEqual([
    ["error", "dropped", "schedule_interval"],
  ]);
});

test("DAGs that live elsewhere are no unknown where `external-dags` names them", async () => {
  const files = { "dags/a/t.yml": bash("external_dependencies:", "  - legacy_orders: load", "  - other: load") };
  const named = { ...files, "windsock.yml": "external-dags: [legacy_*]\n" };
  expect((await find("unknown-external", files)).map(({ subject }) => subject.task)).toEqual([
    "wait_for_legacy_orders_load",
    "wait_for_other_load",
  ]);
  expect((await find("unknown-external", named)).map(({ subject }) => subject.task)).toEqual(["wait_for_other_load"]);
});

test("keys that something else reads are no unknown where `allow-keys` names them", async () => {
  const files = { "dags/a/t.yml": bash("layer: gold", "meta_owner: me", "colour: red") };
  const named = { ...files, "windsock.yml": "allow-keys: [layer, 'meta_*']\n" };
  expect((await find("unknown-argument", named)).map(({ subject }) => subject.key)).toEqual(["colour"]);
  expect(await find("unknown-argument", files)).toHaveLength(3);
});
