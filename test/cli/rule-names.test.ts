import { expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { RULE_NAMES } from "../../src/config/rule-names.ts";

test("every rule that is checked can be set in windsock.yml", () => {
  expect(RULES.map((rule) => rule.name).filter((name) => !RULE_NAMES.includes(name))).toEqual([]);
});
