import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Rule } from "../src/check/rule.ts";
import { rulePage } from "../src/check/rule-pages.ts";

/**
 * `npm run new-rule NAME`: writes `src/check/rules/NAME.ts`, `test/check/NAME.test.ts` and `docs/rules/NAME.md`, and adds
 * the rule to `src/check/rules.ts`, to the names of the configuration and to its schema. The rule finds nothing yet, and
 * its tests fail until it does.
 */
export function writeRule(root: string, name: string): readonly string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`${name} is no name in kebab case`);
  const file = (path: string): string => join(root, path);
  const rule = `src/check/rules/${name}.ts`;
  if (existsSync(file(rule))) throw new Error(`${rule} is there already`);
  const constant = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const change = (path: string, edit: (text: string) => string) =>
    writeFileSync(file(path), edit(readFileSync(file(path), "utf8")));

  writeFileSync(file(rule), ruleText(name, constant));
  writeFileSync(file(`test/check/${name}.test.ts`), testText(name));
  writeFileSync(file(`docs/rules/${name}.md`), rulePage(draft(name)));
  change("src/check/rules.ts", (text) =>
    text
      .replace(/\n\n\/\*\* Every rule/, `\nimport { ${constant} } from "./rules/${name}.ts";$&`)
      .replace(/\n\];\n/, `\n  ${constant},$&`),
  );
  change("src/config/rule-names.ts", (text) =>
    text.includes(`"${name}"`) ? text : text.replace(/\n\];\n/, `\n  "${name}",$&`),
  );
  change("docs/schema/configuration-1.json", (text) => {
    const schema = JSON.parse(text);
    const names: string[] = schema.properties.rules.propertyNames.enum;
    if (!names.includes(name)) names.push(name);
    return `${JSON.stringify(schema, null, 2)}\n`;
  });
  return [rule, `test/check/${name}.test.ts`, `docs/rules/${name}.md`];
}

const KNEAD = "operator: airflow.operators.bash.BashOperator\\nbash_command: echo knead\\n";
const SUMMARY = "what it finds, in a line";
const EXPLAINS =
  "What gusty or Airflow does with it, and why that matters. Say when it is an error, and what is left alone.";
const SOURCE = "gusty/building.py, the function that does it";

const draft = (name: string): Rule => {
  const text = KNEAD.replaceAll("\\n", "\n");
  const example = { shows: "dags/bakery/knead.yml", files: { "dags/bakery/knead.yml": text } };
  return {
    name,
    severity: "warning",
    effect: "surprises",
    summary: SUMMARY,
    explains: EXPLAINS,
    source: SOURCE,
    wrong: example,
    right: example,
    check: () => [],
  };
};

const ruleText = (name: string, constant: string): string => `import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const ${constant}: Rule = {
  name: "${name}",
  severity: "warning",
  effect: "surprises",
  summary: "${SUMMARY}",
  explains:
    "${EXPLAINS}",
  source: "${SOURCE}",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml": "${KNEAD}",
    },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml": "${KNEAD}",
    },
  },
  check: ({ project }) =>
    project.dags.flatMap((dag) =>
      dag.tasks
        .filter((task) => task.id === "the one that is wrong")
        .map((task) =>
          findingOf(${constant}, {
            at: task.source ?? dag.site.declared,
            message: \`\\\`\${task.id}\\\` is wrong: say what happens when it runs.\`,
            advice: "Say what to do.",
            subject: { dag: dag.id, task: task.id },
          }),
        ),
    ),
};
`;

const testText = (name: string): string => `import { describe, expect, test } from "vitest";
import { bash, find, said } from "./find.ts";

describe("${name}", () => {
  test("catches what it must", async () => {
    const files = { "dags/bakery/knead.yml": bash() };
    expect(said(files, await find("${name}", files))).toEqual([["the text it points at", "what it says"]]);
  });

  test("leaves alone what is right", async () => {
    expect(await find("${name}", { "dags/bakery/knead.yml": bash() })).toEqual([]);
  });
});
`;

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const name = process.argv[2] ?? "";
  try {
    for (const path of writeRule(resolve(import.meta.dirname, ".."), name)) process.stdout.write(`wrote ${path}\n`);
    process.stdout.write(
      `Now: fill in ${`src/check/rules/${name}.ts`}, move it to its place in src/check/rules.ts, and run\n  npm run docs && npm run format && npx vitest run --project unit test/check\n`,
    );
  } catch (error) {
    process.stderr.write(`new-rule: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
