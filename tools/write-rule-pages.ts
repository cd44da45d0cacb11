/** `npm run docs`: writes `docs/rules/` from the rules' own declarations. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { rulePages } from "../src/check/rule-pages.ts";

mkdirSync("docs/rules", { recursive: true });
for (const name of readdirSync("docs/rules")) rmSync(`docs/rules/${name}`);
for (const [name, text] of rulePages()) writeFileSync(`docs/rules/${name}`, text);
