import { rulePages } from "../../check/rule-pages.ts";
import { RULES } from "../../check/rules.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import { didYouMean } from "../pick-dags.ts";
import { createSay } from "../say.ts";
import { writeOutput } from "../write-output.ts";
import { type ExplainOptions, explainLine, lineAsked } from "./explain-line.ts";

/** `windsock explain RULE`: the rule's page, as in `docs/rules/`; `FILE.py:LINE`: where a generated line comes from. */
export async function explain(host: Host, name: string, options: ExplainOptions): Promise<number> {
  const asked = lineAsked(name);
  if (asked !== null) return explainLine(host, asked, options);
  const rule = RULES.find((candidate) => candidate.name === name);
  const page = rule && rulePages().get(`${rule.name}.md`);
  if (page === undefined) {
    const names = RULES.map((candidate) => candidate.name);
    throw new UserError(`there is no rule \`${name}\`: ${didYouMean(name, names)}`, "`windsock rules` lists them.");
  }
  await writeOutput(host, options, createSay(host, options), page);
  return 0;
}

/** `windsock rules`: one line a rule: name, default severity, effect, what it finds. */
export async function listRules(host: Host): Promise<number> {
  const width = Math.max(...RULES.map((rule) => rule.name.length));
  for (const { name, severity, effect, summary } of RULES) {
    host.out(`${name.padEnd(width)}  ${severity.padEnd(7)}  ${effect.padEnd(9)}  ${summary}\n`);
  }
  return 0;
}
