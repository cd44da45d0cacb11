import { expect, test } from "vitest";
import { bash, find, fixed } from "./find.ts";

const waits = (...lines: readonly string[]): string =>
  bash("external_dependencies:", ...lines.map((line) => `  ${line}`));
const load = "operator: airflow.operators.bash.BashOperator\nbash_command: load every order of the day\nretries: 4\n";

test("a renamed task is known by what it does, and the fix names it", async () => {
  const files = { "dags/x/load_all.yml": load, "dags/o/a.yml": waits("- x: load") };
  const before = { "dags/x/load_all.yml": null, "dags/x/load.yml": load };
  const [finding] = await find("orphaned-sensor", files, { before });
  expect(finding?.message).toBe(
    "This change renames `load` of `x` to `load_all`: `wait_for_x_load` waits 1 hour and then fails, once: sensor timeouts are not retried. `a` of `o` stands behind it.",
  );
  expect(finding?.advice).toBe("Wait for it by its new name:\nexternal_dependencies:\n  - x: load_all");
  expect(await find("orphaned-sensor", fixed(files, finding), { before })).toEqual([]);
  expect(await find("unknown-external", files, { before })).toEqual([]);
});

test.each([
  [["timeout: 5400"], "waits 1 hour 30 minutes and then fails, once: sensor timeouts are not retried"],
  [["timeout: 60", "soft_fail: true"], "waits 1 minute and is then skipped"],
  [["check_existence: true", "retries: 3"], "fails at once, and is retried 3 times"],
  [["timeout: !timedelta 'days: 2'"], "waits 2 days and then fails, once: sensor timeouts are not retried"],
])("how long it hangs comes from the sensor's own settings: %j", async (settings, words) => {
  const files = {
    "dags/x/b.yml": bash(),
    "dags/o/a.yml": waits("x:", "  tasks: [load]", ...settings.map((one) => `  ${one}`)),
  };
  const [finding] = await find("orphaned-sensor", files, { before: { "dags/x/load.yml": load } });
  expect(finding?.message).toContain(`This change removes \`load\` of \`x\`: \`wait_for_x_load\` ${words}.`);
});

test("a removed DAG leaves sensors of the whole DAG and of its tasks behind", async () => {
  const files = { "dags/o/a.yml": waits("- x: all", "- x: load") };
  const findings = await find("orphaned-sensor", files, { before: { "dags/x/load.yml": load } });
  expect(findings.map(({ message }) => message.split(":")[0])).toEqual([
    "This change removes the DAG `x`",
    "This change removes the DAG `x`",
  ]);
});

test("a target that was never there is another rule's", async () => {
  const files = { "dags/x/b.yml": bash(), "dags/o/a.yml": waits("- x: load") };
  expect(await find("orphaned-sensor", files, { before: { "dags/o/c.yml": bash() } })).toEqual([]);
  expect(await find("unknown-external", files)).toHaveLength(1);
});

test("a DAG that begins to wait in the same change is another rule's", async () => {
  const files = { "dags/x/b.yml": bash(), "dags/o/a.yml": waits("- x: load") };
  const before = { "dags/x/load.yml": load, "dags/o/a.yml": bash() };
  expect(await find("orphaned-sensor", files, { before })).toEqual([]);
  expect(await find("unknown-external", files, { before })).toHaveLength(1);
});

test("DAGs that live elsewhere, and sensors that wait for nothing, are left alone", async () => {
  const files = { "windsock.yml": "external-dags: [x]\n", "dags/o/a.yml": waits("- x: all") };
  expect(await find("orphaned-sensor", files, { before: { "dags/x/load.yml": load } })).toEqual([]);
  const entry =
    'import os\nfrom airflow.operators.empty import EmptyOperator\nfrom gusty import create_dag\n\ndag = create_dag(os.path.join(os.path.dirname(__file__), "o"), latest_only=False, wait_for_class=EmptyOperator)\n';
  const empty = { "dags/e.py": entry, "dags/o/a.yml": waits("- o: load"), "dags/o/b.yml": bash() };
  expect(await find("orphaned-sensor", empty, { before: { "dags/o/load.yml": load } })).toEqual([]);
  expect(await find("unknown-external", empty)).toEqual([]);
});
