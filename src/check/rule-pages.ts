import type { Effect } from "../model/finding.ts";
import type { Example, Rule } from "./rule.ts";
import { RULES } from "./rules.ts";

/** What each effect means, as the pages and the README say it. */
export const EFFECTS: Readonly<Record<Effect, string>> = {
  fails: "gusty or Airflow raises, and DAGs disappear",
  dropped: "what is written has no effect",
  hangs: "a task waits in vain",
  surprises: "it works otherwise than it reads",
  policy: "the project's own rule",
};

/** The pages of `docs/rules/`, file name and text: one a rule, and `README.md`, the list. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", listPage()],
    ...RULES.map((rule): [string, string] => [`${rule.name}.md`, rulePage(rule)]),
  ]);
}

/** The page of one rule as Markdown. */
export const rulePage = (rule: Rule): string => `# ${rule.name}

${capital(rule.summary)}.

| default severity | effect |
|---|---|
| ${rule.severity} | *${rule.effect}*: ${EFFECTS[rule.effect]} |

${rule.explains}

Source: ${rule.source}

## Wrong

${shown(rule.wrong)}

## Right

${shown(rule.right)}
`;

const listPage = (): string => `# Rules

Each rule has a default severity and an effect. An **error** gates, a **warning** and a **notice** do not. \`rules:\` in
\`windsock.yml\` sets the severity of a rule, or turns it \`off\`.

| rule | default | effect | what it finds |
|---|---|---|---|
${RULES.map((rule) => `| [${rule.name}](${rule.name}.md) | ${rule.severity} | ${rule.effect} | ${rule.summary} |`).join("\n")}

The effects:

${Object.entries(EFFECTS)
  .map(([effect, meaning]) => `- *${effect}*: ${meaning}`)
  .join("\n")}
`;

function shown(example: Example): string {
  const others = Object.keys(example.files).filter((file) => file !== example.shows);
  const content = example.files[example.shows] ?? "";
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  const beside = others.length > 0 ? ` (beside ${others.map((file) => `\`${file}\``).join(", ")})` : "";
  return `\`${example.shows}\`${beside}\n\n\`\`\`${language(example.shows)}\n${text.trimEnd()}\n\`\`\``;
}

const language = (file: string): string =>
  ({ py: "python", sql: "sql", yml: "yaml" })[file.slice(file.lastIndexOf(".") + 1)] ?? "";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
