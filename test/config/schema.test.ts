import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../src/config/read-config.ts";
import { RULE_NAMES } from "../../src/config/rule-names.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { privateCatalogue } from "../support/private-catalogue.ts";

const docs = resolve(import.meta.dirname, "../../docs");
const schema = JSON.parse(readFileSync(`${docs}/schema/configuration-1.json`, "utf8"));
const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

/** What the schema and the reader say of a text: true where nothing is wrong in it. */
async function verdicts(text: string): Promise<[boolean, boolean]> {
  const { problems } = await readConfig(
    memorySnapshot({
      "windsock.yml": text,
      x: '{ "version": 1, "findings": [] }',
      "requirements-prod.txt": "",
      "ours.json": JSON.stringify(privateCatalogue),
    }),
  );
  return [valid(parse(text, { version: "1.1", logLevel: "error" })), problems.length === 0];
}

test("the example of the documentation is valid, for the schema and for the reader", async () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync(`${docs}/configuration.md`, "utf8"))?.[1] ?? "";
  expect(example).toContain("deployments:");
  expect(await verdicts(example)).toEqual([true, true]);
});

test.each([
  "{}",
  "gate: all",
  "deployments: [{ airflow: 2.10, gusty: 0.23.1 }]",
  "deployments: [{ airflow: '3' }]",
  "deployments: [{ gusty: none }]",
  "deployments: [{ root: dev }, { root: prd, airflow: '2.11', gusty: 0.23.1 }, { root: '.' }]",
  "rules: { not-static: off, unknown-dependency: { severity: warning }, catchup-backfill: { above: 3 } }",
  "upgrade: 3",
  "allow-keys: [title, 'x_*']",
  "paths: [{ match: 'dags/**', rules: { '*': notice, unknown-argument: off } }]",
  "ignore-fails: true",
  "policies: [{ name: owned, require: { 'default_args.owner': [data, finance] }, link: 'https://example.com/x' }]",
  "policies: [{ name: a, require: [tags, description] }, { name: b, forbid: { task.operator: '*.BashOperator' }, of: { paths: tools } }]",
  "policies: [{ name: named, naming: { task: '/^[a-z_]+$/' }, severity: notice }]",
  "exclude: tests",
  "generated: { commit: off }",
  "generated: { commit: check }",
  "generated: { directory: compiled, commit: write }",
  "baseline: x",
  "deployments: [{ versions-from: requirements-prod.txt }]",
  "operators: { catalogues: [ours.json] }",
  "operators: { catalogues: ours.json, roots: [] }",
  "operators: { roots: plugins, dependencies: [{ class: a.B, argument: sql, pattern: 'ref (\\w+)' }] }",
  "values: { 'os.environ[\"TO\"]': a@example.com, N: 3 }",
])("both accept %s", async (text) => {
  expect(await verdicts(text)).toEqual([true, true]);
});

test.each([
  "gates: all",
  "gate: some",
  "- a",
  "report-only: 1",
  "deployments: []",
  "deployments: [{}, {}]",
  "deployments: [{ airflow: 1.10 }]",
  "deployments: [{ gusty: nothing }]",
  "deployments: [{ root: a }, { airflow: '3' }]",
  "rules: { nothing: off }",
  "rules: { not-static: { above: 3 } }",
  "rules: { catchup-backfill: { above: -1 } }",
  "upgrade: 4",
  "paths: [{ rules: {} }]",
  "paths: [{ match: x, rules: { nothing: off } }]",
  "baseline: /x.json",
  "policies: [{ require: [tags] }]",
  "policies: [{ name: owned }]",
  "policies: [{ name: Owned, require: [tags] }]",
  "policies: [{ name: owned, require: ['a b'] }]",
  "policies: [{ name: owned, require: { tags: [[x]] } }]",
  "policies: [{ name: owned, naming: { tasks: x } }]",
  "policies: [{ name: owned, naming: { task: '' } }]",
  "policies: [{ name: owned, forbid: [tags], link: 'http://example.com' }]",
  "rules: { not-static: fatal }",
  "exclude: [3]",
  "exclude: [a/../b]",
  "dags: [{ arguments: {} }]",
  "dags: [{ path: /x }]",
  "generated: { directory: '' }",
  "generated: { commit: always }",
  "comment: { diagram: { nodes: 0 } }",
  "comment: { diagram: { nodes: 1.5 } }",
  "comment: { when: now }",
  "deployments: [{ versions-from: /requirements.txt }]",
  "operators: { root: plugins }",
  "operators: { catalogues: [/ours.json] }",
  "operators: { catalogues: { ours: 1 } }",
  "operators: { roots: [../x] }",
  "operators: { dependencies: { class: a.B } }",
  "operators: { dependencies: [{ class: a.B, argument: sql }] }",
  "operators: { dependencies: [{ class: a.B, argument: sql, pattern: '' }] }",
  "values: [a]",
])("both refuse %s", async (text) => {
  expect(await verdicts(text)).toEqual([false, false]);
});

test("the schema names every rule", () => {
  expect(schema.properties.rules.propertyNames.enum).toEqual(RULE_NAMES);
});
