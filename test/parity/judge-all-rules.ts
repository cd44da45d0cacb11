import type { AirflowMajor } from "../../src/model/version.ts";
import { makeEnvironments, makeOldGusty } from "../../tools/python/make-environments.ts";
import { treeOf } from "./generator/tree-of.ts";
import { startJudge } from "./judge.ts";
import { type Case, type Judges, judgeRules } from "./rules/judge-rules.ts";
import type { RunsById } from "./rules/never-done.ts";
import { OLD_GUSTY_RULE, PLANTED_RULES, plantedTree, validTreeOf } from "./rules/planted.ts";
import type { RuleTable } from "./rules/rule-table.ts";
import { askPython } from "./schedule/ask-python.ts";

/** How many projects of each kind are judged on each Airflow. */
export interface Amount {
  /** Generated projects of any shape. */
  readonly trees: number;
  /** Generated valid projects; from number `trees` on only what is said to fail is judged of them. */
  readonly valid: number;
  /** Projects with a planted fault, for each rule. */
  readonly planted: number;
  readonly seed: number;
  /** One rule alone is planted; `null`: each. */
  readonly rule: string | null;
}

const BATCH = 40;

/** Judges the findings of generated projects and of projects with planted faults on one Airflow. */
export async function judgeAllRules(airflow: AirflowMajor, amount: Amount, table: RuleTable): Promise<void> {
  const { airflow2, airflow3 } = await makeEnvironments();
  const python = airflow === 2 ? airflow2 : airflow3;
  const runs = (jobs: readonly unknown[]): Promise<readonly RunsById[]> =>
    jobs.length === 0 ? Promise.resolve([]) : askPython(python, "../rules/logical_runs.py", jobs);
  const worlds = startJudge(python);
  const judges: Judges = { airflow, gusty: "0.23.1", worlds, runs };
  try {
    for await (const { valid, cases } of casesOf(airflow, amount))
      for (const judged of await judgeRules(cases, judges)) table.add(judged, valid);
  } finally {
    await worlds.stop();
  }
  if (airflow === 2 && (amount.rule ?? OLD_GUSTY_RULE) === OLD_GUSTY_RULE)
    await judgeOldGusty(amount, table, python, runs);
}

type Make = () => Promise<Omit<Case, "name"> | null>;

async function* casesOf(
  airflow: AirflowMajor,
  { trees, valid: sound, planted, seed, rule }: Amount,
): AsyncGenerator<{ valid: boolean; cases: Case[] }> {
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  const named = (name: string, count: number, make: (index: number) => ReturnType<Make>) =>
    numbers(count).map((index) => ({ name: `${name}-${seed}-${index}`, make: () => make(index) }));
  const rules = PLANTED_RULES.filter((name) => name !== OLD_GUSTY_RULE && (rule ?? name) === name);
  const kinds = [
    { valid: false, all: named("any", trees, async (index) => ({ tree: treeOf(seed, index).value_ })) },
    {
      valid: true,
      all: named("valid", sound, async (index) => ({ tree: validTreeOf(seed, index), failsOnly: index >= trees })),
    },
    {
      valid: false,
      all: rules.flatMap((name) => named(name, planted, (index) => plantedTree(name, airflow, seed, index))),
    },
  ];
  for (const { valid, all } of kinds) {
    for (let start = 0; start < all.length; start += BATCH) {
      const cases: Case[] = [];
      for (const { name, make } of all.slice(start, start + BATCH)) {
        const made = await make();
        if (made) cases.push({ name, ...made });
      }
      yield { valid, cases };
    }
  }
}

async function judgeOldGusty(
  { planted, seed }: Amount,
  table: RuleTable,
  python: string,
  runs: Judges["runs"],
): Promise<void> {
  const worlds = startJudge(python, await makeOldGusty());
  const cases: Case[] = [];
  for (let index = 0; index < planted; index++) {
    const made = await plantedTree(OLD_GUSTY_RULE, 2, seed, index);
    if (made) cases.push({ name: `${OLD_GUSTY_RULE}-${seed}-${index}`, ...made });
  }
  try {
    for (const judged of await judgeRules(cases, { airflow: 2, gusty: "0.7.1", worlds, runs }))
      table.add(judged, false);
  } finally {
    await worlds.stop();
  }
}
