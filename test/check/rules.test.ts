import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import type { Example } from "../../src/check/rule.ts";
import { rulePages } from "../../src/check/rule-pages.ts";
import { RULES } from "../../src/check/rules.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { beforeOf, filesOf } from "../support/rule-example.ts";

async function findingsOf(example: Example): Promise<readonly string[]> {
  const project = await readProject(memorySnapshot(filesOf(example), "c0ffee", Date.UTC(2025, 0, 1)));
  const before = beforeOf(example);
  const other = before ? await readProject(memorySnapshot(before)) : null;
  return checkProject(project, other).map((finding) => finding.rule);
}

describe.each(RULES.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  test("catches the wrong example of its page, and nothing else does", async () => {
    expect([...new Set(await findingsOf(rule.wrong))]).toEqual([name]);
  });

  test("leaves the right example of its page alone", async () => {
    expect(await findingsOf(rule.right)).toEqual([]);
  });

  test("has a page in docs/rules that its declaration gives (npm run docs)", () => {
    const page = `docs/rules/${name}.md`;
    expect(existsSync(page) ? readFileSync(page, "utf8") : "").toBe(rulePages().get(`${name}.md`));
  });

  test("has one name for its file, and says something of gusty with its source", () => {
    expect(existsSync(`src/check/rules/${name}.ts`)).toBe(true);
    expect(rule.explains.length).toBeGreaterThan(80);
    expect(rule.source).not.toBe("");
  });
});

test("docs/rules holds nothing but the pages of rules", () => {
  expect(readdirSync("docs/rules").sort()).toEqual([...rulePages().keys()].sort());
});
