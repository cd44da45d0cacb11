import { expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { judgeAllRules } from "./judge-all-rules.ts";
import { JUDGED } from "./rules/judge-rules.ts";
import { PLANTED_RULES } from "./rules/planted.ts";
import { emptyRuleTable } from "./rules/rule-table.ts";

/** `npm run parity -- --rules` judges more. */
const AMOUNT = { trees: 10, valid: 10, planted: 2, seed: 6, rule: null };

test.each([2, 3] as const)(
  "generated projects on Airflow %i: every effect that is claimed is real",
  async (airflow) => {
    const table = emptyRuleTable();
    await judgeAllRules(airflow, AMOUNT, table);
    console.log(`Airflow ${airflow}\n${table.text()}`);
    expect(table.wrong()).toEqual([]);
  },
);

test("every rule whose effect can be judged has a fault that is planted", () => {
  const judged = RULES.filter(({ effect }) => JUDGED.includes(effect)).map(({ name }) => name);
  expect(judged.filter((name) => !PLANTED_RULES.includes(name))).toEqual([]);
});
