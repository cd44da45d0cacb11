import { expect, test } from "vitest";
import { bash, find } from "./find.ts";

test.each(["METADATA.yaml", "metadata.yml", "Metadata.yml"])("%s is said to be taken for a task", async (name) => {
  const files = { [`dags/o/${name}`]: "tags: [x]\n", "dags/o/a.yml": bash() };
  const [finding] = await find("missing-operator", files);
  expect(finding?.message).toContain("gusty takes it for a task: only `METADATA.yml`, in this spelling, is none.");
  expect(finding?.advice).toBe("Rename the file to `METADATA.yml`.");
});

test("a file that makes several tasks has no task of its own name", async () => {
  const files = {
    "dags/o/count.yml": `${bash()}multi_task_spec:\n  count_a: {retries: 1}\n  count_b: {retries: 2}\n`,
    "dags/o/close.yml": bash("dependencies: [count]"),
  };
  expect(await find("unknown-dependency", files)).toMatchObject([
    {
      message: expect.stringContaining("the file of that name makes other tasks"),
      advice: "Name its tasks: `count_a`, `count_b`.",
    },
  ]);
});
