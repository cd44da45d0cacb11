import { expect, test } from "vitest";
import { bash, find } from "./find.ts";

/** A task with dependencies, external ones as `dag: task` or as a mapping. */
const task = (own: readonly string[], ...externals: readonly string[]): string =>
  bash(
    ...(own.length > 0 ? [`dependencies: [${own.join(", ")}]`] : []),
    ...(externals.length > 0 ? ["external_dependencies:", ...externals.map((line) => `  ${line}`)] : []),
  );

test("a ring over tasks in between is found once, with every place", async () => {
  const files = {
    "dags/p/a.yml": task([], "- r: c"),
    "dags/p/a2.yml": task(["a"]),
    "dags/q/b.yml": task([], "- p: a2"),
    "dags/r/c.yml": task([], "- q: all"),
  };
  const findings = await find("cross-dag-cycle", files);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.related).toHaveLength(3);
  expect(findings[0]?.message).toContain(
    "each waits for the other: `p` waits for `c` of `r`, `r` waits for the DAG `q`, `q` waits for `a2` of `p`.",
  );
});

test("a task that waits for itself, and a DAG that waits for its own end", async () => {
  expect(await find("cross-dag-cycle", { "dags/p/a.yml": task([], "- p: a") })).toHaveLength(1);
  expect(await find("cross-dag-cycle", { "dags/p/a.yml": task([], "- p: all") })).toHaveLength(1);
});

test("deltas that sum up to zero are a ring", async () => {
  const back = (dag: string, name: string, hours: number): string[] => [
    `${dag}:`,
    `  tasks: [${name}]`,
    `  execution_delta: !timedelta 'hours: ${hours}'`,
  ];
  const files = (hours: number) => ({
    "dags/p/a.yml": task([], ...back("q", "b", 2)),
    "dags/q/b.yml": task([], ...back("p", "a", hours)),
  });
  expect(await find("cross-dag-cycle", files(-2))).toHaveLength(1);
  expect(await find("cross-dag-cycle", files(2))).toEqual([]);
});

test("the place is the one that the change adds", async () => {
  const files = { "dags/p/a.yml": task([], "- q: b"), "dags/q/b.yml": task([], "- p: a") };
  expect(await find("cross-dag-cycle", files, { before: { "dags/p/a.yml": task([]) } })).toMatchObject([
    { at: { file: "dags/p/a.yml" } },
  ]);
  expect(await find("cross-dag-cycle", files, { before: { "dags/q/b.yml": task([]) } })).toMatchObject([
    { at: { file: "dags/q/b.yml" } },
  ]);
});

test.each<[string, Record<string, string>]>([
  [
    "DAGs wait for other tasks of each other",
    { "dags/p/a.yml": task([]), "dags/p/c.yml": task(["a"], "- q: b"), "dags/q/b.yml": task([], "- p: a") },
  ],
  [
    "a task behind the sensor starts anyway",
    { "dags/p/a.yml": `${task([], "- q: b")}trigger_rule: always\n`, "dags/q/b.yml": task([], "- p: a") },
  ],
  [
    "a date is computed",
    {
      "dags/p/a.yml": task([], "q:", "  tasks: [b]", "  execution_delta: !env_var X"),
      "dags/q/b.yml": task([], "- p: a"),
    },
  ],
  [
    "running is enough",
    {
      "dags/p/a.yml": task([], "q:", "  tasks: [b]", "  allowed_states: [running, success]"),
      "dags/q/b.yml": task([], "- p: a"),
    },
  ],
])("nothing is said where %s", async (_, files) => {
  expect(await find("cross-dag-cycle", files)).toEqual([]);
});
