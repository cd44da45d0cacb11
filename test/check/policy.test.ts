import { describe, expect, test } from "vitest";
import { matchesPolicy } from "../../src/check/policy-values.ts";
import { bash, find } from "./find.ts";

const FILES = {
  "dags/bakery/METADATA.yml": "tags: [bread, daily]\ndefault_args: {owner: bakers, retries: 2}\n",
  "dags/bakery/knead.yml": bash("retries: 5"),
  "dags/bakery/oven/METADATA.yml": "tooltip: hot\n",
  "dags/bakery/oven/bake.yml": bash(),
  "dags/tools/Clean.yml": bash(),
};

const said = async (policy: string): Promise<readonly string[]> =>
  (await find("policy", { ...FILES, "windsock.yml": `policies:\n  - ${policy}\n` })).map(
    ({ message, at }) => `${at.file}: ${message}`,
  );

describe("require", () => {
  test("every DAG has an owner from a list", async () => {
    expect(
      await said("{ name: owned, require: { default_args.owner: [millers] }, message: See the handbook. }"),
    ).toEqual([
      "dags/bakery/METADATA.yml: The DAG `bakery` breaks the policy `owned`: `default_args.owner` is `bakers`, and must be `millers`. See the handbook.",
      "dags/dags.py: The DAG `tools` breaks the policy `owned`: `default_args.owner` is not set, and must be `millers`. See the handbook.",
    ]);
    expect(
      await said("{ name: owned, require: { default_args.owner: [millers, 'bak*'] }, of: { dags: bakery } }"),
    ).toEqual([]);
  });

  test("a field that must be there, of DAGs and of tasks", async () => {
    expect(await said("{ name: tagged, require: tags }")).toHaveLength(1);
    expect(await said("{ name: retried, require: [task.retries] }")).toEqual([
      "dags/tools/Clean.yml: The task `clean` of `tools` breaks the policy `retried`: `retries` is not set.",
    ]);
  });

  test("what default_args give counts for a task", async () => {
    expect(await said("{ name: patient, require: { task.retries: 2 }, of: { dags: bakery } }")).toEqual([
      "dags/bakery/knead.yml: The task `knead` of `bakery` breaks the policy `patient`: `retries` is `5`, and must be `2`.",
    ]);
  });
});

describe("forbid", () => {
  test("no BashOperator outside of tools", async () => {
    const found = await said(
      "{ name: no-bash, forbid: { task.operator: '*.BashOperator' }, of: { paths: 'dags/bakery/**' } }",
    );
    expect(found.map((text) => text.split(":")[0])).toEqual(["dags/bakery/knead.yml", "dags/bakery/oven/bake.yml"]);
  });

  test("one of several tags", async () => {
    expect(await said("{ name: no-daily, forbid: { tags: daily } }")).toEqual([
      "dags/bakery/METADATA.yml: The DAG `bakery` breaks the policy `no-daily`: `tags` must not be `bread, daily`.",
    ]);
  });
});

describe("naming", () => {
  test("ids of tasks, groups and DAGs by a regular expression", async () => {
    expect(await said("{ name: named, naming: { task: '/^[a-z]{5}$/', group: '/^kitchen$/', dag: 'b*' } }")).toEqual([
      "dags/bakery/oven/METADATA.yml: The task group `oven` breaks the policy `named`: its id does not match `/^kitchen$/`.",
      "dags/bakery/oven/bake.yml: The task `bake` breaks the policy `named`: its id does not match `/^[a-z]{5}$/`.",
      "dags/dags.py: The DAG `tools` breaks the policy `named`: its id does not match `b*`.",
    ]);
  });
});

test("selectors by tag and operator narrow it", async () => {
  expect(await said("{ name: a, require: description, of: { tags: bread } }")).toHaveLength(1);
  expect(await said("{ name: a, require: task.pool, of: { operators: '*.Python*' } }")).toEqual([]);
});

test("a value that only Python knows breaks no policy", async () => {
  const files = {
    "dags/bakery.py":
      'import os\nfrom gusty import create_dag\nd = create_dag(os.path.join(os.path.dirname(__file__), "bakery"), latest_only=False, default_args={"owner": os.environ["OWNER"]})\n',
    "dags/bakery/knead.yml": bash(),
    "windsock.yml":
      "policies:\n  - { name: owned, require: { default_args.owner: [bakers] }, forbid: { default_args.owner: millers } }\n",
  };
  expect(await find("policy", files)).toEqual([]);
});

test("its own severity and link, and `rules:` over them", async () => {
  const policy = "policies: [{ name: a, require: description, severity: notice, link: 'https://example.com/a' }]\n";
  const [first] = await find("policy", { ...FILES, "windsock.yml": policy });
  expect([first?.severity, first?.advice]).toEqual(["notice", "See https://example.com/a"]);
  expect(await find("policy", { ...FILES, "windsock.yml": `${policy}rules: { policy: off }\n` })).toEqual([]);
});

test("patterns run in linear time", () => {
  const start = performance.now();
  expect(matchesPolicy(`${"a".repeat(20_000)}!`, "/^(a+)+$/")).toBe(false);
  expect(matchesPolicy("a".repeat(5000), `${"*a".repeat(100)}b`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(3000);
});
