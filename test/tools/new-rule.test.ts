import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { RULE_NAMES } from "../../src/config/rule-names.ts";
import { writeRule } from "../../tools/new-rule.ts";

const root = resolve(import.meta.dirname, "../..");
const SHARED = ["src/check/rules.ts", "src/config/rule-names.ts", "docs/schema/configuration-1.json"];

test("a new rule gets its file, test and page, and a place in every list", () => {
  const copy = mkdtempSync(join(tmpdir(), "new-rule-"));
  try {
    for (const folder of ["src/check/rules", "src/config", "test/check", "docs/rules", "docs/schema"])
      mkdirSync(join(copy, folder), { recursive: true });
    for (const path of SHARED) cpSync(join(root, path), join(copy, path));
    expect(writeRule(copy, "cold-oven")).toEqual([
      "src/check/rules/cold-oven.ts",
      "test/check/cold-oven.test.ts",
      "docs/rules/cold-oven.md",
    ]);
    const text = (path: string) => readFileSync(join(copy, path), "utf8");
    expect(text("src/check/rules/cold-oven.ts")).toContain('export const coldOven: Rule = {\n  name: "cold-oven",');
    expect(text("docs/rules/cold-oven.md")).toMatch(/^# cold-oven\n/);
    expect(text("src/check/rules.ts")).toMatch(
      /import \{ coldOven \} from ".\/rules\/cold-oven.ts";\n\n\/\*\* Every rule/,
    );
    expect(text("src/check/rules.ts")).toMatch(/\n {2}coldOven,\n\];\n$/);
    expect(text("src/config/rule-names.ts")).toContain('\n  "cold-oven",\n];');
    const schema = JSON.parse(text("docs/schema/configuration-1.json"));
    expect(schema.properties.rules.propertyNames.enum).toEqual([...RULE_NAMES, "cold-oven"]);
    expect(() => writeRule(copy, "cold-oven")).toThrow("is there already");
    expect(() => writeRule(copy, "Cold Oven")).toThrow("kebab case");
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  expect(RULES.every((rule) => RULE_NAMES.includes(rule.name))).toBe(true);
});
