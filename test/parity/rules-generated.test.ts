import { expect, test } from "vitest";
import { judgeAllRules } from "./judge-all-rules.ts";
import { emptyRuleTable } from "./rules/rule-table.ts";

/** `npm run parity -- --rules` judges more. */
const AMOUNT = { trees: 20, valid: 20, planted: 2, seed: 6, rule: null };

test.each([2, 3] as const)(
  "generated projects on Airflow %i: every effect that is claimed is real",
  async (airflow) => {
    const table = emptyRuleTable();
    await judgeAllRules(airflow, AMOUNT, table);
    console.log(`Airflow ${airflow}\n${table.text()}`);
    expect(table.wrong()).toEqual([]);
  },
);
