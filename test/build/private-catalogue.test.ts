import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { privateCatalogue } from "../support/private-catalogue.ts";
import { filesOf } from "../support/rule-example.ts";

const stitch = (operator: string, ...lines: readonly string[]): string =>
  [`operator: ${operator}`, "seam: left", ...lines, ""].join("\n");
const project = (
  tasks: Readonly<Record<string, string>>,
  catalogue: string | null = JSON.stringify(privateCatalogue),
) =>
  filesOf({
    shows: "",
    files: {
      ...tasks,
      ...(catalogue === null
        ? {}
        : { "windsock.yml": "operators: { catalogues: [ours.json] }\n", "ours.json": catalogue }),
    },
  });
const said = async (files: Readonly<Record<string, string | Uint8Array>>) =>
  checkProject(await readProject(memorySnapshot(files)), null).map(({ rule, severity, subject }) => [
    rule,
    severity,
    subject.key,
  ]);

test("an operator of a private package is known from its catalogue, and not without", async () => {
  const tasks = { "dags/a/t.yml": stitch("acme.ops.Stitch", "thraed: silk", "retries: 2") };
  expect(await said(project(tasks))).toEqual([["unknown-argument", "error", "thraed"]]);
  expect(await said(project(tasks, null))).toEqual([["unknown-operator", "notice", "acme"]]);
});

test("under its other names too, and what it needs is asked for", async () => {
  expect(await said(project({ "dags/a/t.yml": "operator: acme.Stitch\nthread: silk\n" }))).toEqual([
    ["missing-argument", "error", "seam"],
  ]);
});

test("a class that its module does not have is an error; of other modules nothing is known", async () => {
  expect(await said(project({ "dags/a/t.yml": stitch("acme.ops.Stich") }))).toEqual([
    ["unknown-operator", "error", "acme.ops.Stich"],
  ]);
  expect(await said(project({ "dags/a/t.yml": stitch("acme.other.Stitch") }))).toEqual([
    ["unknown-operator", "notice", "acme"],
  ]);
});

test("in a review the base's catalogue counts for both versions", async () => {
  const tasks = { "dags/a/t.yml": stitch("acme.ops.Stitch", "colour: red") };
  const base = await readProject(memorySnapshot(project(tasks)));
  const changed = { ...privateCatalogue, strings: ["seam", "colour", "kwargs", "task_id", "retries"] };
  const head = memorySnapshot(project(tasks, JSON.stringify(changed)));
  const judged = checkProject(await readProject(head, { config: base.config }), base);
  expect(judged.map(({ rule }) => rule)).toEqual(["unknown-argument"]);
  expect(await said(project(tasks, JSON.stringify(changed)))).toEqual([]);
});
