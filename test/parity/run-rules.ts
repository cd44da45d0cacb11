/** `npm run parity -- --rules [--trees 300] [--valid 1000] [--planted 20] [--seed 1] [--airflow 2|3] [--rule NAME]`: the effect of every rule, judged. */
import { parseArgs } from "node:util";
import { judgeAllRules } from "./judge-all-rules.ts";
import { emptyRuleTable } from "./rules/rule-table.ts";

/** The command: prints the table, and everything that is not as Windsock says. */
export async function runRules(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rules: { type: "boolean" },
      trees: { type: "string", default: "300" },
      valid: { type: "string", default: "1000" },
      planted: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      airflow: { type: "string" },
      rule: { type: "string" },
    },
  });
  const [trees, planted, seed] = [Number(values.trees), Number(values.planted), Number(values.seed)];
  const valid = Number(values.valid);
  for (const airflow of [2, 3] as const) {
    if (values.airflow !== undefined && values.airflow !== String(airflow)) continue;
    const started = performance.now();
    const table = emptyRuleTable();
    await judgeAllRules(airflow, { trees, valid, planted, seed, rule: values.rule ?? null }, table);
    const wrong = table.wrong();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `Airflow ${airflow}, seed ${seed}: ${trees} generated projects, ${valid} valid ones, ${planted} for each rule, in ${seconds} s\n${table.text()}`,
    );
    if (wrong.length > 0) {
      console.log(`Not as Windsock says:\n${wrong.join("\n")}`);
      process.exitCode = 1;
    }
  }
}
